import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../emulators/slack/coverage.ts';
import { methods } from '../../emulators/slack/methods/index.ts';

const folder = join(import.meta.dirname, '../../emulators/slack');
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'coverage.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('the coverage table of the Slack emulator', () => {
  it('lists the methods that it answers, all of them and no others', () => {
    expect(Object.keys(coverage.methods)).toEqual(Object.keys(methods).sort());
  });

  it('lists what it tells an app and what can go wrong, as they stand in its source', () => {
    for (const what of [...coverage.tells, ...coverage.faults]) {
      const name = /^event: (\w+)/.exec(what)?.[1] ?? what;
      expect(source, what).toContain(`'${name}'`);
    }
    const faults =
      /export type Fault =([\s\S]*?);\n\n/.exec(readFileSync(join(folder, 'faults.ts'), 'utf8'))?.[1] ?? '';
    expect([...faults.matchAll(/kind: '(\w+)'/g)].map((match) => match[1])).toEqual([...coverage.faults]);
  });
});

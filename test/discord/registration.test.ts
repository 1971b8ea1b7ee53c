import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/chat/command.ts';
import { registry } from '../../src/commands/index.ts';
import { fieldNames } from '../../src/platforms/discord/names.ts';
import { commandsOf } from '../../src/platforms/discord/register.ts';
import { commandIssues } from '../emulators/discord/rules/command.ts';
import { check, listOf, spec } from '../emulators/discord/spec.ts';
import type { Json } from '../emulators/discord/store.ts';

describe('the registry', () => {
  const commands = JSON.parse(JSON.stringify(commandsOf(registry))) as Json[];

  it('is a list of commands that Discord takes, in every language', () => {
    expect(check(listOf(spec('ApplicationCommandUpdateRequest')), commands)).toEqual([]);
    expect(commandIssues(commands)).toEqual([]);
  });

  it('is there whole: every command, every field that people fill', () => {
    const leaves = commands.flatMap((c) => {
      const subs = ((c.options ?? []) as Json[]).filter((o) => o.type === 1);
      return subs.length > 0 ? subs : [c];
    });
    expect(leaves.length).toBe(Object.keys(registry).length + 1);
    for (const id of Object.keys(registry) as CommandId[]) {
      const asked = Object.values(registry[id].fields as Record<string, { hidden?: boolean }>).filter(
        (f) => !f.hidden,
      );
      const options = fieldNames(registry[id]);
      const more = options.at(-1)?.field === '_more';
      expect(options, id).toHaveLength(more ? Math.min(asked.length + 1, 25) : asked.length);
      // Admins may add fields to it, which Discord is never told of.
      expect(more, id).toBe(registry[id].custom !== undefined);
    }
  });
});

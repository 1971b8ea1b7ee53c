import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

it('the lockfile names the packages of every platform, or `npm ci` refuses to install on any', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const packages: Readonly<Record<string, Entry>> = lock.packages;
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

import { expect, it } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

it('the lockfile names the packages of every platform, or `npm ci` refuses to install on any', () => {
  const packages: Readonly<Record<string, Entry>> = lock.packages;
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

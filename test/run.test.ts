import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finished, root } from './app/bot.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chot-run-'));
  await mkdir(join(folder, 'src/far/away'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(root, 'node_modules/esbuild'), join(folder, 'node_modules/esbuild'));
  await cp(join(root, 'scripts/run.mjs'), join(folder, 'scripts/run.mjs'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await writeFile(
    join(folder, 'src/main.ts'),
    "const { where } = await import('./far/away/file.ts'); console.log(where, process.argv.slice(2).join());",
  );
  await write('url');
});
afterAll(() => rm(folder, { recursive: true }));

const write = (what: string) =>
  writeFile(join(folder, 'src/far/away/file.ts'), `export const where: string = import.meta.${what};`);

const start = () =>
  finished(spawn(process.execPath, [join(folder, 'scripts/run.mjs'), 'one', 'two'], { cwd: '/' }));
const shelf = () => readdir(join(folder, 'node_modules/.cache/chot'));

it('runs the sources as they are, also where several start at once, and keeps them put together once', async () => {
  const own = pathToFileURL(join(folder, 'src/far/away/file.ts')).href;
  for (const { code, out, err } of await Promise.all([start(), start(), start()]))
    expect([code, out, err]).toEqual([0, `${own} one,two\n`, '']);
  const [kept, ...others] = await shelf();
  expect(others).toEqual([]);
  expect((await start()).out).toBe(`${own} one,two\n`);
  expect(await shelf()).toEqual([kept]);

  await write("url + '!'");
  expect((await start()).out).toBe(`${own}! one,two\n`);
  expect(await shelf()).not.toContain(kept);
});

it('says where in the sources an error was thrown', async () => {
  await write("url; throw new Error('no')");
  expect((await start()).err).toMatch(/src\/far\/away\/file\.ts:1:/);
});

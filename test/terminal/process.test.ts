import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { testDatabase } from '../support/database.ts';

const root = new URL('../../', import.meta.url);
const database = await testDatabase();

/** Runs the real program. */
async function chot(dataDir: string, ...argv: string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, DEFAULT_LOCALE: 'en' };
  const run = promisify(execFile)(process.execPath, ['scripts/run.mjs', ...argv], {
    cwd: root,
    env,
  });
  const { stdout, stderr, code = 0 } = await run.catch((error) => error);
  return { out: stdout as string, err: stderr as string, code: code as number };
}

describe('the program at a terminal', () => {
  it('imports, shows and undoes while another process holds the database', { timeout: 60_000 }, async () => {
    await ensurePipeline(database.prisma);
    const file = join(database.dataDir, 'deals.csv');
    await writeFile(
      file,
      'externalId,title,amount,stage\nX1,Gia hạn,500tr,Đàm phán\nX2,Kho lạnh,1 tỷ,nowhere\n',
    );
    const imported = await chot(database.dataDir, 'import', 'deals', file);
    expect([imported.code, imported.out]).toEqual([
      0,
      expect.stringContaining('1 new, 0 updated, 0 unchanged, 1 not imported'),
    ]);
    expect(await database.prisma.deal.count()).toBe(1);

    const shown = await chot(database.dataDir, 'crm', '--json', 'deal', 'show', 'Gia hạn');
    expect([shown.code, JSON.parse(shown.out)]).toEqual([0, expect.objectContaining({ ok: 'done' })]);

    const [, change] = /undo (\d+)/.exec(imported.out) ?? [];
    expect((await chot(database.dataDir, 'crm', 'undo', String(change))).code).toBe(0);
    expect(await database.prisma.deal.count()).toBe(0);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { finished, run } from '../app/bot.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

/** Runs the real program. */
const chot = (script: string, ...argv: string[]) =>
  finished(run(script, { DATA_DIR: database.dataDir, DEFAULT_LOCALE: 'en' }, argv));

describe('the program at a terminal', () => {
  it('imports, shows and undoes while another process holds the database', { timeout: 60_000 }, async () => {
    await ensurePipeline(database.prisma);
    const file = join(database.dataDir, 'deals.csv');
    await writeFile(
      file,
      'externalId,title,amount,stage\nX1,Gia hạn,500tr,Đàm phán\nX2,Kho lạnh,1 tỷ,nowhere\n',
    );
    const imported = await chot('import', 'deals', file);
    expect([imported.code, imported.out]).toEqual([
      0,
      expect.stringContaining('1 new, 0 updated, 0 unchanged, 1 not imported'),
    ]);
    expect(await database.prisma.deal.count()).toBe(1);

    const shown = await chot('crm', '--json', 'deal', 'show', 'Gia hạn');
    expect([shown.code, JSON.parse(shown.out)]).toEqual([0, expect.objectContaining({ ok: 'done' })]);

    const [, change] = /undo (\d+)/.exec(imported.out) ?? [];
    expect((await chot('crm', 'undo', String(change))).code).toBe(0);
    expect(await database.prisma.deal.count()).toBe(0);
  });
});

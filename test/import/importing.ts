import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { tellShares } from '../../src/commands/lead/tell-shares.ts';
import { undo } from '../../src/crm/changes/undo.ts';
import type { CustomField } from '../../src/crm/custom/fields.ts';
import { operator } from '../../src/crm/people/known.ts';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { runImport } from '../../src/import/run.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { testDatabase } from '../support/database.ts';
import { Sink } from '../support/sink.ts';

/** An import desk on a real database. */
export async function importing() {
  const database = await testDatabase();
  const db = database.prisma;
  const folder = await mkdtemp(join(tmpdir(), 'chot-import-'));
  afterAll(() => rm(folder, { recursive: true }));
  let now = '2026-11-18T09:00:00Z';
  let files = 0;
  let custom: readonly CustomField[] = [];
  const ctx = (locale: Locale = 'en') =>
    operator({
      db,
      clock: fixedClock(new Date(now)),
      zone: 'Asia/Ho_Chi_Minh',
      currency: 'VND',
      locale,
      adminEmails: [],
      custom: () => custom,
    });

  async function run(locale: Locale, argv: readonly string[]) {
    const [out, err] = [new Sink(), new Sink()];
    const code = await runImport(argv, { ctx: ctx(locale), tell: tellShares(ctx(locale)), out, err });
    return { code, out: out.text, err: err.text, change: Number(/undo (\d+)/.exec(out.text)?.[1]) };
  }
  async function file(content: string | Buffer): Promise<string> {
    const path = join(folder, `${++files}.csv`);
    await writeFile(path, content);
    return path;
  }
  return {
    db,
    ctx,
    folder,
    file,
    run,
    /** Imports this text as a file. */
    async load(kind: string, csv: string | Buffer, ...options: string[]) {
      return run('en', [kind, await file(csv), ...options]);
    },
    /** What admins have added. */
    custom(fields: readonly CustomField[]) {
      custom = fields;
    },
    undo: (change: number) => undo(ctx(), change),
    async reset(at = '2026-11-18T09:00:00Z') {
      now = at;
      custom = [];
      await database.truncate();
      await ensurePipeline(db);
    },
    stand(at: string) {
      now = at;
    },
    /** A deal's standing events: stage, moment, reason. */
    async way(externalId: string) {
      const events = await db.stageEvent.findMany({
        where: { deal: { externalId }, revokedAt: null },
        include: { stage: true },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return events.map((event) => [event.stage.nameEn, event.at.toISOString(), event.reason]);
    },
  };
}

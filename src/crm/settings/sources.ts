import type { Db } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

const key = 'lead.sources';

/** With those that are always there, as many as a menu of Discord holds. */
const most = 20;

/** The sources that this organisation has besides those that are always there, as they were named. */
export async function loadSources(db: Db): Promise<string[]> {
  const stored = await db.setting.findUnique({ where: { key } });
  return (stored?.value ?? []) as string[];
}

/** Sets them. One that a lead or a deal came from stays: refuses to take it away. */
export async function setSources(ctx: Ctx, names: readonly string[]): Promise<Changed<readonly string[]>> {
  const wanted = names.filter((name, i) => names.findIndex((one) => fold(one) === fold(name)) === i);
  if (wanted.length > most) refuse('list.too_many', { max: most, count: wanted.length });
  return change(ctx, 'lead.sources', async ({ tx, created, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const before = await tx.setting.findUnique({ where: { key } });
    const had = (before?.value ?? []) as string[];
    if (JSON.stringify(had) === JSON.stringify(wanted)) refuse('edit.nothing');
    const gone = had.filter((name) => !wanted.includes(name));
    const [used] = await tx.$queryRaw<{ source: string }[]>`
      SELECT source FROM lead WHERE source = ANY(${gone})
      UNION ALL SELECT source FROM deal WHERE source = ANY(${gone}) LIMIT 1`;
    if (used) refuse('source.in_use', { source: used.source });
    const after = await tx.setting.upsert({
      where: { key },
      create: { key, value: wanted },
      update: { value: wanted },
    });
    if (before) updated('setting', after.id, before, after);
    else created('setting', after.id);
    return wanted;
  });
}

import { quoted } from '../../db/bulk.ts';
import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { type Changed, change } from '../changes/change.ts';
import { type Row, table } from '../changes/record.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { byId, type Hit } from '../find/search.ts';
import { mayChange } from '../visibility.ts';
import { parentOfBoth } from './parent.ts';
import { moveAll } from './references.ts';
import { united } from './united.ts';

export interface Merge {
  readonly kind: Profiled;
  /** The record that stays, and the one that becomes part of it. */
  readonly keep: number;
  readonly other: number;
  /** Attributes and custom fields in which the other one is right. */
  readonly take: readonly string[];
  /** The latest change of either that the person has seen. */
  readonly seen: number;
}

/** Makes one record of two: what hung on the other moves, and the other is deleted. All in one change. */
export async function mergeRecords(
  ctx: Ctx,
  { kind, keep, other, take, seen }: Merge,
): Promise<Changed<number>> {
  return change(ctx, 'crm.merge', async (log) => {
    const { tx } = log;
    const ids = [keep, other];
    await tx.$queryRaw`SELECT id FROM ${quoted(kind)} WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
    const hits = [
      await mergeable({ ...ctx, db: tx }, kind, keep),
      await mergeable({ ...ctx, db: tx }, kind, other),
    ];
    if ((await lastChangeOf(tx, kind, ids)) !== seen)
      refuse('merge.changed', { records: hits.map((hit) => hit.name).join(', ') });
    const rows = await table(tx, kind).findMany({ where: { id: { in: ids } } });
    const [own, theirs] = ids.map((id) => rows.find((row) => row.id === id)) as [Row, Row];
    const one = united(kind, own, theirs, new Set(take));
    const data = kind === 'company' ? { ...one, ...(await underOne(tx, own, theirs, one)) } : one;
    await moveAll(log, ctx, kind, other, keep, numberLeft(own, theirs));
    const go = async () => {
      await table(tx, kind).deleteMany({ where: { id: { in: [other] } } });
      log.deleted(kind, { ...theirs, id: other });
    };
    const stay = async () =>
      log.updated(kind, keep, own, (await table(tx, kind).update({ where: { id: keep }, data })) as Row);
    // The kept company may stand under the other one, the kept lead take over its external number.
    for (const step of kind === 'company' ? [stay, go] : [go, stay]) await step();
    return keep;
  });
}

/** What another system calls the one that goes, where the one that stays has a number of its own there. */
const numberLeft = (own: Row, theirs: Row) =>
  own.externalId ? ((theirs.externalId ?? null) as string | null) : null;

/** The kind of two records of which one may become part of the other. */
export function oneKind(one: Hit, other: Hit): Profiled {
  if (one.kind !== other.kind || one.kind === 'deal') return refuse('merge.kinds');
  return one.id === other.id ? refuse('merge.self') : one.kind;
}

/** A record that the asker sees and may change. */
export async function mergeable(ctx: Ctx, kind: Profiled, id: number): Promise<Hit> {
  const hit = (await byId(ctx, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
  mayChange(ctx, kind, hit.ownerId, hit.name);
  return hit;
}

/** The number of the latest change of these records; 0 where there is none. */
export async function lastChangeOf(
  db: Pick<Tx, '$queryRaw'>,
  kind: Profiled,
  ids: readonly number[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(change_id), 0) AS last FROM change_entry WHERE record = ${kind} AND row_id = ANY(${[...ids]})`;
  return row?.last ?? 0;
}

async function underOne(tx: Tx, own: Row, theirs: Row, one: Row): Promise<Row> {
  const { parentId } = { ...own, ...one } as { parentId: number | null };
  const both = [own.id, theirs.id] as [number, number];
  return { parentId: await parentOfBoth(tx, both, parentId, theirs.parentId as number | null) };
}

import { insertRows } from '../../db/bulk.ts';
import { type ChangeEntry, Prisma, type Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { type Changed, change, type Log } from './change.ts';
import { plainRow, type RecordName, type Row, table } from './record.ts';

export interface Undone {
  /** The change that was taken back, and what it had been. */
  readonly id: number;
  readonly command: string;
  readonly records: readonly { readonly record: RecordName; readonly id: number }[];
}

/**
 * Takes a change back as a whole: created rows go, changed columns and deleted rows return, a stage event is
 * revoked and stays readable. Refuses when something in it was changed or used since. Without a number it is the
 * asker's latest change that still stands. An undo is a change too and can be undone.
 */
export async function undo(ctx: Ctx, wanted?: number): Promise<Changed<Undone>> {
  const target = await ctx.db.change.findFirst({
    where: wanted ? { id: wanted } : { memberId: ctx.member?.id ?? null, undoneBy: null, undoesId: null },
    orderBy: { id: 'desc' },
    include: { undoneBy: { select: { id: true } } },
  });
  if (!target) return wanted ? refuse('undo.none', { change: wanted }) : refuse('undo.nothing');
  if (target.undoneBy) return refuse('undo.already', { change: target.id });
  const own = target.memberId === (ctx.member?.id ?? null);
  if (!own && ctx.access !== 'manager' && ctx.access !== 'admin') return refuse('undo.others');
  return change(
    ctx,
    'undo',
    async (log) => {
      const entries = await log.tx.changeEntry.findMany({
        where: { changeId: target.id },
        orderBy: { id: 'desc' },
      });
      await unchangedSince(log.tx, target.id);
      for (const group of grouped(entries)) await takeBack(ctx, log, group);
      const records = entries.map((e) => ({ record: e.record as RecordName, id: e.rowId }));
      return { id: target.id, command: target.command, records };
    },
    target.id,
  );
}

/** Neighbouring entries of one record and one sort, so that an import of thousands goes in a few statements. */
function grouped(entries: readonly ChangeEntry[]): ChangeEntry[][] {
  const groups: ChangeEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const alike =
      last?.[0] && last[0].record === entry.record && sort(last[0]) === sort(entry) && last.length < 1000;
    if (alike) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

const sort = (entry: ChangeEntry) =>
  entry.before === null ? 'created' : entry.after === null ? 'deleted' : 'updated';

/** Refuses when a later change that still stands touched one of the same rows. */
async function unchangedSince(tx: Tx, changeId: number): Promise<void> {
  const [later] = await tx.$queryRaw<{ id: number; name: string | null }[]>`
    SELECT c.id, m.name FROM change_entry mine
    JOIN change_entry theirs ON theirs.record = mine.record AND theirs.row_id = mine.row_id
    JOIN change c ON c.id = theirs.change_id
    LEFT JOIN member m ON m.id = c.member_id
    WHERE mine.change_id = ${changeId} AND c.id > ${changeId} AND c.undoes_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes_id = c.id)
    ORDER BY c.id DESC LIMIT 1`;
  if (later) refuse('undo.changed', { change: changeId, later: later.id, name: later.name ?? '–' });
}

async function takeBack(ctx: Ctx, log: Log, group: ChangeEntry[]): Promise<void> {
  const record = group[0]?.record as RecordName;
  const rows = table(log.tx, record);
  const ids = group.map((entry) => entry.rowId);
  const how = sort(group[0] as ChangeEntry);
  if (how === 'deleted') {
    await insertRows(
      log.tx,
      record,
      group.map((entry) => entry.before as Row),
    );
    for (const id of ids) log.created(record, id);
  } else if (how === 'updated') {
    for (const entry of group) {
      await rows.update({ where: { id: entry.rowId }, data: entry.before as Row });
      log.updated(record, entry.rowId, entry.after as Row, entry.before as Row);
    }
  } else if (record === 'stageEvent') await revoke(ctx, log, ids);
  else {
    const present = await rows.findMany({ where: { id: { in: ids } } });
    await removed(() => rows.deleteMany({ where: { id: { in: ids } } }));
    for (const row of present) log.deleted(record, plainRow(row) as Row & { id: number });
  }
}

/** The history stays: an event that goes with its deal is deleted, any other is marked as taken back. */
async function revoke(ctx: Ctx, log: Log, ids: number[]): Promise<void> {
  const events = await log.tx.stageEvent.findMany({ where: { id: { in: ids } } });
  const born = await log.tx.$queryRaw<{ id: number }[]>`
    SELECT e.row_id AS id FROM change_entry e
    WHERE e.record = 'deal' AND e.before IS NULL AND e.after IS NOT NULL
      AND e.change_id = (SELECT change_id FROM change_entry WHERE record = 'stageEvent' AND row_id = ${ids[0]} AND before IS NULL ORDER BY id LIMIT 1)`;
  const newDeals = new Set(born.map((row) => row.id));
  const gone = events.filter((event) => newDeals.has(event.dealId));
  await removed(() => log.tx.stageEvent.deleteMany({ where: { id: { in: gone.map((e) => e.id) } } }));
  for (const event of gone)
    log.deleted('stageEvent', plainRow(event as unknown as Row) as Row & { id: number });
  for (const event of events.filter((e) => !newDeals.has(e.dealId))) {
    await log.tx.stageEvent.update({ where: { id: event.id }, data: { revokedAt: ctx.now } });
    log.updated('stageEvent', event.id, { revokedAt: null }, { revokedAt: ctx.now });
  }
}

/** Something that was made since hangs on the row: the database's own word is the surest. */
async function removed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003') refuse('undo.used');
    throw error;
  }
}

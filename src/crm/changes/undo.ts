import { insertRows, quoted, updateRows } from '../../db/bulk.ts';
import { type ChangeEntry, Prisma, type Tx } from '../../db/client.ts';
import { sqlState, transaction } from '../../db/transaction.ts';
import { Refusal, refuse } from '../../i18n/refusal.ts';
import { noneUnderItself } from '../companies/parent.ts';
import type { Ctx } from '../context.ts';
import { type About, aboutOf } from './about.ts';
import { chainOf, laterOn, latestOf } from './chain.ts';
import { type Changed, change, type Log } from './change.ts';
import { plainRow, type RecordName, type Row, table } from './record.ts';
import { mayUndo } from './rights.ts';

export interface Undone {
  /** The change that was made at first: it is taken back now or, after the undo of an undo, stands again. */
  readonly id: number;
  readonly command: string;
  readonly stands: boolean;
  readonly about: About | null;
  readonly records: readonly { readonly record: RecordName; readonly id: number }[];
}

const fewEntries = 50;

/**
 * Takes a change back as a whole: created rows go, changed columns and deleted rows return, a stage event is
 * revoked and stays readable. Refuses when something in it was changed or used since. Without a number it is the
 * asker's latest change that still stands. An undo is a change too and can be undone; of two at once one is done.
 */
export function undo(ctx: Ctx, wanted?: number): Promise<Changed<Undone>> {
  return transaction(ctx.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('undo'))`;
    const { number, root, asked, last, entries, groups, later } = wanted
      ? await look(ctx, tx, wanted)
      : await lookAtLatest(ctx, tx);
    if (asked.depth % 2 !== last.depth % 2) refuse('undo.already', { change: number });
    if (later) refuse('undo.changed', { change: number, later: later.id, name: later.name ?? '–' });
    // An import is of no one record.
    const about = async () => (entries.length > fewEntries ? null : aboutOf(tx, root.command, last.id));
    const work = async (log: Log): Promise<Undone> => {
      const before = await about();
      await anAdminRemains(tx, async () => {
        for (const group of groups) await takeBack(ctx, log, group);
      });
      await noneUnderItself(
        tx,
        entries.filter(givesParent).map((entry) => entry.rowId),
      );
      const records = entries.map((e) => ({ record: e.record as RecordName, id: e.rowId }));
      // What is created anew is there only now.
      return {
        id: root.id,
        command: root.command,
        stands: last.depth % 2 === 1,
        about: before ?? (await about()),
        records,
      };
    };
    return change({ ...ctx, db: tx }, 'undo', work, last.id);
  });
}

/** A change, held still and judged: refuses when the asker may not take it back. */
async function look(ctx: Ctx, tx: Tx, number: number) {
  const { root, asked, last } = (await chainOf(tx, number)) ?? refuse('undo.none', { change: number });
  const entries = await tx.changeEntry.findMany({ where: { changeId: last.id }, orderBy: { id: 'desc' } });
  const groups = grouped(entries);
  for (const group of groups) await lock(tx, group);
  const later = await laterOn(tx, last.id);
  await mayUndo(ctx, tx, { change: number, root, last, entries, changedSince: later !== undefined });
  return { number, root, asked, last, entries, groups, later };
}

/** The asker's latest change that stands; what is out of their sight by now does not exist, and is passed over. */
async function lookAtLatest(ctx: Ctx, tx: Tx) {
  for (const number of await latestOf(tx, ctx))
    try {
      return await look(ctx, tx, number);
    } catch (error) {
      if (!(error instanceof Refusal) || error.key !== 'problem.undo.none') throw error;
    }
  return refuse('undo.nothing');
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

/** What is restored must not be changed by somebody else meanwhile. */
async function lock(tx: Tx, [first, ...others]: readonly ChangeEntry[]): Promise<void> {
  if (!first) return;
  const ids = [first, ...others].map((entry) => entry.rowId);
  await tx.$queryRaw`SELECT id FROM ${quoted(first.record)} WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
}

/** Whatever is taken back, somebody must remain who can let others in. */
async function anAdminRemains(tx: Tx, work: () => Promise<void>): Promise<void> {
  const count = () => tx.member.count({ where: { role: 'ADMIN', active: true } });
  const before = await count();
  await work();
  if (before > 0 && (await count()) === 0) refuse('member.last_admin');
}

async function takeBack(ctx: Ctx, log: Log, group: ChangeEntry[]): Promise<void> {
  const record = group[0]?.record as RecordName;
  const rows = table(log.tx, record);
  const ids = group.map((entry) => entry.rowId);
  const how = sort(group[0] as ChangeEntry);
  if (how === 'deleted') {
    const before = group.map((entry) => entry.before as Row);
    await restored(() => insertRows(log.tx, record, before));
    for (const id of ids) log.created(record, id);
  } else if (how === 'updated') {
    for (const batch of batches(group)) {
      const before = batch.map((entry) => ({ ...(entry.before as Row), id: entry.rowId }));
      await restored(() => updateRows(log.tx, record, before));
    }
    for (const entry of group) log.updated(record, entry.rowId, entry.after as Row, entry.before as Row);
  } else if (record === 'stageEvent') await revoke(ctx, log, ids);
  else {
    const present = await rows.findMany({ where: { id: { in: ids } } });
    await removed(() => rows.deleteMany({ where: { id: { in: ids } } }));
    for (const row of present) log.deleted(record, plainRow(row) as Row & { id: number });
  }
}

/** Entries of different rows with the same columns, for one statement each; a row that was changed twice goes back twice. */
function batches(group: readonly ChangeEntry[]): ChangeEntry[][] {
  if (new Set(group.map((entry) => entry.rowId)).size < group.length) return group.map((entry) => [entry]);
  const alike = new Map<string, ChangeEntry[]>();
  for (const entry of group) {
    const columns = Object.keys(entry.before as Row).join();
    const batch = alike.get(columns) ?? [];
    alike.set(columns, batch);
    batch.push(entry);
  }
  return [...alike.values()];
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
  // A row of Prisma's has no index signature; the log keeps it as JSON.
  for (const event of gone)
    log.deleted('stageEvent', plainRow(event as unknown as Row) as Row & { id: number });
  for (const event of events.filter((e) => !newDeals.has(e.dealId))) {
    await log.tx.stageEvent.update({ where: { id: event.id }, data: { revokedAt: ctx.now } });
    log.updated('stageEvent', event.id, { revokedAt: null }, { revokedAt: ctx.now });
  }
}

/** Whether taking this back may put a company under another. */
const givesParent = ({ record, before }: ChangeEntry) =>
  record === 'company' && typeof (before as Row | null)?.parentId === 'number';

/** What a row was called may be another's name by now, and what it was linked to may be gone. */
async function restored(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sqlState(error) === '23505') refuse('undo.taken');
    if (sqlState(error) === '23503') refuse('undo.gone');
    throw error;
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

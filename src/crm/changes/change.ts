import { type BulkRow, insertRows } from '../../db/bulk.ts';
import type { Tx } from '../../db/client.ts';
import { transaction } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { plainRow, type RecordName, type Row } from './record.ts';

/** What a verb notes down of each row it touches. */
export interface Log {
  readonly tx: Tx;
  /** The change's number: what `/undo` takes. */
  readonly id: number;
  created(record: RecordName, rowId: number): void;
  /** Only columns that differ are kept; nothing is when none do. */
  updated(record: RecordName, rowId: number, before: Row, after: Row): void;
  deleted(record: RecordName, row: Row & { readonly id: number }): void;
}

export interface Changed<T> {
  readonly value: T;
  readonly changeId: number;
}

/**
 * Runs a verb: one transaction, with its entry in the change log. All of it happens or nothing. The invocation's
 * key makes a second run of the same invocation fail here instead of doing the thing twice.
 */
export async function change<T>(
  ctx: Ctx,
  command: string,
  work: (log: Log) => Promise<T>,
  undoesId: number | null = null,
): Promise<Changed<T>> {
  const run = async (tx: Tx): Promise<Changed<T>> => {
    const { id } = await tx.change.create({
      data: {
        at: ctx.now,
        memberId: ctx.member?.id ?? null,
        platform: ctx.platform,
        command,
        eventKey: ctx.eventKey,
        undoesId,
      },
      select: { id: true },
    });
    const entries: BulkRow[] = [];
    const note = (record: RecordName, rowId: number, before: Row | null, after: Row | null) =>
      entries.push({ changeId: id, record, rowId, before, after });
    const value = await work({
      tx,
      id,
      created: (record, rowId) => note(record, rowId, null, {}),
      updated: (record, rowId, before, after) => {
        const [was, is] = differing(plainRow(before), plainRow(after));
        if (Object.keys(is).length) note(record, rowId, was, is);
      },
      deleted: (record, row) => note(record, row.id, plainRow(row), null),
    });
    await insertRows(tx, 'changeEntry', entries);
    return { value, changeId: id };
  };
  return transaction(ctx.db, run);
}

/** The columns of `after` whose values are not those of `before`. */
function differing(before: Row, after: Row): [Row, Row] {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return [only(before), only(after)];
}

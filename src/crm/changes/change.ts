import type { Tx } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import { sqlState, transaction } from '../../db/transaction.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { plainRow, type RecordName, type Row } from './record.ts';

/** What a verb notes down of each row it touches. */
export interface Log {
  readonly tx: Tx;
  created(record: RecordName, rowId: number): void;
  /** Only columns that differ are kept; nothing is when none do. */
  updated(record: RecordName, rowId: number, before: Row, after: Row): void;
  deleted(record: RecordName, row: Row & { readonly id: number }): void;
}

export interface Changed<T> {
  readonly value: T;
  /** The change's number: what `/undo` takes. */
  readonly changeId: number;
}

/**
 * Runs a verb: one transaction, with its entry in the change log. All of it happens or nothing. The invocation's
 * key makes a second run of the same invocation wait for the first and be refused here, instead of doing it twice.
 */
export async function change<T>(
  ctx: Ctx,
  command: string,
  work: (log: Log) => Promise<T>,
  undoesId: number | null = null,
): Promise<Changed<T>> {
  const run = async (tx: Tx): Promise<Changed<T>> => {
    const entries: object[] = [];
    const note = (record: RecordName, id: number, before: Row | null, after: Row | null) =>
      entries.push({ record, row_id: id, before, after });
    const value = await work({
      tx,
      created: (record, rowId) => note(record, rowId, null, {}),
      updated: (record, rowId, before, after) => {
        const [was, is] = differing(plainRow(before), plainRow(after));
        if (Object.keys(is).length) note(record, rowId, was, is);
      },
      deleted: (record, row) => note(record, row.id, plainRow(row), null),
    });
    // Last, and in one statement: of two changes to one row, the later has the higher number.
    const [made] = await tx.$queryRaw<{ id: number }[]>`${kept}
      WITH made AS (
        INSERT INTO change (at, member_id, platform, command, event_key, undoes_id)
        VALUES (${ctx.now}, ${ctx.member?.id ?? null}, ${ctx.platform}, ${command}, ${ctx.eventKey}, ${undoesId})
        ON CONFLICT (event_key) DO NOTHING RETURNING id
      ), noted AS (
        INSERT INTO change_entry (change_id, record, row_id, before, after)
        SELECT made.id, e.* FROM made, json_to_recordset(${JSON.stringify(entries)}::json)
          AS e(record text, row_id int, before jsonb, after jsonb)
      ) SELECT id FROM made`;
    return made ? { value, changeId: made.id } : refuse('change.done');
  };
  try {
    return await transaction(ctx.db, run);
  } catch (error) {
    // What the verb names was there when it was looked up, and somebody has taken it away since.
    if (sqlState(error) === '23503') refuse('change.gone');
    throw error;
  }
}

/** The columns of `after` whose values are not those of `before`. */
function differing(before: Row, after: Row): [Row, Row] {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return [only(before), only(after)];
}

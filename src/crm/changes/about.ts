import type { ChangeEntry, Tx } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import { type RecordName, type Row, table } from './record.ts';

/** The one record that a change was about, as it is called. */
export interface About {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
}

/** What hangs on a record, and is no change of it. */
const hanging = ['activity', 'stageEvent', 'task'] as const;
const kinds: readonly Kind[] = ['deal', 'lead', 'contact', 'company'];
/** A change of more rows, an import, is about no one record. */
const most = 20;

/**
 * The record that a change was of: `lead.convert` of its lead, whatever it made; of others the one that it wrote, or
 * that what it wrote hangs on, as a call does on its deal. Of several it is none.
 */
export async function aboutOf(
  tx: Tx,
  command: string,
  entries: readonly ChangeEntry[],
): Promise<About | null> {
  if (entries.length > most) return null;
  const own = kinds.filter((kind) => command.startsWith(`${kind}.`));
  const among = own.length ? own : kinds;
  const written = new Map<RecordName, Row[]>();
  for (const record of [...among, ...hanging]) written.set(record, await rowsOf(tx, record, entries));
  const on = hanging.flatMap((record) => written.get(record) ?? []);
  const found = among.flatMap((kind) => {
    const rows = written.get(kind) ?? [];
    const ids = rows.length ? rows.map(({ id }) => id) : on.map((row) => row[`${kind}Id`]);
    return [...new Set(ids)].flatMap((id) => (typeof id === 'number' ? [{ kind, id, rows }] : []));
  });
  const [only] = found;
  if (!only || found.length > 1) return null;
  const now = await table(tx, only.kind).findMany({ where: { id: { in: [only.id] } } });
  const name = [...now, ...only.rows].map(nameOf).find((text) => text);
  return name ? { kind: only.kind, id: only.id, name } : null;
}

/** The rows of a change as they are, and as it says they are or were. */
async function rowsOf(tx: Tx, record: RecordName, entries: readonly ChangeEntry[]): Promise<Row[]> {
  const own = entries.filter((entry) => entry.record === record);
  if (own.length === 0) return [];
  const now = await table(tx, record).findMany({ where: { id: { in: own.map(({ rowId }) => rowId) } } });
  const said = own.map(({ rowId, before, after }) => ({ ...(before as Row), ...(after as Row), id: rowId }));
  return [...now, ...said];
}

const nameOf = ({ title, name }: Row) =>
  [title, name].find((text): text is string => typeof text === 'string');

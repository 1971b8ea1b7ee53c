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
/** A conversion is of its lead, whatever it made. */
const asked: readonly Kind[] = ['lead', 'deal', 'contact', 'company'];
/** A change of more rows, an import, is about no one record. */
const most = 20;

/** The record that a change wrote, or that what it wrote hangs on: a call on its deal. Of several of a kind it is none. */
export async function aboutOf(tx: Tx, entries: readonly ChangeEntry[]): Promise<About | null> {
  if (entries.length > most) return null;
  const written = new Map<RecordName, Row[]>();
  for (const record of [...asked, ...hanging]) written.set(record, await rowsOf(tx, record, entries));
  const on = hanging.flatMap((record) => written.get(record) ?? []);
  for (const kind of asked) {
    const own = written.get(kind) ?? [];
    const ids = new Set(
      (own.length ? own.map(({ id }) => id) : on.map((row) => row[`${kind}Id`])).filter(Number),
    );
    const [id] = ids;
    if (ids.size === 0) continue;
    if (ids.size > 1 || typeof id !== 'number') return null;
    const now = await table(tx, kind).findMany({ where: { id: { in: [id] } } });
    const name = [...now, ...own].map(nameOf).find((text) => text);
    return name ? { kind, id, name } : null;
  }
  return null;
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

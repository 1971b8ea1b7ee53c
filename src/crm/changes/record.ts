import type { Tx } from '../../db/client.ts';

/** The tables whose rows the change log follows, by the name of their Prisma delegate. */
export const records = [
  'activity',
  'assignmentRule',
  'channel',
  'company',
  'contact',
  'customField',
  'deal',
  'distinctPair',
  'identity',
  'lead',
  'member',
  'merged',
  'permission',
  'product',
  'segment',
  'setting',
  'stage',
  'stageEvent',
  'subscription',
  'task',
  'team',
] as const;
export type RecordName = (typeof records)[number];

/** A row or some of its columns as JSON: moments as ISO text, decimals as text. */
export type Row = Readonly<Record<string, unknown>>;

/** What the delegates have in common, as far as undoing needs it. */
interface Table {
  findMany(args: { where: { id: { in: number[] } } }): Promise<Row[]>;
  update(args: { where: { id: number }; data: Row }): Promise<unknown>;
  deleteMany(args: { where: { id: { in: number[] } } }): Promise<unknown>;
}

/** One table by name. Prisma's delegates have no common type, so their shape is named here. */
export const table = (tx: Tx, record: RecordName) => tx[record] as unknown as Table;

/** A value as the change log keeps it. */
export const plainRow = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

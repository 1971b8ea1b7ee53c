import type { Profiled } from '../crm/attributes/attributes.ts';
import { code } from '../crm/codes.ts';
import { marksOf } from '../crm/duplicates/marks.ts';
import { createPool, type Pool } from '../crm/duplicates/pool.ts';
import { peopleSharing } from '../crm/duplicates/sharing.ts';
import { Prisma } from '../db/client.ts';
import type { Problem } from '../lib/errors.ts';
import type { Reach } from '../lib/reach.ts';
import { type Cells, shown } from './cells.ts';
import type { Desk } from './kinds/kind.ts';
import { RowRefused } from './refuse-row.ts';
import type { Item } from './shelf.ts';

/** A row that is likely the twin of a record, or of an earlier row. */
export class TwinFound extends RowRefused {}

/** The records that rows may be twins of, and the rows so far. */
export interface Twins {
  /**
   * Refuses an item that is about to be a new record and likely is here already. Any other is known from now on, by
   * what its row says; `companyName` is where a person works.
   */
  admit(item: Item, row: number, companyName?: unknown): void;
}

interface Known {
  readonly kind: Profiled;
  /** 0 where it is about to be. */
  readonly id: number;
  readonly name: string;
  readonly row?: number;
}

interface Person {
  readonly email?: readonly Reach[];
  readonly phone?: readonly Reach[];
  readonly company?: string;
}

/** The likely twins of companies among `all`. */
export function companyTwins({ duplicates }: Pick<Desk<Cells>, 'duplicates'>, all: Iterable<Item>): Twins {
  if (duplicates === 'add') return { admit() {} };
  const pool = createPool<Known>(false);
  for (const { id, values } of all)
    pool.add({ kind: 'company', id, name: String(values.name) }, marksOf(values));
  return admitting('company', pool);
}

/** The likely twins of these people among contacts and leads. A converted lead and its contact are no twins. */
export async function peopleTwins(
  { ctx, duplicates }: Pick<Desk<Cells>, 'ctx' | 'duplicates'>,
  kind: 'contact' | 'lead',
  people: readonly Person[],
): Promise<Twins> {
  if (duplicates === 'add') return { admit() {} };
  const sought = people.map(({ email, phone, company = null }) => ({
    ...marksOf({ name: '', phones: phone, emails: email }),
    companyName: company,
  }));
  const pool = createPool<Known>(true);
  for (const other of ['lead', 'contact'] as const) {
    const open = kind === 'contact' && other === 'lead' ? Prisma.sql`r.status <> 'CONVERTED'` : undefined;
    for (const row of await peopleSharing(ctx, other, sought, open))
      pool.add({ kind: other, id: row.id, name: row.name }, marksOf(row));
  }
  return admitting(kind, pool);
}

function admitting(kind: Profiled, pool: Pool<Known>): Twins {
  return {
    admit({ id, values }, row, companyName = null) {
      const name = String(values.name);
      // A company that is about to be has no number yet: people there are told by its name.
      const marks = marksOf({ ...values, companyId: null, companyName });
      const comparable = ({ kind: other }: Known) => values.status !== 'CONVERTED' || other !== 'contact';
      const twin = id === 0 && pool.twinOf(marks, comparable);
      if (twin) throw new TwinFound(undefined, problemOf(twin.one, twin.why.join()));
      pool.add({ kind, id, name, row }, marks);
    },
  };
}

function problemOf({ kind, id, name, row = 0 }: Known, reasons: string): Problem {
  return id
    ? { code: 'import.twin.record', args: { record: code(kind, id), name: shown(name), reasons } }
    : { code: 'import.twin.row', args: { row, name: shown(name), reasons } };
}

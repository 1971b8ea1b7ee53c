import type { Ctx } from '../crm/context.ts';
import type { Tx } from '../db/client.ts';
import { breather } from '../lib/breathe.ts';
import { type Assigned, assignLeads } from './assign.ts';
import { openBook } from './book.ts';
import type { Cells } from './cells.ts';
import type { Creatable } from './creatable.ts';
import type { Kind, Row } from './kinds/kind.ts';
import type { Manner } from './manner.ts';
import type { Rejected } from './read.ts';
import { RowRefused } from './refuse-row.ts';
import type { Item, Shelf } from './shelf.ts';
import { TwinFound } from './twins.ts';

/** What the rows of a file come to, before any of it is written. */
export interface Outcome {
  readonly shelves: readonly Shelf[];
  /** The records that the rows are about. */
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What is made besides, because rows name it. */
  readonly made: readonly { readonly record: Shelf['record']; readonly count: number }[];
  readonly rejected: readonly Rejected[];
  /** Rows that were left out, as was asked, because they are likely here already. */
  readonly skipped: number;
  /** Null where that was not asked for. */
  readonly assigned: Assigned | null;
}

/** Puts the rows on shelves, checked against what is stored. */
export async function placeRows(
  tx: Tx,
  kind: Kind,
  rows: readonly Row<Cells>[],
  ctx: Ctx,
  options: Pick<Manner, 'duplicates' | 'assign'> & {
    readonly create: ReadonlySet<Creatable>;
    readonly dryRun: boolean;
  },
): Promise<Outcome> {
  const { now, zone, currency } = ctx;
  const { create, duplicates, assign, dryRun } = options;
  const book = await openBook(tx, { now, currency, create });
  let skipped = 0;
  const rejected: Rejected[] = [];
  const items = new Set<Item>();
  const { main, shelves } = await kind.place({
    ...{ now, zone, currency, duplicates, dryRun },
    ctx: { ...ctx, db: tx },
    tx,
    book,
    rows,
    async each(work, list = rows) {
      const breathe = breather();
      for (const row of list) {
        await breathe();
        try {
          items.add(work(row));
          book.settle(true);
        } catch (error) {
          if (!(error instanceof RowRefused)) throw error;
          book.settle(false);
          if (error instanceof TwinFound && duplicates === 'skip') skipped++;
          else rejected.push({ row: row.number, field: error.field, problem: error.problem });
        }
      }
    },
  });
  const assigned = assign ? await assignLeads(tx, ctx, main, { items, dryRun }) : null;
  const created = [...items].filter((item) => item.id === 0).length;
  const updated = [...items].filter((item) => main.updated.has(item)).length;
  const made = shelves
    .filter(({ record }) => record !== 'stageEvent')
    .map((shelf) => ({ record: shelf.record, count: shelf.inserted.length - (shelf === main ? created : 0) }))
    .filter(({ count }) => count > 0);
  return {
    shelves,
    created,
    updated,
    unchanged: items.size - created - updated,
    made,
    rejected,
    skipped,
    assigned,
  };
}

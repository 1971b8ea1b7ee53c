import type { Ctx } from '../../crm/context.ts';
import type { Tx } from '../../db/client.ts';
import type { Zone } from '../../lib/dates/index.ts';
import type { Book } from '../book.ts';
import type { Cells, Input } from '../cells.ts';
import type { Creatable } from '../creatable.ts';
import type { Duplicates } from '../duplicates.ts';
import type { Item, Shelf } from '../shelf.ts';

/** A row of the file that could be read. */
export interface Row<F extends Cells> {
  readonly number: number;
  readonly input: Input<F>;
}

export interface Desk<F extends Cells> {
  readonly tx: Tx;
  /** On whose behalf, within the same transaction. */
  readonly ctx: Ctx;
  readonly book: Book;
  readonly now: Date;
  readonly zone: Zone;
  readonly currency: string;
  readonly rows: readonly Row<F>[];
  readonly duplicates: Duplicates;
  /** Nothing will be written. */
  readonly dryRun: boolean;
  /** Runs `work` on each row for the record it is about; a refused row is reported, what was made for it forgotten. */
  each(work: (row: Row<F>) => Item, rows?: readonly Row<F>[]): Promise<void>;
}

export interface Placed {
  /** The shelf of the records that the rows are about. */
  readonly main: Shelf;
  /** All shelves, in the order of writing. */
  readonly shelves: readonly Shelf[];
}

/** What can be imported. */
export interface Kind<F extends Cells = Cells> {
  readonly cells: F;
  /** Fields without which no row can be read. */
  readonly required: readonly (keyof F & string)[];
  /** What its rows may name and have made. */
  readonly creates: readonly Creatable[];
  /** Puts what the rows say on shelves. */
  place(desk: Desk<F>): Promise<Placed>;
}

export const defineKind = <const F extends Cells>(kind: Kind<F>): Kind<F> => kind;

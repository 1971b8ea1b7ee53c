import { refuse } from '../i18n/refusal.ts';
import { breather } from '../lib/breathe.ts';
import type { Zone } from '../lib/dates/index.ts';
import type { Problem } from '../lib/errors.ts';
import type { Cells, FileReader, Input } from './cells.ts';
import { type Columns, findColumns } from './columns.ts';
import { createDates, type Order, orderOf } from './dates.ts';
import type { Kind, Row } from './kinds/kind.ts';
import type { Manner } from './manner.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { type Texts, textsOf } from './texts.ts';

/** A row that was not written, and why. */
export interface Rejected {
  readonly row: number;
  /** The field at fault, if it is one. */
  readonly field: string | undefined;
  readonly problem: Problem;
}

/** What a file says. */
export interface FileRows {
  readonly columns: Columns;
  readonly rows: readonly Row<Cells>[];
  readonly rejected: readonly Rejected[];
  /** How it writes dates, where it has any. */
  readonly order: Order | undefined;
}

/** Reads a whole file: what can be read of it, and the rows that cannot. Refuses a file that is none. */
export async function readRows(
  sheet: Sheet,
  kind: Kind,
  manner: Manner,
  { now, zone, currency }: { readonly now: Date; readonly zone: Zone; readonly currency: string },
): Promise<FileRows> {
  const rejected: Rejected[] = [];
  const raw: { number: number; texts: Texts }[] = [];
  let columns: Columns | undefined;
  let take: (cells: readonly string[]) => Texts = () => ({});
  for await (const { number, cells } of readSheet(sheet)) {
    if (!columns) {
      columns = findColumns(cells, kind, manner);
      take = textsOf(kind.cells, columns);
    } else if (isRagged(cells, columns.header)) {
      const problem = {
        code: 'import.ragged',
        args: { cells: cells.length, columns: columns.header.length },
      };
      rejected.push({ row: number, field: undefined, problem });
    } else raw.push({ number, texts: take(cells) });
  }
  if (!columns || raw.length + rejected.length === 0)
    return refuse('import.file.empty', { file: sheet.file.name });

  const dated = Object.keys(kind.cells).filter((field) => kind.cells[field]?.dated);
  const order = manner.order ?? orderOf(datesIn(raw, dated));
  if (order === 'unclear') return refuse('import.date_order');
  const reader: FileReader = { currency, dates: createDates(order ?? 'DMY', zone, now) };
  const rows: Row<Cells>[] = [];
  const breathe = breather();
  for (const { number, texts } of raw) {
    await breathe();
    const read = readRow(kind, texts, reader);
    if ('input' in read) rows.push({ number, input: read.input });
    else rejected.push({ row: number, ...read });
  }
  return { columns, rows, rejected, order };
}

/** Cells beyond the header are no harm while they are empty. */
function isRagged(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length < header.length || cells.slice(header.length).some(Boolean);
}

function* datesIn(raw: readonly { texts: Texts }[], fields: readonly string[]): Generator<string> {
  for (const { texts } of raw) for (const field of fields) if (texts[field]) yield texts[field];
}

function readRow(
  kind: Kind,
  texts: Texts,
  reader: FileReader,
): { input: Input<Cells> } | { field: string; problem: Problem } {
  const input: Record<string, unknown> = {};
  const missing = kind.required.find((field) => !texts[field]);
  if (missing) return { field: missing, problem: { code: 'import.missing' } };
  // A row's own currency is that of its amounts.
  const entries = Object.entries(kind.cells).sort(
    ([a], [b]) => Number(b === 'currency') - Number(a === 'currency'),
  );
  for (const [field, cell] of entries) {
    const text = texts[field];
    if (text === undefined) continue;
    const own = (input.currency as string | undefined) ?? reader.currency;
    const reading = cell.read(text, { ...reader, currency: own });
    if (!reading.ok) return { field, problem: reading.problem };
    input[field] = reading.value;
  }
  return { input };
}

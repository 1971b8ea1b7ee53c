import type { Ctx } from '../crm/context.ts';
import { Refusal, refuse } from '../i18n/refusal.ts';
import type { Cells } from './cells.ts';
import { type Columns, findColumns, noneTwice } from './columns.ts';
import type { CsvFile } from './file.ts';
import { kindOf } from './kinds/index.ts';
import type { Unsaid } from './manner.ts';
import { type Opened, openFile } from './open.ts';
import { openSheet, readSheet } from './sheet.ts';

/** What the first row of a file tells. */
export interface Recognised {
  readonly file: string;
  readonly header: readonly string[];
  readonly manner: Unsaid;
  /** The fields of what it is about; none where that is not known. */
  readonly cells: Cells;
  /** Undefined where nothing is known of them. */
  readonly columns: Columns | undefined;
}

/** What can be told of a file before anything is tried. */
export interface Look extends Recognised {
  /** Undefined where something has to be said first. */
  readonly opened?: Opened;
  /** What keeps it from being read; nothing where only its kind is missing. */
  readonly problem?: Refusal;
}

/** The columns of a file. Refuses one that is none. */
export async function headerOf(file: CsvFile): Promise<readonly string[]> {
  for await (const { cells } of readSheet(await openSheet(file))) {
    noneTwice(cells);
    return cells;
  }
  return refuse('import.file.empty', { file: file.name });
}

/** What is known of the columns of a file, also where one that is needed is not among them. */
export async function recognise(
  { custom }: Pick<Ctx, 'custom'>,
  file: CsvFile,
  manner: Unsaid,
): Promise<Recognised> {
  const { kind } = manner;
  const about = kind && kindOf(kind, custom);
  const known = { file: file.name, header: await headerOf(file), manner, cells: about?.cells ?? {} };
  if (!about) return { ...known, columns: undefined };
  const lenient = { ...about, required: [] };
  const columns = unlessRefused(() => findColumns(known.header, lenient, { ...manner, kind }));
  return { ...known, columns };
}

/** Looks into a file as far as it can be read. Refuses one that is none. */
export async function lookInto(ctx: Ctx, file: CsvFile, manner: Unsaid): Promise<Look> {
  const known = await recognise(ctx, file, manner);
  const { kind } = manner;
  if (!kind) return known;
  try {
    return { ...known, opened: await openFile(ctx, file, { ...manner, kind }) };
  } catch (error) {
    // What nothing that is said could mend is refused.
    if (!(error instanceof Refusal) || error.key.startsWith('problem.import.file.')) throw error;
    return { ...known, problem: error };
  }
}

/** What work comes to, or undefined where it refuses. */
export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

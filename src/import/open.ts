import type { Ctx } from '../crm/context.ts';
import type { CsvFile } from './file.ts';
import { kindOf } from './kinds/index.ts';
import type { Manner } from './manner.ts';
import { type FileRows, readRows } from './read.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** A file that was read, and nothing of it written. */
export interface Opened extends FileRows {
  readonly sheet: Sheet;
  readonly manner: Manner;
  /** With the currency and the zone of the file. */
  readonly ctx: Ctx;
}

/** Reads a whole file. Refuses one that is none, or of which columns or dates cannot be told. */
export async function openFile(ctx: Ctx, file: CsvFile, manner: Manner): Promise<Opened> {
  const sheet = await openSheet(file);
  const own = { ...ctx, zone: manner.zone ?? ctx.zone, currency: manner.currency ?? ctx.currency };
  const rows = await readRows(sheet, kindOf(manner.kind, ctx.custom), manner, own);
  return { ...rows, sheet, manner, ctx: own };
}

import { shorten } from '../lib/text.ts';
import type { Packed } from './wire.ts';

/** A file that came with a message to the bot alone. */
export interface Dropped {
  /** What its platform knows it by: see `Platform.download`. */
  readonly reference: string;
  readonly name: string;
  readonly size: number;
}

/** Also those of office programs, of which it is said how to save them. */
const table = /\.(csv|tsv|tab|txt|xlsx?|ods)$/i;

/**
 * The files of a message that are to be imported: all of one without words, else the tables among them. Other files
 * only go with what is said.
 */
export function dropped(files: readonly Dropped[], words: string): Packed[] {
  const wanted = words.trim() ? files.filter(({ name }) => table.test(name)) : files;
  return wanted.map(({ reference, name, size }) => ({
    command: 'import.file',
    wire: { file: reference, name: shorten(name, 200), size: String(size) },
  }));
}

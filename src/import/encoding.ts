import { isAscii, isUtf8 } from 'node:buffer';
import { refuse } from '../i18n/refusal.ts';
import type { CsvFile } from './file.ts';

/** How a file's characters are written, as `TextDecoder` calls it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

const newline = 10;
/** A longer line is no record: see `readSheet`. */
const longest = 2 * 1024 * 1024;
/** Archives (also xlsx), old office documents, PDF, PNG, gzip. */
const binaries = ['504b0304', 'd0cf11e0', '25504446', '89504e47', '1f8b08'];

/**
 * The encoding of a whole file: by its mark, by the zero bytes of UTF-16, else UTF-8, or Windows-1258 where that fails.
 * Refuses what is no text, and lines of several encodings in one file.
 */
export async function encodingOf(file: CsvFile): Promise<Encoding> {
  let start: Buffer | undefined;
  let rest = Buffer.alloc(0);
  const seen: Seen = { utf8: false, other: false, control: false };
  for await (const chunk of file.chunks()) {
    if (!start) {
      start = chunk;
      const known = marked(chunk) ?? widthOf(chunk);
      if (known) return known;
      if (binaries.some((magic) => chunk.subarray(0, 8).toString('hex').startsWith(magic)))
        refuse('import.file.binary', { file: file.name });
    }
    if (chunk.includes(0)) refuse('import.file.binary', { file: file.name });
    const block = Buffer.concat([rest, chunk]);
    const end = block.lastIndexOf(newline) + 1 || (block.length > longest ? block.length : 0);
    look(block.subarray(0, end), seen);
    rest = block.subarray(end);
  }
  look(rest, seen);
  // An old encoding gives every byte a letter: what no text has tells that this is none.
  if (seen.other && seen.control) refuse('import.file.binary', { file: file.name });
  if (seen.utf8 && seen.other) refuse('import.file.mixed', { file: file.name });
  return seen.other ? 'windows-1258' : 'utf-8';
}

function marked([a, b, c]: Buffer): Encoding | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/** UTF-16 without a mark: in most of its letters one of the two bytes is zero, always the same. */
function widthOf(start: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 6;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  return even > many && odd * 20 < even ? 'utf-16be' : undefined;
}

interface Seen {
  utf8: boolean;
  other: boolean;
  control: boolean;
}

/** Notes which encodings whole lines are in; those of plain ASCII are in any. */
function look(lines: Buffer, seen: Seen): void {
  if (isUtf8(lines)) {
    seen.utf8 ||= !isAscii(lines);
    return;
  }
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf(newline, from) + 1 || lines.length;
    const line = lines.subarray(from, to);
    if (!isUtf8(line)) {
      seen.other = true;
      seen.control ||= line.some((byte) => byte < 9 || (byte > 13 && byte < 32));
    } else seen.utf8 ||= !isAscii(line);
    from = to;
  }
}

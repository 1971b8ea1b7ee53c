import type { Translator } from '../i18n/index.ts';
import { Refusal } from '../i18n/refusal.ts';
import type { FileBlock } from './card.ts';
import type { Person } from './platform.ts';

/** Makes a file as its reader may see it at this moment, piece by piece. Rejects with a refusal where they may not. */
export type MakeFile = (file: FileBlock, reader: Person) => Promise<AsyncIterable<string>>;

interface Making {
  readonly make: MakeFile;
  /** Who gets it, and nobody else. */
  readonly reader: Person;
  /** As many megabytes as the platform takes; no more than that is ever held. */
  readonly megabytes: number;
  readonly t: Translator;
  failed(error: unknown): void;
}

/** A whole file as UTF-8, or the sentence to say in its place. Never rejects. */
export async function wholeFile(
  file: FileBlock,
  { make, reader, megabytes, t, failed }: Making,
): Promise<Blob | string> {
  // Blobs of blobs are put together without a copy.
  const held: Blob[] = [];
  let room = megabytes * 1024 * 1024;
  try {
    for await (const piece of await make(file, reader)) {
      const bytes = new Blob([piece]);
      room -= bytes.size;
      if (room < 0)
        return t('records' in file ? 'file.large' : 'file.large.rows', { name: file.name, megabytes });
      held.push(bytes);
    }
    return new Blob(held);
  } catch (error) {
    if (error instanceof Refusal) return error.in(t);
    failed(error);
    return t('file.failed', { name: file.name });
  }
}

import type { RawFile } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import { wholeFile } from '../../chat/file.ts';
import type { Person } from '../../chat/platform.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';

export interface Files {
  /** File names by their place among the card's blocks, and sentences for those that could not be made. */
  readonly names: ReadonlyMap<number, string>;
  readonly sentences: ReadonlyMap<number, string>;
  readonly files: RawFile[];
}

/** Makes the files of a card for the one person who gets them. Never rejects. */
export async function makeAll(
  card: Card,
  reader: Person,
  { make, log }: Pick<Desk, 'make' | 'log'>,
  t: Translator,
): Promise<Files> {
  const names = new Map<number, string>();
  const sentences = new Map<number, string>();
  const files: RawFile[] = [];
  const failed = (error: unknown) => log.warn({ err: error }, 'a file was not made');
  for (const [i, block] of card.blocks.entries()) {
    if (block.kind !== 'file') continue;
    const { name } = block;
    const whole = await wholeFile(block, { make, reader, megabytes: limits.fileMegabytes, t, failed });
    if (typeof whole === 'string') sentences.set(i, whole);
    else {
      names.set(i, name);
      files.push({ name, data: Buffer.from(await whole.arrayBuffer()), contentType: 'text/csv' });
    }
  }
  return { names, sentences, files };
}

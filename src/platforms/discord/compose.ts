import { DiscordAPIError, type RawFile } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Person } from '../../chat/platform.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import type { Desk } from './desk.ts';
import { makeAll } from './files.ts';
import { drawAll } from './pictures.ts';
import { type Body, type Extras, render } from './render.ts';

/** Missing permissions, files that are too large, a form that Discord refuses. */
const UNWANTED = [50013, 40005, 50035];

interface Shown {
  readonly card: Card;
  readonly locale: Locale;
  /** The only one who sees it: files are for nobody else. */
  readonly reader?: Person | undefined;
  readonly marks?: Extras['marks'];
}

/**
 * Draws and renders a card and hands it to `put`. Where Discord does not take what is attached, the card goes without
 * it: no message fails for want of a picture.
 */
export async function compose<T>(
  desk: Desk,
  { card, locale, reader, marks }: Shown,
  put: (body: Body, files: RawFile[]) => Promise<T>,
): Promise<T> {
  const t = translator(locale);
  const known = marks && { marks };
  const drawn = await drawAll(card, desk.draw, desk.log);
  const made = reader && (await makeAll(card, reader, desk, t));
  const attached = new Map([...drawn.names, ...(made?.names ?? [])]);
  const files = [...drawn.files, ...(made?.files ?? [])];
  const sentences = new Map(made?.sentences);
  try {
    return await put(render(card, locale, { attached, sentences, ...known }), files);
  } catch (error) {
    const unwanted = error instanceof DiscordAPIError && UNWANTED.includes(Number(error.code));
    if (files.length === 0 || !unwanted) throw error;
    desk.log.warn({ err: error }, 'Discord took no picture or file; the card goes without');
    for (const [i, name] of made?.names ?? []) sentences.set(i, t('file.failed', { name }));
    return put(render(card, locale, { sentences, ...known }), []);
  }
}

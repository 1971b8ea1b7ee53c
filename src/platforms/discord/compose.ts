import { DiscordAPIError, type RawFile } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Desk } from './desk.ts';
import { drawAll } from './pictures.ts';
import { type Body, type Extras, render } from './render.ts';

/** Missing permissions, files that are too large, a form that Discord refuses. */
const UNWANTED = [50013, 40005, 50035];

/**
 * Draws and renders a card and hands it to `put`. Where Discord does not take the pictures, the card goes without
 * them: no message fails for want of a picture.
 */
export async function compose<T>(
  desk: Desk,
  card: Card,
  locale: Locale,
  put: (body: Body, files: RawFile[]) => Promise<T>,
  marks?: Extras['marks'],
): Promise<T> {
  const known = marks && { marks };
  const { names, files } = await drawAll(card, desk.draw, desk.log);
  try {
    return await put(render(card, locale, { pictures: names, ...known }), files);
  } catch (error) {
    const unwanted = error instanceof DiscordAPIError && UNWANTED.includes(Number(error.code));
    if (files.length === 0 || !unwanted) throw error;
    desk.log.warn({ err: error }, 'Discord took no picture; its table is shown');
    return put(render(card, locale, { ...known }), []);
  }
}

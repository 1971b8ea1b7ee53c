import type { APIContainerComponent, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Block, Card, Tone } from '../../chat/card.ts';
import { type Locale, type Translator, translator } from '../../i18n/index.ts';
import type { Text } from '../../lib/span.ts';
import { shorten } from '../../lib/text.ts';
import { buttons, facts, oneLine, paragraph, SMALL, table } from './blocks.ts';
import { pinged } from './inline.ts';
import { limits } from './limits.ts';
import { Sheet } from './sheet.ts';

/** IS_COMPONENTS_V2: a message is its components, without content and embeds, whatever people's settings hide. */
const V2 = 1 << 15;
const TITLE = 512;
const colours: Record<Tone, number> = { plain: 0x2f6bed, good: 0x2e9e6b, warn: 0xd99a00, bad: 0xd64545 };

/** A message as Discord takes it; the same body makes one and edits one. */
export type Body = RESTPostAPIChannelMessageJSONBody & { readonly flags: number };

export interface Extras {
  /** Names of the attached pictures and files, by the place of their chart or file among the blocks. */
  readonly attached?: ReadonlyMap<number, string>;
  /** What is said in the place of a file that is not attached. */
  readonly sentences?: ReadonlyMap<number, string>;
  /** Two component ids by which the message is known again among others. */
  readonly marks?: readonly [number, number];
}

/** A card of one sentence, for what a person can mend. */
export function sentence(text: string): Card {
  return { title: [text], tone: 'warn', blocks: [] };
}

/**
 * A card as one Discord message. Total: what does not fit is left out and said so. Pings whom it mentions, nobody
 * else. A chart without its picture is its table, a file that is not attached a sentence.
 */
export function render(
  card: Card,
  locale: Locale,
  { attached = new Map(), sentences, marks }: Extras = {},
): Body {
  const t = translator(locale);
  const sheet = new Sheet();
  sheet.text(`### ${oneLine(card.title, TITLE) || oneLine([card.summary ?? ''], TITLE) || '…'}`);
  for (const [i, block] of card.blocks.entries()) lay(sheet, block, attached.get(i), t, sentences?.get(i));
  if (sheet.shortened) sheet.close(SMALL + t('platform.shortened'));
  const [title, ...rest] = sheet.components;
  const container = {
    type: 17,
    accent_color: colours[card.tone ?? 'plain'],
    components: [{ ...title, ...(marks && { id: marks[1] }) }, ...rest],
    ...(marks && { id: marks[0] }),
  } as APIContainerComponent;
  const users = new Set([card.title, ...card.blocks.flatMap(textsOf)].flatMap(pinged));
  return {
    flags: V2,
    components: [container],
    allowed_mentions: { parse: [], users: [...users].slice(0, limits.pings) },
    attachments: [...attached.values()].map((filename, id) => ({ id: String(id), filename })),
  };
}

function lay(
  sheet: Sheet,
  block: Block,
  attached: string | undefined,
  t: Translator,
  sentence?: string,
): void {
  switch (block.kind) {
    case 'text':
      paragraph(sheet, block.text);
      break;
    case 'note':
      paragraph(sheet, block.text, SMALL);
      break;
    case 'facts':
      facts(sheet, block.facts, t);
      break;
    case 'table':
      table(sheet, block, t);
      break;
    case 'chart':
      if (attached) show(sheet, attached, block.alt);
      else table(sheet, block.table, t);
      break;
    case 'file':
      if (attached) sheet.add({ type: 13, file: { url: `attachment://${attached}` } }, 1);
      else paragraph(sheet, [sentence ?? t('file.asker', { name: block.name })]);
      break;
    case 'actions':
      buttons(sheet, block.actions);
      break;
    case 'divider':
      sheet.add({ type: 14 }, 1);
      break;
    default:
      block satisfies never;
  }
}

function show(sheet: Sheet, picture: string, alt: string): void {
  const description = shorten(alt, limits.pictureText);
  const media = { url: `attachment://${picture}` };
  sheet.add({ type: 12, items: [{ media, ...(description && { description }) }] }, 1);
}

/** Every text of a block that is printed as markdown, where a mention pings. */
function textsOf(block: Block): Text[] {
  if (block.kind === 'text' || block.kind === 'note') return [block.text];
  if (block.kind === 'facts') return block.facts.map((fact) => fact.value);
  if (block.kind === 'table') return block.rows.flat();
  return block.kind === 'chart' ? textsOf(block.table) : [];
}

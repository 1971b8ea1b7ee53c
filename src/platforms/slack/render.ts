import type { types } from '@slack/bolt';
import type { Action, Block, Card, Fact, Table } from '../../chat/card.ts';
import { pack } from '../../chat/wire.ts';
import { translator } from '../../i18n/index.ts';
import type { Text } from '../../lib/span.ts';
import { shorten } from '../../lib/text.ts';
import { escaped, type Reading, rich, small, words } from './inline.ts';
import { limits } from './limits.ts';
import { type Drawn, tableBlock, tableText } from './table.ts';

type SlackBlock = types.KnownBlock;

export interface Look extends Reading {
  readonly surface: 'message' | 'home';
  /** The uploaded file that shows a chart; a chart without one is shown as its table. */
  readonly pictures?: ReadonlyMap<Block, string>;
  /** What is said of a file, which itself stands in no card. */
  readonly files?: ReadonlyMap<Block, string>;
}

export interface Rendered {
  /** For notifications, and for readers of screens. Escaped. */
  readonly text: string;
  readonly blocks: SlackBlock[];
}

/** What has been used of a message while it is drawn: Slack's one table, and the characters left. */
interface State {
  hasTable: boolean;
  room: number;
}

const marks = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '⛔ ' } as const;

/** Draws a card for Slack. Total: what is over a limit is shortened, and the card says so. */
export function render(card: Card, look: Look): Rendered {
  const most = look.surface === 'home' ? limits.homeBlocks : limits.messageBlocks;
  const said = card.summary ?? words(card.title, look);
  const mark = marks[card.tone ?? 'plain'];
  const blocks = title(card, mark, look);
  const state: State = { hasTable: look.surface === 'home', room: limits.messageText - measure(blocks) };
  let shortened = false;
  for (const block of card.blocks) {
    // Buttons have room of their own: other blocks do not push them out. One place is kept to say so.
    const isButtons = block.kind === 'actions';
    const room = state.room + (isButtons ? limits.buttonsText : 0);
    const places = most - (isButtons ? 1 : limits.buttonBlocks);
    const drawn = room > 0 ? draw(block, look, state) : [];
    const size = measure(drawn);
    if (room <= 0 || blocks.length + drawn.length > places || size > room) {
      shortened = true;
      continue;
    }
    state.room -= size;
    blocks.push(...drawn);
  }
  if (shortened) blocks.push(...note([translator(look.locale)('platform.shortened')], look));
  return { text: shorten(escaped(mark + said), limits.fallback), blocks };
}

/** A sentence stays a sentence; what stands above more becomes a heading. */
function title(card: Card, mark: string, look: Look): SlackBlock[] {
  const said = mark + words(card.title, look);
  const isHeading = card.blocks.some((block) => block.kind !== 'actions' && block.kind !== 'note');
  const isPlain = card.title.every((span) => typeof span === 'string' || 'bold' in span);
  if (!isHeading || !isPlain) return paragraph([mark, ...card.title], look);
  return [{ type: 'header', text: { type: 'plain_text', text: shorten(said, limits.header), emoji: false } }];
}

function draw(block: Block, look: Look, state: State): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, look, state.room);
    case 'note':
      return note(block.text, look);
    case 'facts':
      return facts(block.facts, look, state.room);
    case 'table':
      return table(block, look, state);
    case 'chart': {
      const id = look.pictures?.get(block);
      if (!id) return table(block.table, look, state);
      const alt_text = shorten(block.alt, limits.altText) || block.chart.title || '–';
      return [{ type: 'image', slack_file: { id }, alt_text }];
    }
    case 'file': {
      const { name } = block;
      return paragraph([look.files?.get(block) ?? translator(look.locale)('file.asker', { name })], look);
    }
    case 'actions':
      return actions(block.actions);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function paragraph(text: Text, look: Look, room: number = limits.paragraph): SlackBlock[] {
  const elements = rich(within(text, Math.min(room, limits.paragraph), look), look);
  return elements.length > 0
    ? [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
    : [];
}

function facts(all: readonly Fact[], look: Look, room: number): SlackBlock[] {
  const lines = all.flatMap(
    ({ label, value }, index): Text => [
      { bold: `${index > 0 ? '\n' : ''}${label}: ` },
      ...(words(value, look).trim() === '' ? ['–'] : value),
    ],
  );
  return paragraph(lines, look, room);
}

function note(text: Text, look: Look): SlackBlock[] {
  const elements = small(within(text, limits.context, look), look, limits.contextElements);
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}

function table(from: Table, look: Look, state: State): SlackBlock[] {
  if (from.columns.length === 0) return [];
  const { block, left }: Drawn = state.hasTable ? tableText(from, look) : tableBlock(from, look);
  state.hasTable = true;
  const count = left + (from.more ?? 0);
  return [block, ...(count > 0 ? note([translator(look.locale)('platform.more', { count })], look) : [])];
}

function actions(all: readonly Action[]): SlackBlock[] {
  const fitting = all.filter((action) => pack(action).length <= limits.buttonValue);
  const blocks: SlackBlock[] = [];
  for (let at = 0; at < fitting.length; at += limits.buttons) {
    const elements = fitting.slice(at, at + limits.buttons).map((action, index) => button(action, index));
    blocks.push({ type: 'actions', elements });
  }
  return blocks;
}

function button(action: Action, index: number): types.Button {
  return {
    type: 'button',
    action_id: `do:${index}`,
    text: { type: 'plain_text', text: shorten(action.label, limits.buttonText) || '…', emoji: false },
    value: pack(action),
    ...(action.style && { style: action.style }),
  };
}

/** Text of at most so many characters; the span that goes over is shortened and the rest left out. */
function within(text: Text, max: number, look: Look): Text {
  let room = max;
  const kept: Text[number][] = [];
  for (const span of text) {
    const said = words([span], look);
    if (said.length > room) return [...kept, shorten(said, room)];
    room -= said.length;
    kept.push(span);
  }
  return kept;
}

/** The characters of all texts in some blocks. */
function measure(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : measure(each)),
    0,
  );
}

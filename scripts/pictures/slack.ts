import { readFileSync } from 'node:fs';
import type {
  Button,
  KnownBlock,
  RawTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
} from '@slack/types';
import { formatMoment } from '../../src/lib/dates/index.ts';
import { escaped as safe } from '../../src/platforms/slack/inline.ts';

export interface Shown {
  /** ISO instant. */
  readonly at: string;
  readonly zone: string;
  readonly blocks: readonly KnownBlock[];
  /** The line that is answered. */
  readonly said?: { readonly by: string; readonly line: string };
  /** The pictures of uploaded files, by their ids, as data URLs. */
  readonly files?: ReadonlyMap<string, string>;
}

const style = readFileSync(new URL('slack.css', import.meta.url), 'utf8');
const icon = readFileSync(new URL('../../src/platforms/playground/client/icon.svg', import.meta.url));

/** A message as Slack shows it: those parts of Block Kit that the bot uses. For pictures only. */
export function slackPage(shown: Shown): string {
  const { at, said, blocks } = shown;
  const time = formatMoment(new Date(at), shown.zone, 'vi', 'time');
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><div id="shot">
<div class="channel"><span>#</span>kinh-doanh</div>
${said ? message(`<span class="avatar">${initials(said.by)}</span>`, safe(said.by), time, safe(said.line)) : ''}
${message(bot, 'Chốt</b><i>APP</i><b>', time, blocks.map((block) => draw(block, shown)).join('\n'))}</div>`;
}

const bot = `<img class="avatar" src="data:image/svg+xml;base64,${icon.toString('base64')}" alt="">`;

const message = (avatar: string, name: string, time: string, body: string) => `<div class="message">${avatar}
<div class="body"><div class="head"><b>${name}</b><time>${time}</time></div>${body}</div></div>`;

/** Of a Vietnamese name, the last words first met: `Nguyễn Thị Lan Anh` is `LA`. */
const initials = (name: string) =>
  name
    .split(' ')
    .slice(-2)
    .map((word) => word[0])
    .join('');

function draw(block: KnownBlock, shown: Shown): string {
  switch (block.type) {
    case 'header':
      return `<div class="header">${safe(block.text.text)}</div>`;
    case 'rich_text':
      return rich(block);
    case 'context':
      return `<div class="context">${block.elements.map((each) => ('text' in each ? safe(each.text) : '')).join('')}</div>`;
    case 'divider':
      return '<hr>';
    case 'image': {
      const file = 'slack_file' in block ? block.slack_file : undefined;
      const id = file && 'id' in file ? file.id : '';
      return `<img class="image" src="${shown.files?.get(id ?? '')}" alt="${safe(block.alt_text)}">`;
    }
    case 'table': {
      const settings = block.column_settings ?? [];
      const cells = (row: (typeof block.rows)[number]) =>
        row
          .map((each, i) => {
            const { align, is_wrapped } = settings[i] ?? {};
            return `<td class="${align} ${is_wrapped ? '' : 'whole'}">${cell(each as Cell)}</td>`;
          })
          .join('');
      return `<table>${block.rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
    }
    case 'actions':
      return `<div class="actions">${(block.elements as Button[]).map(button).join('')}</div>`;
    default:
      throw new Error(`a picture of a block of type ${block.type} is not known`);
  }
}

type Cell = RawTextElement | RichTextBlock;

const cell = (each: Cell) => (each.type === 'raw_text' ? safe(each.text) : inside(each));

const button = ({ text, style }: Button) => `<span class="button ${style ?? ''}">${safe(text.text)}</span>`;

const rich = (block: RichTextBlock) => `<div class="rich">${inside(block)}</div>`;

function inside({ elements }: RichTextBlock): string {
  const part = (each: RichTextBlockElement) => {
    const words = (each.elements as RichTextElement[]).map((one) => element(one)).join('');
    return each.type === 'rich_text_preformatted' ? `<pre>${words}</pre>` : words;
  };
  return elements.map(part).join('');
}

function element(one: RichTextElement): string {
  switch (one.type) {
    case 'text':
      return one.style?.bold ? `<b>${safe(one.text)}</b>` : safe(one.text);
    case 'link':
      return `<a>${safe(one.text ?? one.url)}</a>`;
    default:
      throw new Error(`a picture of text of type ${one.type} is not known`);
  }
}

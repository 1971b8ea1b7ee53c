import { channelWords, type Span, type Text } from '../../lib/span.ts';
import { plain, shorten } from '../../lib/text.ts';

/** Text as Discord's markdown. Every string is printed as it is; only a mention with a Discord id can ping. */
export function inline(text: Text): string {
  return text
    .map(spanMarkup)
    .join('')
    .replaceAll(
      /^(\s*)([-+]|\d+[.)])(?=\s|$)/gm,
      (_, space: string, sign: string) => `${space}${escapeLast(sign)}`,
    );
}

/** As much of a text as fits in `room` characters of markup, ending in … when cut. */
export function cut(text: Text, room: number): Text {
  if (inline(text).length <= room) return text;
  const kept: Span[] = [];
  for (const span of text) {
    if (inline([...kept, span]).length <= room) {
      kept.push(span);
      continue;
    }
    const raw = wordsOf(span);
    let length = Math.min(raw.length, room);
    while (length > 0) {
      const shorter = [...kept, shorten(raw, length)];
      const over = inline(shorter).length - room;
      if (over <= 0) return shorter;
      // Escaping at most doubles a text, so half of what is too much can go at once.
      length -= Math.ceil(over / 2);
    }
    break;
  }
  return kept;
}

/** The words alone, on one line. */
export function words(text: Text): string {
  return plain(text.map(wordsOf).join(''));
}

/** The Discord users that a text pings. */
export function pinged(text: Text): string[] {
  return text.flatMap((span) => {
    const id = typeof span === 'object' && 'mention' in span ? userId(span) : undefined;
    return id ? [id] : [];
  });
}

/** Only words: nothing to press, ping or show in the reader's own time zone. */
export function isPlain(text: Text): boolean {
  return text.every((span) => typeof span === 'string' || 'bold' in span);
}

function spanMarkup(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  if ('bold' in span) return around(span.bold, (inner) => `**${inner}**`);
  if ('mention' in span) {
    const id = userId(span);
    return id ? `<@${id}>` : escaped(`@${span.mention.name}`);
  }
  if ('channel' in span) {
    const isOurs = span.on === 'discord' && /^\d+$/.test(span.channel);
    return isOurs ? `<#${span.channel}>` : escaped(channelWords(span));
  }
  if ('moment' in span) {
    const at = Date.parse(span.moment);
    const style = { day: 'd', time: 't', both: 'f' }[span.style];
    return Number.isNaN(at) ? escaped(span.moment) : `<t:${Math.floor(at / 1000)}:${style}>`;
  }
  const url = address(span.url);
  return url ? around(span.link, (inner) => `[${inner}](<${url}>)`) : escaped(span.link);
}

function wordsOf(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('link' in span) return span.link;
  if ('channel' in span) return channelWords(span);
  return 'mention' in span ? `@${span.mention.name}` : span.moment;
}

function userId(span: { readonly mention: { readonly ids: Readonly<Record<string, string>> } }) {
  const id = span.mention.ids.discord;
  return id && /^\d+$/.test(id) ? id : undefined;
}

/** Markup does not cling to spaces: they stay outside. Nothing is put around nothing. */
function around(text: string, wrap: (inner: string) => string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(escaped(text)) ?? [];
  return inner ? `${before}${wrap(inner)}${after}` : before;
}

/** Discord prints any punctuation behind a backslash. A colon is only told apart where it would make a link. */
function escaped(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => clean(line).replaceAll(/[\\`*_~|<>[\]()@#]|:(?=\/\/)/g, (sign) => `\\${sign}`))
    .join('\n');
}

/** `plain`, with one space kept at each end that had some: it is a piece of a sentence. */
function clean(line: string): string {
  const inner = plain(line);
  if (!inner) return line ? ' ' : '';
  return `${/^\s/.test(line) ? ' ' : ''}${inner}${/\s$/.test(line) ? ' ' : ''}`;
}

function escapeLast(sign: string): string {
  return `${sign.slice(0, -1)}\\${sign.slice(-1)}`;
}

function address(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  return parsed.href.replaceAll(/[()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

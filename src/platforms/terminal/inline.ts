import stringWidth from 'string-width';
import type { Locale } from '../../i18n/index.ts';
import { formatMoment, type Zone } from '../../lib/dates/index.ts';
import { channelWords, type Span, type Text } from '../../lib/span.ts';
import { plain } from '../../lib/text.ts';

export interface Reading {
  readonly locale: Locale;
  readonly zone: Zone;
}

/** A text on one line. Control characters, with which data could command the terminal, are gone. */
export function words(text: Text, reading: Reading): string {
  return text.map((span) => word(span, reading)).join('');
}

/** A text with its own line breaks, in lines of at most `width` columns. */
export function paragraph(text: Text, reading: Reading, width: number): string[] {
  const raw = text.map((span) => (typeof span === 'string' ? span : word(span, reading))).join('');
  return raw.split(/\r?\n/).flatMap((line) => wrap(line, width));
}

function word(span: Span, { locale, zone }: Reading): string {
  if (typeof span === 'string') return inner(span);
  if ('bold' in span) return inner(span.bold);
  if ('link' in span) return inner(span.link === span.url ? span.url : `${span.link} (${span.url})`);
  if ('mention' in span) return inner(`@${span.mention.name}`);
  if ('channel' in span) return inner(channelWords(span));
  return formatMoment(new Date(span.moment), zone, locale, span.style);
}

/** Spans meet without a gap of their own: the spaces at their ends stay. */
function inner(text: string): string {
  const [, before = '', rest = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before && ' '}${plain(rest)}${after && ' '}`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a text that takes at most `width` columns. */
function head(text: string, width: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (stringWidth(kept + segment) > width) break;
    kept += segment;
  }
  return kept;
}

/** A text in `width` columns: filled up with spaces, or cut and ending in …. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const shown = stringWidth(text) <= width ? text : `${plain(head(text, width - 1).trimEnd())}…`;
  const room = ' '.repeat(Math.max(0, width - stringWidth(shown)));
  return align === 'right' ? room + shown : shown + room;
}

/** Breaks one line at its spaces, a word that is too long anywhere; no line turns the direction of the next. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [i, part] of plain(text).split(' ').entries()) {
    let rest = part;
    if (i > 0 && stringWidth(line) + 1 + stringWidth(rest) <= width) {
      line += ` ${rest}`;
      continue;
    }
    if (i > 0) lines.push(line);
    while (stringWidth(rest) > width) {
      const piece = head(rest, width) || rest;
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line = rest;
  }
  return [...lines, line].map(plain);
}

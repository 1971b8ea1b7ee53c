import type { types } from '@slack/bolt';
import type { Locale } from '../../i18n/index.ts';
import type { Span, Text } from '../../lib/span.ts';

type Element = types.RichTextElement;

/**
 * Spans as rich text, where every string is data: Slack parses nothing in it, so `<!channel> *free*` is printed
 * as it stands. Markup (mrkdwn) cannot do that: its `*_~` and backticks have no escape.
 */
export function rich(text: Text, locale: Locale, style?: { bold: true }): Element[] {
  return text.flatMap((span) => element(span, locale, style) ?? []);
}

function element(span: Span, locale: Locale, style?: { bold: true }): Element | undefined {
  const styled = style ? { style } : {};
  if (typeof span === 'string') return span === '' ? undefined : { type: 'text', text: span, ...styled };
  if ('bold' in span) {
    return span.bold === '' ? undefined : { type: 'text', text: span.bold, style: { bold: true } };
  }
  if ('link' in span) {
    if (!isLink(span.url)) return element(span.link, locale, style);
    return { type: 'link', url: span.url, ...(span.link && { text: span.link }), ...styled };
  }
  if ('mention' in span) {
    const id = userId(span);
    return id ? { type: 'user', user_id: id, ...styled } : element(`@${span.mention.name}`, locale, style);
  }
  const at = new Date(span.moment);
  return {
    type: 'date',
    timestamp: Math.floor(at.getTime() / 1000),
    format: dateFormat(span.style, locale),
    fallback: utc(at),
    ...styled,
  };
}

/**
 * Small print: plain text, with pieces of markup that hold nothing but a link, a mention or a date. More pieces
 * than Slack takes become plain words.
 */
export function small(text: Text, locale: Locale, mostPieces: number): types.ContextBlockElement[] {
  const pieces: types.ContextBlockElement[] = [];
  for (const span of text) {
    const piece = pieceOf(span, locale);
    const last = pieces.at(-1);
    if (piece.type === 'plain_text' && last?.type === 'plain_text') last.text += piece.text;
    else pieces.push(piece);
  }
  const seen = pieces.filter((piece) => piece.type !== 'plain_text' || piece.text.trim() !== '');
  return seen.length > mostPieces ? [literal(words(text))] : seen;
}

function pieceOf(span: Span, locale: Locale): types.PlainTextElement | types.MrkdwnElement {
  if (typeof span === 'string' || 'bold' in span) return literal(typeof span === 'string' ? span : span.bold);
  if ('link' in span) {
    // A label with formatting characters could not be printed as it is inside markup.
    if (!isLink(span.url) || /[*_~`|]/.test(span.link)) return literal(span.link || span.url);
    return markup(`<${escaped(span.url)}|${escaped(span.link || span.url)}>`);
  }
  if ('mention' in span) {
    const id = userId(span);
    return id ? markup(`<@${id}>`) : literal(`@${span.mention.name}`);
  }
  const at = new Date(span.moment);
  const format = dateFormat(span.style, locale);
  return markup(`<!date^${Math.floor(at.getTime() / 1000)}^${format}|${utc(at)}>`);
}

const literal = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

const markup = (text: string): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** Text without any spans, for headers, table cells, notifications. */
export function words(text: Text): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('link' in span) return span.link || span.url;
      return 'mention' in span ? `@${span.mention.name}` : utc(new Date(span.moment));
    })
    .join('');
}

/** The three characters that Slack's markup gives a meaning to. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function userId(span: Extract<Span, { mention: unknown }>): string | undefined {
  const id = span.mention.ids.slack;
  return id && /^[UW][A-Z0-9]{2,}$/.test(id) ? id : undefined;
}

const isLink = (url: string) => /^(https?:\/\/|mailto:)\S+$/.test(url);

/** Slack has no Vietnamese month names: in Vietnamese days are written in numbers. */
function dateFormat(style: 'day' | 'time' | 'both', locale: Locale): string {
  const day = locale === 'vi' ? '{date_num}' : '{date_short_pretty}';
  if (style === 'day') return day;
  return style === 'time' ? '{time}' : `${day} {time}`;
}

const utc = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

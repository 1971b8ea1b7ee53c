import type { types } from '@slack/bolt';
import type { Locale } from '../../i18n/index.ts';
import { formatMoment, type Zone } from '../../lib/dates/index.ts';
import { channelWords, type Span, type Text } from '../../lib/span.ts';

type Element = types.RichTextElement;

/**
 * Whoever reads. Moments are written out for them: Slack knows no Vietnamese, and its own dates would be
 * 2026-11-18 there.
 */
export interface Reading {
  readonly locale: Locale;
  readonly zone: Zone;
}

/**
 * Spans as rich text, where every string is data: Slack parses nothing in it, so `<!channel> *free*` is printed
 * as it stands. Markup (mrkdwn) cannot do that: its `*_~` and backticks have no escape.
 */
export function rich(text: Text, reading: Reading, style?: { bold: true }): Element[] {
  return text.flatMap((span) => element(span, reading, style) ?? []);
}

function element(span: Span, reading: Reading, style?: { bold: true }): Element | undefined {
  const styled = style ? { style } : {};
  if (typeof span === 'string') return span === '' ? undefined : { type: 'text', text: span, ...styled };
  if ('bold' in span) {
    return span.bold === '' ? undefined : { type: 'text', text: span.bold, style: { bold: true } };
  }
  if ('link' in span) {
    if (!isLink(span.url)) return element(span.link, reading, style);
    return { type: 'link', url: span.url, ...(span.link && { text: span.link }), ...styled };
  }
  if ('mention' in span) {
    const id = userId(span);
    return id ? { type: 'user', user_id: id, ...styled } : element(`@${span.mention.name}`, reading, style);
  }
  if ('channel' in span) {
    return isOurs(span)
      ? { type: 'channel', channel_id: span.channel, ...styled }
      : element(channelWords(span), reading, style);
  }
  return { type: 'text', text: written(span, reading), ...styled };
}

/**
 * Small print: plain text, with pieces of markup that hold nothing but a link or a mention. More pieces than
 * Slack takes become plain words.
 */
export function small(text: Text, reading: Reading, mostPieces: number): types.ContextBlockElement[] {
  const pieces: types.ContextBlockElement[] = [];
  for (const span of text) {
    const piece = pieceOf(span, reading);
    const last = pieces.at(-1);
    if (piece.type === 'plain_text' && last?.type === 'plain_text') last.text += piece.text;
    else pieces.push(piece);
  }
  const seen = pieces.filter((piece) => piece.type !== 'plain_text' || piece.text.trim() !== '');
  return seen.length > mostPieces ? [literal(words(text, reading))] : seen;
}

function pieceOf(span: Span, reading: Reading): types.PlainTextElement | types.MrkdwnElement {
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
  if ('channel' in span) return isOurs(span) ? markup(`<#${span.channel}>`) : literal(channelWords(span));
  return literal(written(span, reading));
}

const literal = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

const markup = (text: string): types.MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** Text without any spans, for headers, table cells, notifications. */
export function words(text: Text, reading: Reading): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('link' in span) return span.link || span.url;
      if ('channel' in span) return channelWords(span);
      return 'mention' in span ? `@${span.mention.name}` : written(span, reading);
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

/** A channel of Slack's own, whose name it knows. */
const isOurs = ({ on, channel }: Extract<Span, { channel: string }>) =>
  on === 'slack' && /^[CG][A-Z0-9]{2,}$/.test(channel);

const isLink = (url: string) => /^(https?:\/\/|mailto:)\S+$/.test(url);

const written = ({ moment, style }: Extract<Span, { moment: unknown }>, { locale, zone }: Reading) =>
  formatMoment(new Date(moment), zone, locale, style);

import { read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import type { Day } from './calendar.ts';
import { words } from './grammar.ts';
import { type Period, shift, unitFrom } from './period.ts';
import { type Asked, type Rule, settle } from './settle.ts';
import { readSpan, type Span } from './span.ts';

type Edge = 'first' | 'middle' | 'last';

const VIETNAMESE = words('(?:ngày )?(đầu|giữa|cuối cùng|cuối|hết)(?: của)? (.+)');
const ENGLISH =
  /^(?:the )?(first day of|beginning of|start of|middle of|mid|last day of|end of|end)[ -](?:the )?(.+)$/;
const SHORT: Record<string, string> = {
  eow: 'week',
  eom: 'month',
  eoq: 'quarter',
  eoy: 'year',
  weekend: 'week',
  'this weekend': 'this week',
};
const EDGES: Record<string, Edge> = {
  ...{ dau: 'first', giua: 'middle', cuoi: 'last', 'cuoi cung': 'last', het: 'last' },
  ...{ 'first day of': 'first', 'beginning of': 'first', 'start of': 'first' },
  ...{ 'middle of': 'middle', mid: 'middle', 'last day of': 'last', 'end of': 'last', end: 'last' },
};

/** cuối tháng, cuối T3, giữa tháng, đầu tháng sau, end of next month, this weekend. */
export const readEdge: Rule = (asked) => {
  const { text, today } = asked;
  const match = VIETNAMESE.exec(text) ?? ENGLISH.exec(text);
  const [, which = '', unit = ''] = match ?? ['', 'end', SHORT[text]];
  const span = readSpan(unit, today, 'edge');
  const edge = EDGES[fold(which)];
  if (!span || !edge) return undefined;
  // Only the middle of a month is a day: the 15th.
  if (edge === 'middle' && span.unit !== 'month') return unread('day.vague', { text });
  return dayAt(edge, span, asked);
};

/** tháng sau, Q1: the last day for what is to come; of what is past no day is meant more than another. */
export const readWhole: Rule = (asked) => {
  const span = readSpan(asked.text, asked.today, 'day');
  if (!span) return undefined;
  const period = unitFrom(span.from, span.unit);
  const ended = !span.every && period.to < asked.today;
  if (asked.prefer === 'past' || asked.before || ended) return unread('day.vague', { text: asked.text });
  return dayAt('last', span, asked);
};

function dayAt(edge: Edge, span: Span, asked: Asked) {
  const { unit, from, every } = span;
  if (!every) return read(pick(edge, unitFrom(from, unit)));
  const on = (round: number) => pick(edge, unitFrom(shift(from, every, round), unit));
  return settle(on, every, asked, every === unit);
}

function pick(edge: Edge, { from, to }: Period): Day {
  if (edge === 'middle') return `${from.slice(0, 8)}15`;
  return edge === 'first' ? from : to;
}

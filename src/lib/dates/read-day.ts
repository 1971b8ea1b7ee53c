import { type Reading, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import type { Day } from './calendar.ts';
import { readDate } from './date.ts';
import { readOffset, readWord } from './day-words.ts';
import { readEdge, readWhole } from './edges.ts';
import { plain, shown, words } from './grammar.ts';
import type { Asked, DayProblem, Rule } from './settle.ts';
import { readWeekday } from './weekdays.ts';

export type { DayProblem } from './settle.ts';

const RULES: Rule[] = [readWord, readOffset, readWeekday, readEdge, readDate, readWhole];

/** "Before X" is X at the latest. */
const BEFORE = words(
  '(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn(?: chót)?(?: là)?|đến|tới|before|by|until|till|no later than) (.+)',
);
const ON = words('(?:vào|trong|on|in|sáng|trưa|chiều|tối) (.+)');
const AFTER = words('(?:sau|từ|after|since|from) .+');

const FEAST =
  /\b(tet|noel|giang sinh|christmas|xmas|new year|trung thu|quoc khanh|gio to|easter|thanksgiving|valentine|giao thua)\b/;
const VAGUE = new RegExp(
  `\\b(${[
    ...[
      'mai mot',
      'nay mai',
      'mai kia',
      'vai',
      'may',
      'it',
      'som',
      'sap',
      'hom (truoc|no|bua|roi)',
      'bua (truoc|kia|no)',
    ],
    ...[
      'khi nao',
      'luc nao',
      'bao gio',
      'gan day',
      'dao nay',
      'moi day',
      'vua roi',
      'khoang',
      'tam',
      'am lich',
      'ram',
    ],
    ...[
      'mung',
      'mong',
      'hoac',
      'hay',
      'or',
      'few',
      'couple',
      'some',
      'several',
      'soon',
      'later',
      'asap',
      'recently',
    ],
    ...['someday', 'sometime', 'about', 'around', 'early', 'late', 'next weekend', 'last weekend'],
  ].join('|')})\\b|~`,
);

/**
 * Reads one calendar day, in Vietnamese (with or without accents) or English, the way people write it.
 * A day without its year, and a bare weekday, falls on the preferred side of `today`; a day written with its
 * year is never moved. What could mean two days, or none, is a problem and never a guess.
 */
export function readDay(
  text: string,
  { today, prefer, back }: Omit<Asked, 'text' | 'before'>,
): Reading<Day, DayProblem> {
  const typed = plain(text).replace(/(?:[ ,!]+|\.)$/, '');
  const as = shown(text);
  const found = typed.length <= 80 ? resolve({ text: typed, today, prefer, back }) : undefined;
  if (!found) return unread(unreadable(typed), { text: as });
  // Rules see the text without its "before": the person is told about what they typed.
  return found.ok ? found : unread(found.problem.code, { ...found.problem.args, text: as });
}

function resolve(asked: Asked): Reading<Day, DayProblem> | undefined {
  for (const rule of RULES) {
    const found = rule(asked);
    if (found) return found;
  }
  const before = BEFORE.exec(asked.text);
  if (before) return resolve({ ...asked, text: before[1] ?? '', before: true });
  const on = ON.exec(asked.text);
  return on ? resolve({ ...asked, text: on[1] ?? '' }) : undefined;
}

function unreadable(text: string): DayProblem {
  const folded = fold(text);
  if (AFTER.test(text) || (FEAST.test(folded) && /^(truoc|before|qua|by|until) /.test(folded)))
    return 'day.vague';
  if (FEAST.test(folded)) return 'day.feast';
  return VAGUE.test(folded) ? 'day.vague' : 'day.unreadable';
}

import { read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import { addDays, addMonths } from './calendar.ts';
import { count, EN_NUMBER, VI_NUMBER, words } from './grammar.ts';
import { shift } from './period.ts';
import type { Rule } from './settle.ts';
import { unitNamed } from './units.ts';

// Without accents "kia" is two days away: "kìa" is rare and says so itself, so it comes last.
const WORDS: [RegExp, number][] = [
  [words('(?:hôm |bữa |ngày )?nay|today'), 0],
  [words('(?:ngày |hôm |bữa )?mai|tomorrow|tmrw?'), 1],
  [words('(?:ngày |bữa )?mốt|ngày kia|(?:the )?day after tomorrow'), 2],
  [words('(?:hôm |bữa |ngày )?qua|yesterday'), -1],
  [words('hôm kia|(?:the )?day before yesterday'), -2],
  [words('ngày kìa'), 3],
  [words('hôm kìa'), -3],
];

/** hôm nay, mai, mốt, hôm kia, tomorrow … */
export const readWord: Rule = ({ text, today }) => {
  const word = WORDS.find(([pattern]) => pattern.test(text));
  return word && read(addDays(today, word[1]));
};

const AMOUNT = `(\\d{1,3}|${VI_NUMBER}|nửa) (ngày|hôm|bữa|tuần|tháng|quý|quí|qúy|năm)`;
const AHEAD = words(
  `(?:sau |trong |trong vòng |còn )?${AMOUNT} (?:nữa|tới|sắp tới|sau)|(?:sau|trong|trong vòng) ${AMOUNT}`,
);
const AGO = words(
  `(?:cách đây |cách nay )?${AMOUNT} (?:trước|trước đây|rồi)|(?:cách đây|cách nay) ${AMOUNT}`,
);
const ENGLISH_AMOUNT = `(\\d{1,3}|${EN_NUMBER}) (day|week|month|quarter|year)s?`;
const ENGLISH_AHEAD = words(`(?:in|within) ${ENGLISH_AMOUNT}|${ENGLISH_AMOUNT} from (?:now|today)`);
const ENGLISH_AGO = words(`${ENGLISH_AMOUNT} ago`);

// In two months, the second of next month or (without accents) the second of June: which?
const UNCLEAR = words(`(?:\\d{1,3}|${VI_NUMBER}) tháng sau`);

/** 3 tuần nữa, nửa tháng nữa, 2 tuần trước, in 10 days, 3 days ago: counted from today. */
export const readOffset: Rule = ({ text, today }) => {
  const ahead = AHEAD.exec(text) ?? ENGLISH_AHEAD.exec(text);
  const match = ahead ?? AGO.exec(text) ?? ENGLISH_AGO.exec(text);
  if (!match) return undefined;
  const [amount = '', unit = ''] = match.slice(1).filter((group) => group !== undefined);
  if (UNCLEAR.test(text)) return unread('day.vague', { text });
  const step = unitNamed(unit);
  const sign = ahead ? 1 : -1;
  if (fold(amount) !== 'nua') return step && read(shift(today, step, sign * count(amount)));
  if (step === 'month') return read(addDays(today, sign * 15));
  return step === 'year' ? read(addMonths(today, sign * 6)) : undefined;
};

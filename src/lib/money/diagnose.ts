import type { Token } from './tokens.ts';

/** Why a text that is no amount is none, as far as that can be told. */
export type Refusal =
  | 'money.unreadable'
  | 'money.negative'
  | 'money.range'
  | 'money.vague'
  | 'money.percent'
  | 'money.several';

const word = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'u');

const PERCENT = /[%‰]|(?<!\p{L})(?:phần trăm|phan tram|percent)(?!\p{L})/u;
const DATE = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
const PHONE = /^(?:\+|\(?0)[\d\s().-]{7,}$/;
const NEGATIVE = /^(?:[-−–—]|(?:\p{Sc}|us\$)\s*[-−–—]|(?:âm|am|trừ|tru|minus|negative)\s)\s*\P{L}*[\d\p{L}]/u;
const SPAN = /[\d\p{L}\p{Sc}]\s*(?:[-−–—~→]|\.{2,}|…)\s*[\d\p{Sc}]/u;
const EITHER = word('từ|đến|den|tới|toi|hoặc|hoac|hay|or|to|between|from');
const VAGUE = word(
  'vài|vai|mấy|may|dăm|hơn|hon|gần|gan|trên|tren|dưới|duoi|nhiều|nhieu|ít|it|bao nhiêu|bao nhieu|' +
    'tối đa|toi da|tối thiểu|toi thieu|over|under|above|below|more|less|nearly|almost|several|few|some',
);
const JOINED = /\p{L}\s*[,;]|[+&;]\s*[\d\p{L}]|(?<!\p{L})(?:và|va|and|cộng|plus)(?!\p{L})/u;

/** The reason to give for `text` (lower case), which the grammar could not read. */
export function diagnose(text: string, tokens: readonly Token[]): Refusal {
  if (PERCENT.test(text)) return 'money.percent';
  if (DATE.test(text) || PHONE.test(text)) return 'money.unreadable';
  if (NEGATIVE.test(text)) return 'money.negative';
  if (SPAN.test(text) || EITHER.test(text) || hasPair(tokens)) return 'money.range';
  if (VAGUE.test(text) || /[<>≤≥]|\+$/.test(text) || isSomeTens(tokens)) return 'money.vague';
  const numbers = tokens.filter((token) => token.kind === 'figures').length;
  const units = tokens.filter((token) => token.kind === 'unit').length;
  if (numbers > 1 && (units > 1 || JOINED.test(text))) return 'money.several';
  return 'money.unreadable';
}

/** `một hai tỷ` is one or two, `chín mười tỷ` nine or ten. */
function hasPair(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const next = tokens[i + 1]?.kind;
    return (token.kind === 'digit' || token.kind === 'last') && (next === 'digit' || next === 'ten');
  });
}

/** `mươi triệu` and `chục triệu` are "some ten". */
function isSomeTens(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.kind !== 'about')?.kind;
  return first === 'tens' || first === 'dozen';
}

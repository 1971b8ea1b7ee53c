import { type Key, locales, translator } from '../i18n/index.ts';
import {
  type Day,
  dayOf,
  type Period,
  readDay,
  readDuration,
  readMoment,
  readPeriod,
  readTimeOfDay,
} from '../lib/dates/index.ts';
import { readDecimal } from '../lib/decimals.ts';
import { readEmail } from '../lib/email.ts';
import { type Reading, read, unread } from '../lib/errors.ts';
import { fold } from '../lib/fold.ts';
import { type Money, readMoney } from '../lib/money/index.ts';
import { readPhone, readPhones } from '../lib/phone.ts';
import { type Reach, readList, readReaches } from '../lib/reach.ts';
import {
  alsoCalled,
  type Control,
  type Field,
  type Label,
  type Lookup,
  type Reader,
  sayLabel,
} from './field.ts';

/** What a definition may say of any field. */
interface Extra {
  readonly label?: Label;
  readonly hint?: Key;
}

function field<T, C = unknown>(
  control: Control,
  readText: (text: string, reader: Reader) => Reading<T>,
  { label, hint }: Extra = {},
): Field<T, C> {
  return { ...(label && { label }), ...(hint && { hint }), control, required: true, read: readText };
}

const today = (reader: Reader): Day => dayOf(reader.now, reader.zone);

export function text<C>(options: Extra & { max: number; multiline?: boolean }): Field<string, C> {
  const { max, multiline = false } = options;
  const readText = (value: string) => {
    const length = [...value.trim()].length;
    return length > max ? unread('text.too_long', { max, length }) : read(value.trim());
  };
  return field({ kind: 'text', max, multiline }, readText, options);
}

/** What the database holds is no limit to tell a person of. */
const noLimit = 2_147_483_647;

export function number<C>(options: Extra & { min: number; max: number }): Field<number, C> {
  const { min, max } = options;
  const readNumber = (value: string) => {
    const n = Number(value.trim());
    if (Number.isInteger(n) && n >= min && n <= max) return read(n);
    return max < noLimit
      ? unread('number.unreadable', { text: value, min, max })
      : unread('number.none', { text: value });
  };
  return field({ kind: 'number', min, max }, readNumber, options);
}

export const money = <C>(extra?: Extra): Field<Money, C> =>
  field({ kind: 'money' }, (value, reader) => readMoney(value, reader.currency), extra);

/** A calendar day; a plan prefers the future, what was done the past. `back`: what may be either is asked for so many days. */
export const day = <C>(options: Extra & { prefer: 'future' | 'past'; back?: number }): Field<Day, C> =>
  field(
    { kind: 'day' },
    (value, reader) => readDay(value, { today: today(reader), prefer: options.prefer, back: options.back }),
    options,
  );

/** A moment that has been: a day, a time of day, or both. */
export const moment = <C>(extra?: Extra): Field<Date, C> =>
  field(
    { kind: 'moment' },
    (value, { now, zone }) => readMoment(value, { now, zone, prefer: 'past' }),
    extra,
  );

export const period = <C>(extra?: Extra): Field<Period, C> =>
  field({ kind: 'period' }, (value, reader) => readPeriod(value, { today: today(reader) }), extra);

/** A time of day in minutes after midnight. */
export const time = <C>(extra?: Extra): Field<number, C> =>
  field(
    { kind: 'time' },
    (value) => {
      const at = readTimeOfDay(value);
      return at.ok ? read(at.value.hour * 60 + at.value.minute) : at;
    },
    extra,
  );

/** A length of time in minutes. */
export const duration = <C>(extra?: Extra): Field<number, C> =>
  field({ kind: 'duration' }, (value) => readDuration(value), extra);

export const email = <C>(extra?: Extra): Field<string, C> =>
  field({ kind: 'email' }, (value) => readEmail(value), extra);

/** A telephone number as `readPhone` gives it. */
export const phone = <C>(extra?: Extra): Field<string, C> =>
  field({ kind: 'phone' }, (value) => readPhone(value), extra);

/** Several texts, parted by commas, or by semicolons where one has a comma in it. */
export const list = <C>(extra?: Extra): Field<string[], C> =>
  field({ kind: 'text', max: 1000, multiline: false }, (value) => readList(value), extra);

/** Several telephone numbers, the first the one to try first. */
export const phones = <C>(extra?: Extra): Field<Reach[], C> =>
  field({ kind: 'text', max: 500, multiline: false }, (value) => readPhones(value), extra);

export const emails = <C>(extra?: Extra): Field<Reach[], C> =>
  field({ kind: 'text', max: 500, multiline: false }, (value) => readReaches(value, readEmail), extra);

/** A plain decimal as text. */
export const decimal = <C>(extra?: Extra): Field<string, C> =>
  field({ kind: 'text', max: 30, multiline: false }, (value) => readDecimal(value), extra);

/** One of a few fixed values; its labels, and what else they are called (`also.<label>`), are understood in every language. */
export function choice<const V extends string, C>({
  options,
  open,
  begun,
  ...extra
}: Extra & {
  options: readonly { readonly value: V; readonly label: Label }[];
  open?: boolean;
  begun?: boolean;
}): Field<V, C> {
  const wordsOf = ({ value, label }: (typeof options)[number]) =>
    [value, ...locales.map((locale) => sayLabel(translator(locale), label))].map(fold);
  const othersOf = ({ label }: (typeof options)[number]) => alsoCalled(label).map(fold);
  const readChoice = (value: string) => {
    const wanted = fold(value);
    const begins = begun ? options.filter((o) => wordsOf(o).some((word) => word.startsWith(wanted))) : [];
    const hit =
      options.find((o) => wordsOf(o).includes(wanted)) ??
      options.find((o) => othersOf(o).includes(wanted)) ??
      (begins.length === 1 ? begins[0] : undefined);
    return hit ? read(hit.value) : unread('choice.unknown', { text: value });
  };
  const control = { kind: 'choice', options, ...(open && { open }), ...(begun && { begun }) } as const;
  return field(control, readChoice, extra);
}

/** One of many records. */
export function lookup<T, C>(options: Extra & Lookup<T, C>): Field<T, C> {
  const { search, resolve, numbered, begun, make } = options;
  return {
    ...field<T, C>({ kind: 'lookup' }, (value) => read(value as T), options),
    lookup: {
      search,
      resolve,
      ...(numbered && { numbered }),
      ...(begun && { begun }),
      ...(make && { make }),
    },
  };
}

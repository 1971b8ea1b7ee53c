import type { Day } from '../lib/dates/index.ts';
import { readEmail } from '../lib/email.ts';
import { type Reading, read, unread } from '../lib/errors.ts';
import { fold } from '../lib/fold.ts';
import { type Money, readMoney } from '../lib/money/index.ts';
import { readPhones } from '../lib/phone.ts';
import { type Reach, readList, readReaches } from '../lib/reach.ts';
import { plain, shorten } from '../lib/text.ts';
import type { Dates, Moment } from './dates.ts';

/** What reading a cell may depend on besides its text. */
export interface FileReader {
  /** Of amounts written without one. */
  readonly currency: string;
  readonly dates: Dates;
}

/** How the cells of one field are read; cells are trimmed and never empty. */
export interface Cell<T> {
  /** Whether its dates tell in which order the file writes day and month. */
  readonly dated?: true;
  /** What it is called where the catalogue has no name for it. */
  readonly called?: string;
  /** What several columns of it make; without this the first that is not empty counts. */
  readonly several?: 'words' | 'list' | 'labelled';
  read(text: string, reader: FileReader): Reading<T>;
}

// biome-ignore lint/suspicious/noExplicitAny: the value type is recovered from each cell by `Input`
export type Cells = Readonly<Record<string, Cell<any>>>;

/** What a row says; what its file has no column for, or an empty cell, is absent. */
export type Input<F extends Cells> = { readonly [K in keyof F]?: F[K] extends Cell<infer T> ? T : never };

export const text = (max: number): Cell<string> => ({
  read(value) {
    const length = [...value].length;
    return length > max ? unread('text.too_long', { max, length }) : read(value);
  },
});

/** A name, whose parts may stand in columns of their own. */
export const named: Cell<string> = { ...text(200), several: 'words' };

export const list: Cell<string[]> = { several: 'list', read: (value) => readList(value) };

export const count: Cell<number> = {
  read(value) {
    const digits = value.replace(/^(\d{1,3})(?:[., ](\d{3}))+$/, (all) => all.replace(/\D/g, ''));
    const n = /^\d+(?:\.0*)?$/.test(digits) ? Number.parseInt(digits, 10) : Number.NaN;
    const max = 2_147_483_647;
    return n <= max ? read(n) : unread('number.unreadable', { text: shown(value), min: 0, max });
  },
};

/** The number of a record, as an export writes it: `12`, `#12`, `C-12`. */
export const id: Cell<number> = {
  read(value) {
    const [, digits] = /^(?:#|[a-z]-?)?(\d{1,9})$/i.exec(value) ?? [];
    return digits
      ? read(Number(digits))
      : unread('number.unreadable', { text: shown(value), min: 1, max: 999_999_999 });
  },
};

export const money: Cell<Money> = {
  // Nothing but digits in a column of amounts is one, also where in a sentence it could be a telephone number.
  read: (value, { currency }) =>
    /^[1-9]\d{0,17}$/.test(value) ? read({ amount: value, currency }) : readMoney(value, currency),
};

export const currency: Cell<string> = {
  read: (value) =>
    isCurrency(value.toUpperCase())
      ? read(value.toUpperCase())
      : unread('import.currency', { text: shown(value) }),
};

export const email: Cell<string> = { read: (value) => readEmail(value) };
/** Several numbers or addresses, also of several columns, whose names then tell them apart. */
export const phones: Cell<Reach[]> = {
  several: 'labelled',
  read: (value) => readPhones(value),
};
export const emails: Cell<Reach[]> = {
  several: 'labelled',
  read: (value) => readReaches(value, readEmail),
};

/** A day or a moment that has been. */
export const moment: Cell<Moment> = { dated: true, read: (value, { dates }) => dates.moment(value) };
export const day: Cell<Day> = { dated: true, read: (value, { dates }) => dates.day(value) };
/** A day that has been, as one of birth. */
export const past: Cell<Day> = {
  dated: true,
  read(value, { dates }) {
    const moment = dates.moment(value);
    return moment.ok ? dates.day(value) : moment;
  },
};

/** One of a few values, by the words for each of them. */
export function choice<V extends string>(words: Readonly<Record<V, readonly string[]>>): Cell<V> {
  const byWord = new Map<string, V>();
  for (const value of Object.keys(words) as V[])
    for (const word of [value, ...words[value]]) byWord.set(fold(word), value);
  return {
    read(value) {
      const found = byWord.get(fold(value));
      return found ? read(found) : unread('choice.unknown', { text: shown(value) });
    },
  };
}

export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** Somebody's text as a sentence may quote it. */
export const shown = (value: string) => plain(shorten(value, 60));

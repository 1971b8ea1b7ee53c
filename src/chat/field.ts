import { type Key, locales, type Translator, translator } from '../i18n/index.ts';
import type { Reading } from '../lib/errors.ts';

/** What reading a field may depend on besides its text: the present, where, and in which currency. */
export interface Reader {
  readonly now: Date;
  /** IANA time zone of the organisation. */
  readonly zone: string;
  /** ISO 4217 code of amounts written without one. */
  readonly currency: string;
}

/** A sentence of the catalogue, or the very words that somebody has chosen. */
export type Label = Key | { readonly text: string };

export const sayLabel = (t: Translator, label: Label): string =>
  typeof label === 'string' ? t.say(label) : label.text;

/** Other words for what a label of the catalogue names, in every language. */
export function alsoCalled(label: Label): string[] {
  const key = `also.${label}`;
  return locales.flatMap((locale) => {
    const t = translator(locale);
    return typeof label === 'string' && t.has(key)
      ? t
          .say(key)
          .split(',')
          .map((word) => word.trim())
      : [];
  });
}

/** How a field is asked for. A new kind does not compile until every platform draws it. */
export type Control =
  | { readonly kind: 'text'; readonly max: number; readonly multiline: boolean }
  | { readonly kind: 'money' | 'day' | 'moment' | 'period' | 'time' | 'duration' | 'email' | 'phone' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** A few fixed values; `open` where more may be added while the bot runs, `begun` where a beginning will do. */
  | {
      readonly kind: 'choice';
      readonly open?: boolean;
      readonly begun?: boolean;
      readonly options: readonly { readonly value: string; readonly label: Label }[];
    }
  /** One of many records, found as the person types: see `Lookup`. */
  | { readonly kind: 'lookup' };

/** One line of a type-ahead list. `value` fits in 75 characters and reads as the record in `resolve`. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Finds records by what people call them. `C` is what the finder needs: database, rights. */
export interface Lookup<T, C> {
  /** At most 25 records for a type-ahead, best first; all of the best for an empty query. */
  search(ctx: C, query: string): Promise<readonly Option[]>;
  /** The record meant by `text` (an id, `#12`, `D-12` or a name), the several it may be, or none. */
  resolve(ctx: C, text: string): Promise<Resolved<T>>;
  /** A record's number as every field for its kind reads it: `D-42` for `42`. None for a kind not found here. */
  numbered?(text: string): string | undefined;
  /** What could be made of a text that names none; nothing where this asker may make none, or it is no name. */
  make?(ctx: C, text: string): Option | undefined;
  /** The records whose names a text begins with; it goes on behind each. */
  begun?(ctx: C, text: string): Promise<readonly Begun[]>;
}

/** A record whose name a text begins with: its `whole` name, or words of it. */
export interface Begun extends Option {
  readonly whole: boolean;
  readonly rest: string;
}

export type Resolved<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'many'; readonly options: readonly Option[] }
  | { readonly kind: 'none' };

/** A question of a command: how to ask it (`control`) and how to read the answer. */
export interface Field<T, C> {
  /** Another label than the catalogue's for the field's name (`field.<name>`). */
  readonly label?: Label;
  readonly hint?: Key;
  readonly control: Control;
  readonly required: boolean;
  /** Need not be said, and what a record says of it cannot be emptied. */
  readonly keeps?: boolean;
  /** What an empty answer means, as it would be typed. */
  readonly fallback?: string;
  /** Reads a non-empty answer without I/O; for a lookup it passes the text on to `lookup.resolve`. */
  read(text: string, reader: Reader): Reading<unknown>;
  readonly lookup?: Lookup<unknown, C>;
  /** Never asked; only buttons fill it (the state they expect). `typed`: or a line, by its own name. */
  readonly hidden?: boolean | 'typed';
  /** Tells on a line without quotes where a lookup's text begins, for names known beforehand. */
  readonly looksLike?: (text: string) => boolean;
  /** Reads keys of its own, these among them: what has a key that is no field's is this one's, as it was typed. */
  readonly ownKeys?: ReadonlyMap<string, string>;
  /** Carries the type of the value; never set. */
  readonly type?: T;
}

export function optional<T, C>(field: Field<T, C>): Field<T | undefined, C> {
  return { ...field, required: false };
}

/** Left out it stays as it is; there is always something. */
export function kept<T, C>(field: Field<T, C>): Field<T | undefined, C> {
  return { ...field, required: false, keeps: true };
}

/** `fallback` is written as a person would type it. */
export function withDefault<T, C>(field: Field<T, C>, fallback: string): Field<T, C> {
  return { ...field, required: false, fallback };
}

/** A field that only buttons fill. */
export function hidden<T, C>(field: Field<T, C>): Field<T | undefined, C> {
  return { ...field, required: false, hidden: true };
}

/** A field that no form asks for: buttons fill it, and lines that say its name. */
export function typedOnly<T, C>(field: Field<T, C>): Field<T | undefined, C> {
  return { ...field, required: false, hidden: 'typed' };
}

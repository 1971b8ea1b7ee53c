import type { Span } from '../lib/span.ts';
import { en } from './en/index.ts';
import { fill, fillSpans, type Holes } from './template.ts';
import { vi } from './vi/index.ts';

export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

type En = typeof en;
/** The key of a sentence. */
export type Key = keyof En;
/** Another language has every sentence of the English catalogue; a missing one does not compile. */
export type Catalog = { readonly [K in Key]: string };

/** What a sentence needs: nothing, or a value for each of its holes. */
export type ArgsOf<K extends Key, V = string | number> = [Holes<En[K]>] extends [never]
  ? []
  : [args: { readonly [H in Holes<En[K]>]: V }];

/** Says sentences in one language. */
export interface Translator {
  readonly locale: Locale;
  <K extends Key>(key: K, ...args: ArgsOf<K>): string;
  /** The same, with arguments that may be bold, links or mentions: `t.text('deal.moved', { deal: { bold: 'Acme' } })`. */
  text<K extends Key>(key: K, ...args: ArgsOf<K, Span | number>): Span[];
  /** A sentence whose key is only known at run time, such as a problem's. */
  has(key: string): key is Key;
  say(key: Key, args?: Readonly<Record<string, unknown>>): string;
}

const translators: Record<Locale, Translator> = { en: speaking('en', en), vi: speaking('vi', vi) };

export const translator = (locale: Locale): Translator => translators[locale];

function speaking(locale: Locale, catalog: Catalog): Translator {
  const say = (key: Key, args: Readonly<Record<string, unknown>> = {}) => fill(catalog[key], args);
  return Object.assign((key: Key, args?: Readonly<Record<string, unknown>>) => say(key, args), {
    locale,
    say,
    has: (key: string) => Object.hasOwn(catalog, key),
    text: (key: Key, args: Readonly<Record<string, Span | number>> = {}) => fillSpans(catalog[key], args),
  }) as Translator;
}

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

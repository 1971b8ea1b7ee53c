import type { Text } from '../lib/span.ts';
import type { Chart } from './chart.ts';
import type { Packed } from './wire.ts';

/**
 * What the bot says: a plain JSON value in the reader's language, stored in the ledger, compared with golden
 * files, and turned into a message by each platform. Renderers are total: what does not fit is shortened, and
 * they say so.
 */
export interface Card {
  readonly title: Text;
  /** One line for notifications and screen readers; the title's text when left out. */
  readonly summary?: string;
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
  /** The figures behind the words, for `--json`. */
  readonly metrics?: readonly Figure[];
}

/** Never the only signal: the words say the same. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad';

export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  /** Small print: a hint, a source, an as-of. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  /** Drawn just before sending; where drawing fails, `table` is shown in its place. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly alt: string; readonly table: Table }
  | FileBlock
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'divider' };

/**
 * A CSV file. The card only names what it holds: it is made as it is handed over, with the rights of the one person
 * who gets it, and a channel gets none.
 */
export type FileBlock = Held & {
  readonly kind: 'file';
  /** With its ending; letters, digits and hyphens otherwise. */
  readonly name: string;
};

/** What a file holds: records, or the rows that the import of a file somebody dropped leaves out. */
export type Held = HeldRecords | { readonly upload: number };

export interface HeldRecords {
  readonly records: 'companies' | 'contacts' | 'leads' | 'deals';
  /** Those that fit all of them. */
  readonly filters: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: Text;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly Text[])[];
  /** Rows that exist beyond those listed. */
  readonly more?: number;
}

/** A button: a command with some of its fields already filled. With fields missing it opens the form. */
export interface Action extends Packed {
  readonly label: string;
  readonly style?: 'primary' | 'danger';
}

/** A metric as scripts read it: exact decimals as text, null where there is nothing to divide by. */
export interface Figure {
  readonly id: string;
  readonly value: string | null;
  /** `percent`, `days`, `minutes`, `count` or a currency code. */
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly excluded: readonly {
    readonly reason: string;
    readonly count: number;
    readonly ids: readonly string[];
  }[];
  readonly [more: string]: unknown;
}

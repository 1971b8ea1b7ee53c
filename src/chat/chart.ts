/**
 * A chart as a plain JSON value. Numbers only place things; every word a person reads is a `text`, `label`,
 * `note` or title that came formatted and in their language. The title states the finding.
 */
export type Chart = BarsChart | TrendChart;

/** One horizontal bar a row, in the order given. Fold all but about seven rows into one before. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  /** Length of the bar, from 0 up; what is negative or not a number is drawn as 0. */
  readonly value: number;
  /** The value as it is printed at the end of the bar. */
  readonly text: string;
  /** A lighter word behind the value, such as a count. */
  readonly note?: string;
  /** `main` is blue, `strong` ink (the row that matters), `muted` grey (lost, others). */
  readonly tone: 'main' | 'strong' | 'muted';
}

/** A line through time, oldest point first, evenly spaced. */
export interface TrendChart {
  readonly kind: 'trend';
  readonly title: string;
  readonly subtitle: string;
  readonly points: readonly Point[];
  readonly target?: { readonly value: number; readonly text: string };
}

export interface Point {
  readonly label: string;
  /** Null where there is no figure: the line has a gap there. */
  readonly value: number | null;
  readonly text: string;
}

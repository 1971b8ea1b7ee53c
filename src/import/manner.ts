import type { Zone } from '../lib/dates/index.ts';
import type { Creatable } from './creatable.ts';
import type { Order } from './dates.ts';
import type { Duplicates } from './duplicates.ts';
import type { KindName } from './kinds/index.ts';
import type { PresetName } from './presets/index.ts';

/** How a file is to be read; plain JSON. What it does not say is recognised. */
export interface Manner {
  readonly kind: KindName;
  /** Fields with their columns; of several columns of one field the first is the most telling. */
  readonly map: readonly (readonly [field: string, column: string])[];
  /** Columns that no field is to read. */
  readonly ignored: readonly string[];
  /** Fields with a value of the file, folded, and the value that is meant. */
  readonly values: readonly (readonly [field: string, from: string, to: string])[];
  readonly create: readonly Creatable[];
  readonly duplicates: Duplicates;
  /** Leads without an owner go to whom the rules say. */
  readonly assign: boolean;
  /** The system whose export it is. */
  readonly preset?: PresetName;
  readonly order?: Order;
  /** Of amounts without a currency. */
  readonly currency?: string;
  /** Of times without a time zone. */
  readonly zone?: Zone;
}

/** A file of which nothing was said yet but perhaps its kind. */
export type Unsaid = Omit<Manner, 'kind'> & { readonly kind?: KindName };

export const unsaid: Unsaid = {
  map: [],
  ignored: [],
  values: [],
  create: [],
  duplicates: 'report',
  assign: false,
};

import { fold, foldCompany } from '../lib/fold.ts';
import type { Item } from './shelf.ts';

/** By what a record is known. */
export type KeyOf = (values: Readonly<Record<string, unknown>>) => string | null;

export const byText =
  (column: string): KeyOf =>
  (values) =>
    values[column] ? String(values[column]) : null;
export const byName = byText('folded');
/** A company's name without its legal form. */
export const byBareName: KeyOf = (values) => foldCompany(String(values.name));
export const byEmail: KeyOf = (values) => (values.email ? String(values.email).toLowerCase() : null);

/** Joins what only together tells a record; null where the first says nothing. */
export const together =
  (first: KeyOf, ...others: KeyOf[]): KeyOf =>
  (values) => {
    const key = first(values);
    return key && [key, ...others.map((keyOf) => keyOf(values) ?? '')].join('\n');
  };
/** The record that a column refers to, also one that has no id yet. */
export const byLink =
  (column: string): KeyOf =>
  (values) => {
    const to = values[column];
    if (typeof to !== 'object' || to === null) return to ? String(to) : null;
    const { id, values: its } = to as Item;
    return id ? String(id) : `new ${its.folded}`;
  };
export const byFolded =
  (column: string): KeyOf =>
  (values) =>
    values[column] ? fold(String(values[column])) : null;

import { fold } from '../fold.ts';
import type { Unit } from './period.ts';

const UNITS: Record<string, Unit> = {
  ...{ ngay: 'day', hom: 'day', bua: 'day', day: 'day', tuan: 'week', week: 'week' },
  ...{ thang: 'month', month: 'month', quy: 'quarter', qui: 'quarter', quarter: 'quarter' },
  ...{ nam: 'year', year: 'year' },
};

/** The unit that a word names in either language, accents aside. */
export function unitNamed(word: string): Unit | undefined {
  return UNITS[fold(word)];
}

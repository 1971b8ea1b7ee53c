import type { Dice } from './dice.ts';

/** What a million VND is in another currency, roughly: this is a play. */
const inOthers = 40;

/** An amount given in million VND, in round figures as people quote them, as a plain decimal. */
export function quoted(millions: number, currency: string): string {
  const exact = millions * (currency === 'VND' ? 1_000_000 : inOthers);
  const size = 10 ** Math.floor(Math.log10(exact));
  const leading = exact / size;
  const step = (leading < 2 ? 0.05 : leading < 5 ? 0.1 : 0.5) * size;
  return String(Math.round(Math.round(exact / step) * step));
}

/** Somewhere between the lowest and the highest price, more often in the middle, higher for a larger firm: 0 to 1. */
export function position(dice: Dice, employees: number): number {
  return Math.max(0, Math.min(1, 0.45 + 0.35 * dice.normal() + 0.12 * Math.log(employees / 120)));
}

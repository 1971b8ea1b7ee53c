import { addDays, type Day } from '../../lib/dates/index.ts';
import type { settable } from './states.ts';

/** What qualifying found out; null where it is not known. */
export interface Findings {
  readonly need: string | null;
  readonly interest: string | null;
  readonly budget: unknown;
  /** When they mean to decide. */
  readonly decisionOn: Date | null;
  readonly authority: string | null;
}

export const signs = ['need', 'interest', 'budget', 'decision', 'authority'] as const;
export type Sign = (typeof signs)[number];

export interface Suggestion {
  readonly status: (typeof settable)[number];
  /** The signs that speak for the lead, and those that are missing. */
  readonly has: readonly Sign[];
  readonly lacks: readonly Sign[];
}

/** A decision further away than half a year is none that anybody can work towards. */
const soon = 183;

/**
 * The state that the answers speak for:
 *
 * | interest       | need  | of budget, decision within half a year, a say in it | state        |
 * |----------------|-------|-----------------------------------------------------|--------------|
 * | none           | any   | any                                                 | DISQUALIFIED |
 * | high or medium | known | two or three                                        | SQL          |
 * | high or medium | known | fewer                                               | MQL          |
 * | anything else  | any   | any                                                 | WORKING      |
 */
export function suggest(findings: Findings, today: Day): Suggestion {
  const { need, interest, budget, decisionOn, authority } = findings;
  const day = decisionOn?.toISOString().slice(0, 10);
  const speaks: Record<Sign, boolean> = {
    need: Boolean(need),
    interest: interest === 'high' || interest === 'medium',
    budget: Number(budget ?? 0) > 0,
    decision: day !== undefined && day >= today && day <= addDays(today, soon),
    authority: authority === 'decides' || authority === 'influences',
  };
  const has = signs.filter((sign) => speaks[sign]);
  const lacks = signs.filter((sign) => !speaks[sign]);
  const wanted = speaks.need && speaks.interest;
  const status =
    interest === 'none' ? 'DISQUALIFIED' : !wanted ? 'WORKING' : lacks.length <= 1 ? 'SQL' : 'MQL';
  return { status, has, lacks };
}

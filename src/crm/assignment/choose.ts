import { type Day, dayOf, nextAtWork, type WorkCalendar, type Zone } from '../../lib/dates/index.ts';

/** Somebody whom a rule names. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly awayFrom: Day | null;
  readonly awayUntil: Day | null;
  readonly capacity: number | null;
  /** Leads in work. */
  readonly open: number;
  readonly zone: Zone;
}

/** Why a lead was not given to somebody whose turn it would have been. */
export type Reason =
  | { readonly why: 'ended' }
  | { readonly why: 'away'; readonly until: Day | null }
  | { readonly why: 'full'; readonly open: number; readonly capacity: number }
  /** Others are at work, or will be sooner. */
  | { readonly why: 'off' };
export type Skipped = Reason & { readonly name: string };

export interface Turn {
  readonly method: 'ROUND_ROBIN' | 'WORKLOAD';
  /** Whose turn it was last. */
  readonly lastId: number | null;
  /** Who has the lead and is to give it away. */
  readonly exceptId?: number | null;
}

/** When somebody in a zone is next at work, with the days there of now and of then. */
interface NextWork {
  readonly from: Date;
  readonly days: readonly Day[];
}

function workIn(now: Date, zone: Zone, calendar: WorkCalendar): NextWork {
  const from = nextAtWork(now, zone, calendar);
  return { from, days: [dayOf(now, zone), dayOf(from, zone)] };
}

/** As of one moment, zone by zone. */
export function workFrom(now: Date, calendar: WorkCalendar): (zone: Zone) => NextWork {
  const known = new Map<Zone, NextWork>();
  return (zone) => {
    const work = known.get(zone) ?? workIn(now, zone, calendar);
    known.set(zone, work);
    return work;
  };
}

export interface Choice {
  readonly chosen: Candidate | null;
  /** Those who came before the chosen one; everybody where nobody was. */
  readonly skipped: readonly Skipped[];
  /** When the chosen one is next at work, where nobody is now. */
  readonly from: Date | null;
}

/**
 * Who gets the next lead: by turns after whose turn it was last, or whoever has the fewest leads in work and, of equals,
 * by turns. Not who has left, is away or has as many leads as they can take; of the others who are at work, or if
 * nobody is, who will be first.
 */
export function choose(
  turn: Turn,
  candidates: readonly Candidate[],
  work: (zone: Zone) => NextWork,
  now: Date,
): Choice {
  const judged = inTurn(turn, candidates).map((candidate) => {
    const { from, days } = work(candidate.zone);
    return { candidate, from, reason: reasonAgainst(candidate, days) };
  });
  const able = judged.filter(({ reason }) => !reason);
  const soonest = Math.min(...able.map(({ from }) => from.getTime()));
  const found = able.find(({ from }) => from.getTime() === soonest);
  const before = found ? judged.slice(0, judged.indexOf(found)) : judged;
  return {
    chosen: found?.candidate ?? null,
    skipped: before.map(({ candidate, reason }) => ({ name: candidate.name, ...(reason ?? { why: 'off' }) })),
    from: found && found.from > now ? found.from : null,
  };
}

function inTurn({ method, lastId, exceptId }: Turn, candidates: readonly Candidate[]): Candidate[] {
  const next = candidates.findIndex(({ id }) => id === lastId) + 1;
  const turns = [...candidates.slice(next), ...candidates.slice(0, next)].filter(({ id }) => id !== exceptId);
  return method === 'WORKLOAD' ? turns.sort((a, b) => a.open - b.open) : turns;
}

function reasonAgainst(one: Candidate, days: readonly Day[]): Reason | null {
  if (!one.active) return { why: 'ended' };
  if (days.some((day) => isAway(one, day))) return { why: 'away', until: one.awayUntil };
  if (one.capacity !== null && one.open >= one.capacity)
    return { why: 'full', open: one.open, capacity: one.capacity };
  return null;
}

const isAway = ({ awayFrom, awayUntil }: Candidate, day: Day) =>
  awayFrom !== null && awayFrom <= day && (awayUntil === null || day <= awayUntil);

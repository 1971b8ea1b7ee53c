import { type StageName, stageNames } from './world.ts';

/** The life of a deal: written events in their order, and what its columns became when. Instants in milliseconds. */
export interface History {
  readonly created: number;
  readonly lead: number | null;
  readonly events: readonly {
    readonly stage: StageName;
    readonly at: number;
    readonly revoked: number | null;
  }[];
  /** The first is how it was created; then each as of its instant, in order. */
  readonly values: readonly Values[];
}

export interface Values {
  readonly at: number;
  readonly cents: number | null;
  readonly currency: string;
  readonly ownerId: number | null;
}

export interface Question {
  readonly now: number;
  readonly start: number;
  readonly end: number;
  readonly sight: 'all' | readonly number[];
  readonly ownerId: number | undefined;
  readonly currency: string;
}

export interface Standing extends Values {
  readonly id: number;
  readonly stage: StageName;
  readonly entered: number;
  readonly created: number;
  readonly touched: number;
}

const kindOf = (stage: StageName) => (stage === 'Won' || stage === 'Lost' ? stage : 'Open');

/** The deals as they stood at an instant, the slow and plain way: the definitions read aloud. */
export function standing(
  histories: readonly History[],
  { now, sight, ownerId }: Omit<Question, 'start' | 'end'>,
): Standing[] {
  return histories.flatMap(({ created, lead, events, values }, i) => {
    if (created > now) return [];
    let latest: History['events'][number] | undefined;
    for (const event of events) {
      if (event.at > now || (event.revoked !== null && event.revoked <= now)) continue;
      if (!latest || event.at >= latest.at) latest = event;
    }
    const then = values.filter(({ at }, n) => n === 0 || at <= now).at(-1);
    if (!latest || !then) return [];
    const seen = sight === 'all' || then.ownerId === null || sight.includes(then.ownerId);
    if (!seen || (ownerId !== undefined && then.ownerId !== ownerId)) return [];
    const touched = lead !== null && lead <= now ? lead : created;
    return [{ ...then, id: i + 1, stage: latest.stage, entered: latest.at, created, touched }];
  });
}

export function answers(histories: readonly History[], question: Question) {
  const { now, start, end, currency } = question;
  const all = standing(histories, question);
  const open = all.filter(({ stage }) => kindOf(stage) === 'Open');
  const closed = all.filter(
    ({ stage, entered }) => kindOf(stage) !== 'Open' && entered >= start && entered < end,
  );
  const won = closed.filter(({ stage }) => stage === 'Won');
  const priced = (deals: Standing[]) =>
    deals.filter((deal) => deal.cents !== null && deal.currency === currency);
  const sum = (deals: Standing[]) => priced(deals).reduce((total, { cents }) => total + (cents ?? 0), 0);
  const without = (deals: Standing[]) =>
    deals.filter((deal) => !priced(deals).includes(deal)).map(({ id }) => `D-${id}`);
  const spans = (deals: Standing[], from: 'touched' | 'created') =>
    deals.map((deal) => deal.entered - deal[from]).filter((span) => span >= 0);
  return {
    revenue: { cents: sum(won), count: priced(won).length, without: without(won) },
    winRate: {
      won: won.length,
      all: closed.length,
      open: open.length,
      wonCents: sum(won),
      cents: sum(closed),
    },
    cycle: spans(won, 'touched'),
    close: spans(closed, 'created'),
    pipeline: {
      count: open.length,
      without: without(open),
      stages: stageNames.slice(0, 5).map((name) => {
        const here = open.filter(({ stage }) => stage === name);
        const rested = here.reduce((total, { entered }) => total + now - entered, 0);
        return { count: here.length, cents: sum(here), priced: priced(here).length, rested };
      }),
    },
  };
}

/** Which deals stand elsewhere at `now` than they did at `since`, by kind of move. */
export function moves(
  histories: readonly History[],
  since: number,
  question: Question,
): Record<string, number> {
  const before = standing(histories, { ...question, now: since, sight: 'all', ownerId: undefined });
  const counts: Record<string, number> = {};
  for (const deal of standing(histories, question)) {
    const was = before.find(({ id }) => id === deal.id);
    if (was?.stage === deal.stage) continue;
    const order = (stage: StageName) => stageNames.indexOf(stage);
    const kind =
      kindOf(deal.stage) !== 'Open'
        ? deal.stage.toLowerCase()
        : !was
          ? 'new'
          : kindOf(was.stage) !== 'Open'
            ? 'reopened'
            : order(deal.stage) > order(was.stage)
              ? 'advanced'
              : 'slipped';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

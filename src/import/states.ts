import { allStages, type Stage, stagesCalled } from '../crm/deals/stages.ts';
import { standing } from '../crm/deals/view.ts';
import type { Tx } from '../db/client.ts';
import { dayOf, type Zone } from '../lib/dates/index.ts';
import { shown } from './cells.ts';
import type { Moment } from './dates.ts';
import { isSame, notBefore } from './moments.ts';
import { refuseRow } from './refuse-row.ts';
import { createShelf, type Item, newItem, type Shelf, stored } from './shelf.ts';

/** What a row says of a deal's way through its stages. */
export interface Course {
  readonly stage?: string;
  readonly createdAt?: Moment;
  readonly closedAt?: Moment;
  readonly lostReason?: string;
}

/** What is to be done so that a deal stands where its row says. */
export interface State {
  readonly pipelineId: number;
  readonly enters: readonly { readonly stage: Stage; readonly at: Date; readonly reason: string | null }[];
  /** An event that says the wrong moment or reason. */
  readonly revokes: Item | null;
}

export interface States {
  readonly shelf: Shelf;
  /** Compares the row with the events of the deal, or of none. Refuses what cannot have been. */
  read(deal: Item | null, course: Course): State;
  put(deal: Item, state: State): void;
  /** Whether the text names a stage in which deals are won or lost. */
  ends(stage: string): boolean;
}

const size = 5000;

/** The stages that these deals have passed, by the events that stand. */
export async function openStates(
  { tx, now, zone }: { readonly tx: Tx; readonly now: Date; readonly zone: Zone },
  dealShelf: Shelf,
  deals: readonly Item[],
): Promise<States> {
  const stages = await allStages({ db: tx });
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const passed = new Map<number, Item[]>();
  for (let from = 0; from < deals.length; from += size) {
    const dealId = { in: deals.slice(from, from + size).map((deal) => deal.id) };
    const { where, orderBy } = standing(now);
    for (const event of await tx.stageEvent.findMany({ where: { ...where, dealId }, orderBy }))
      passed.set(event.dealId, [...(passed.get(event.dealId) ?? []), stored(event)]);
  }
  const shelf = createShelf('stageEvent');
  const names = stages.map((stage) => stage.nameEn).join(', ');

  /** The stage that the text names, of the deal's pipeline or of the first that has one. */
  function stageOf(text: string, pipelineId: number | undefined): Stage {
    const called = stagesCalled(stages, text);
    if (called.length === 0) refuseRow('stage', 'import.stage', { text: shown(text), stages: names });
    const own = called.find((stage) => pipelineId === undefined || stage.pipelineId === pipelineId);
    return own ?? refuseRow('stage', 'import.stage_elsewhere', { text: shown(text) });
  }
  const first = (pipelineId: number) =>
    stages.find((stage) => stage.pipelineId === pipelineId && stage.kind === 'OPEN') as Stage;

  function opened({ stage: text, createdAt, closedAt, lostReason }: Course): State {
    const stage = text ? stageOf(text, undefined) : first(stages[0]?.pipelineId as number);
    const start = createdAt?.at ?? now;
    const { pipelineId } = stage;
    if (stage.kind === 'OPEN') {
      if (closedAt) refuseRow('closedAt', 'import.closed_open');
      return { pipelineId, enters: [{ stage, at: start, reason: null }], revokes: null };
    }
    if (!closedAt) refuseRow('closedAt', 'import.closed_undated');
    if (!createdAt) refuseRow('createdAt', 'import.closed_unopened');
    const at = notBefore(closedAt, start, zone);
    if (at < start) refuseRow('closedAt', 'import.closed_early');
    const reason = stage.kind === 'LOST' ? (lostReason ?? null) : null;
    const enters = [
      { stage: first(pipelineId), at: start, reason: null },
      { stage, at, reason },
    ];
    return { pipelineId, enters, revokes: null };
  }

  function moved(deal: Item, { stage: text, closedAt, lostReason }: Course): State {
    const pipelineId = Number(deal.values.pipelineId);
    const nothing = { pipelineId, enters: [], revokes: null };
    const [last, before] = passed.get(deal.id) ?? [];
    if (!last) return nothing;
    const [here, since] = [byId.get(Number(last.values.stageId)) as Stage, atOf(last)];
    const stage = text ? stageOf(text, pipelineId) : here;
    if (stage.kind === 'OPEN') {
      if (closedAt) refuseRow('closedAt', 'import.closed_open');
      return stage === here ? nothing : { ...nothing, enters: [{ stage, at: now, reason: null }] };
    }
    const reason = stage.kind === 'LOST' ? (lostReason ?? null) : null;
    if (stage !== here) {
      if (!closedAt) refuseRow('closedAt', 'import.closed_undated');
      return { ...nothing, enters: [{ stage, at: after(closedAt, since), reason }] };
    }
    const same = (!closedAt || isSame(closedAt, since, zone)) && (!reason || reason === last.values.reason);
    if (same) return nothing;
    const at = closedAt && !isSame(closedAt, since, zone) ? after(closedAt, before && atOf(before)) : since;
    const corrected = { stage, at, reason: reason ?? (last.values.reason as string | null) };
    return { ...nothing, enters: [corrected], revokes: last };
  }

  function after(closedAt: Moment, earlier: Date | undefined): Date {
    if (!earlier) return closedAt.at;
    const at = notBefore(closedAt, earlier, zone);
    return at < earlier
      ? refuseRow('closedAt', 'import.closed_before_move', { day: dayOf(earlier, zone) })
      : at;
  }

  return {
    shelf,
    ends: (text) => stagesCalled(stages, text).some(({ kind }) => kind !== 'OPEN'),
    read: (deal, course) => (deal ? moved(deal, course) : opened(course)),
    put(deal, { enters, revokes }) {
      if (enters.length) dealShelf.touch(deal);
      if (revokes) shelf.update(revokes, { revokedAt: now.toISOString() });
      for (const { stage, at, reason } of enters)
        shelf.insert(newItem({ dealId: deal, stageId: stage.id, at: at.toISOString(), reason }));
    },
  };
}

const atOf = (event: Item) => new Date(String(event.values.at));

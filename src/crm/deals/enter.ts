import type { Db, StageKind } from '../../db/client.ts';
import type { Translator } from '../../i18n/index.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayChange } from '../visibility.ts';
import { amountSet } from './amount.ts';
import { type Stage, stageName } from './stages.ts';
import { type DealView, standing, viewDeal } from './view.ts';

export interface Entering {
  readonly dealId: number;
  /** Chosen among the stages of the deal's pipeline, given the stages it has passed (latest first). */
  readonly to: (stages: readonly Stage[], passed: readonly Stage[]) => Stage | undefined;
  /** The stage event that the person saw when they decided; another by now refuses. */
  readonly seen?: number | undefined;
  readonly reason?: string | undefined;
  /** What it is worth in the end, set in the same change; null: nobody knows. */
  readonly amount?: Money | null | undefined;
}

/** Somebody else's clock may be so much ahead: their event is one that we come after. */
const ahead = 60_000;

/**
 * Moves a deal into a stage: the one way its state changes. The row is locked, so of two at once the second sees
 * what the first did. Refuses when the deal has moved since it was seen, is there already, or has no such stage.
 */
export async function enterStage(ctx: Ctx, command: string, entering: Entering): Promise<Changed<DealView>> {
  const { dealId, reason, amount } = entering;
  return change(ctx, command, async (log) => {
    const { tx, created } = log;
    await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
    const { deal, stage } = await mayEnter({ ...ctx, db: tx }, entering);
    const now = new Date(Math.max(deal.event.at.getTime(), ctx.now.getTime()));
    const event = await tx.stageEvent.create({
      data: { dealId, stageId: stage.id, at: now, reason: reason ?? null },
    });
    created('stageEvent', event.id);
    const worth = amount === undefined ? deal : await amountSet(ctx, log, dealId, amount);
    return { ...deal, ...worth, stage, event: { id: event.id, at: event.at, reason: event.reason } };
  });
}

/** The deal and the stage it would enter; refuses what `enterStage` refuses. */
export async function mayEnter(ctx: Ctx, { dealId, seen, to }: Entering) {
  const soon = new Date(ctx.now.getTime() + ahead);
  const deal =
    (await viewDeal({ ...ctx, now: soon }, dealId)) ?? refuse('deal.none', { deal: code('deal', dealId) });
  mayChange(ctx, 'deal', deal.ownerId, deal.title);
  const here = (t: Translator) => stageName(t.locale, deal.stage);
  if (seen && seen !== deal.event.id) refuse('deal.moved', { deal: deal.title, stage: here });
  const { stages, passed } = await stagesOf(ctx.db, deal, soon);
  const stage = to(stages, passed) ?? refuse('deal.stage_elsewhere', { deal: deal.title });
  if (stage.id === deal.stage.id) refuse('deal.there', { deal: deal.title, stage: here });
  return { deal, stage };
}

/** The first stage of a kind. */
export const ofKind = (kind: StageKind) => (stages: readonly Stage[]) =>
  stages.find((stage) => stage.kind === kind);

/** The stages of a deal's pipeline, and those of them that it has passed, the latest first. One statement. */
async function stagesOf(db: Db, { id, pipelineId }: DealView, now: Date) {
  const { where, orderBy } = standing(now);
  const rows = await db.stage.findMany({
    relationLoadStrategy: 'join',
    where: { pipelineId },
    orderBy: { position: 'asc' },
    include: { events: { where: { ...where, dealId: id }, orderBy, take: 1 } },
  });
  const stages = rows.map(({ events: _, ...stage }): Stage => stage);
  const latest = rows.flatMap(({ events: [event], ...stage }) => (event ? [{ ...event, stage }] : []));
  latest.sort((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id);
  return { stages, passed: latest.map(({ stage }): Stage => stage) };
}

import type { StageKind, Tx } from '../../db/client.ts';
import type { Translator } from '../../i18n/index.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayChange } from '../visibility.ts';
import { type Stage, stageName } from './stages.ts';
import { type DealView, standing, viewDeal } from './view.ts';

export interface Entering {
  readonly dealId: number;
  /** Chosen among the stages of the deal's pipeline, given the stages it has passed (latest first). */
  readonly to: (stages: readonly Stage[], passed: readonly Stage[]) => Stage | undefined;
  /** The stage event that the person saw when they decided; another by now refuses. */
  readonly seen?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * Moves a deal into a stage: the one way its state changes. The row is locked, so of two at once the second sees
 * what the first did. Refuses when the deal has moved since it was seen, is there already, or has no such stage.
 */
export async function enterStage(ctx: Ctx, command: string, entering: Entering): Promise<Changed<DealView>> {
  const { dealId, to, seen, reason } = entering;
  return change(ctx, command, async ({ tx, created }) => {
    const at = { ...ctx, db: tx, now: await lock(tx, dealId, ctx.now) };
    const deal = (await viewDeal(at, dealId)) ?? refuse('deal.none', { deal: code('deal', dealId) });
    mayChange(ctx, deal.ownerId, deal.title);
    const here = (t: Translator) => stageName(t.locale, deal.stage);
    if (seen && seen !== deal.event.id) refuse('deal.moved', { deal: deal.title, stage: here });
    const [stages, events] = await Promise.all([
      tx.stage.findMany({ where: { pipelineId: deal.pipelineId }, orderBy: { position: 'asc' } }),
      tx.stageEvent.findMany({
        ...standing(at.now),
        where: { ...standing(at.now).where, dealId },
        include: { stage: true },
      }),
    ]);
    const stage =
      to(
        stages,
        events.map((event) => event.stage),
      ) ?? refuse('deal.stage_elsewhere', { deal: deal.title });
    if (stage.id === deal.stage.id) refuse('deal.there', { deal: deal.title, stage: here });
    const event = await tx.stageEvent.create({
      data: { dealId, stageId: stage.id, at: at.now, reason: reason ?? null },
    });
    created('stageEvent', event.id);
    return { ...deal, stage, event: { id: event.id, at: event.at, reason: event.reason } };
  });
}

/** The first stage of a kind. */
export const ofKind = (kind: StageKind) => (stages: readonly Stage[]) =>
  stages.find((stage) => stage.kind === kind);

/**
 * Locks a deal and tells the moment from which to look at it: `now`, or that of an event which somebody else, on a
 * machine whose clock is a little ahead or while we waited for the lock, has put after it.
 */
async function lock(tx: Tx, dealId: number, now: Date): Promise<Date> {
  await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
  const { _max } = await tx.stageEvent.aggregate({
    where: { dealId, revokedAt: null, at: { lte: new Date(now.getTime() + 60_000) } },
    _max: { at: true },
  });
  return _max.at && _max.at > now ? _max.at : now;
}

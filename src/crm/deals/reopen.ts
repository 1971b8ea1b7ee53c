import { refuse } from '../../i18n/refusal.ts';
import type { Changed } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { enterStage, ofKind } from './enter.ts';
import type { DealView } from './view.ts';

/** Opens a closed deal again, in the open stage it was closed from. It then has no close time. */
export function reopenDeal(
  ctx: Ctx,
  input: { dealId: number; seen?: number | undefined },
): Promise<Changed<DealView>> {
  return enterStage(ctx, 'deal.reopen', {
    ...input,
    to: (stages, passed) => {
      if (passed[0]?.kind === 'OPEN') refuse('deal.open');
      return passed.find((stage) => stage.kind === 'OPEN') ?? ofKind('OPEN')(stages);
    },
  });
}

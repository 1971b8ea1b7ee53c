import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import type { Stage } from '../deals/stages.ts';
import type { Department } from './departments.ts';

/** Undefined leaves as it is; null is nobody, and as long as it likes. */
export interface StageEdit {
  readonly department?: Department | null | undefined;
  readonly staleAfterDays?: number | null | undefined;
}

/** Says who is in charge of a stage, and how many working days a deal may rest there; of each pipeline's that is meant. */
export function editStage(ctx: Ctx, stages: readonly Stage[], edit: StageEdit): Promise<Changed<void>> {
  return change(ctx, 'crm.stage', async ({ tx, updated }) => {
    const ids = stages.map(({ id }) => id);
    await tx.$queryRaw`SELECT id FROM stage WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
    let changed = false;
    for (const before of await tx.stage.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })) {
      if (edit.staleAfterDays && before.kind !== 'OPEN') refuse('stage.closed');
      const after = await tx.stage.update({ where: { id: before.id }, data: edit });
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      updated('stage', before.id, before, after);
      changed = true;
    }
    if (!changed) refuse('edit.nothing');
  });
}

import { done } from '../../cards/parts.ts';
import { stagesCard } from '../../cards/stages.ts';
import { optional } from '../../chat/field.ts';
import { choice, number } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { stageName } from '../../crm/deals/stages.ts';
import { type Department, departments } from '../../crm/pipelines/departments.ts';
import { editStage } from '../../crm/pipelines/edit-stage.ts';
import { listPipelines } from '../../crm/pipelines/list.ts';
import { defineCommand } from '../define.ts';
import { stage } from '../fields.ts';
import { stageLookup } from '../lookups/stages.ts';

const department = choice<(typeof departments)[number], Ctx>({
  begun: true,
  options: departments.map((value) => ({ value, label: `choice.department.${value}` as const })),
});

/** Says which department is in charge of a stage, and how long a deal may rest there: `stage "Quote sent" care 5`. */
export const stageEdit = defineCommand({
  id: 'crm.stage',
  access: 'admin',
  reply: 'private',
  fields: { stage, department: optional(department), stale: optional(number<Ctx>({ min: 1, max: 365 })) },
  positional: ['stage', 'department', 'stale'],
  asksFor: ['department', 'stale'],
  async prefill(ctx, wire) {
    const found = wire.stage ? await stageLookup.resolve(ctx, wire.stage) : null;
    const [row] = found?.kind === 'one' ? found.value : [];
    if (!row) return {};
    return {
      stage: String(row.id),
      ...(row.department && { department: row.department.toLowerCase() }),
      ...(row.staleAfterDays !== null && { stale: String(row.staleAfterDays) }),
    };
  },
  async run(ctx, { stage, department, stale }) {
    const { changeId } = await editStage(ctx, stage, {
      department: department && (department.toUpperCase() as Department),
      staleAfterDays: stale,
    });
    const [first] = stage;
    const said = ctx.t('stage.edited', { stage: first ? stageName(ctx.t.locale, first) : '' });
    return done(ctx.t, stagesCard(ctx.t, await listPipelines(ctx), true), [said], changeId);
  },
});

import { stagesCard } from '../../cards/stages.ts';
import { listPipelines } from '../../crm/pipelines/list.ts';
import { defineCommand } from '../define.ts';

/** The stages that deals go through, and who is in charge of each. */
export const stages = defineCommand({
  id: 'crm.stages',
  access: 'viewer',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => stagesCard(ctx.t, await listPipelines(ctx), ctx.access === 'admin'),
});

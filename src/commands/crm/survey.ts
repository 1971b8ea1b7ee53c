import { questions } from '../../cards/survey/ask.ts';
import { resultsCard } from '../../cards/survey/results.ts';
import { optional } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { askEverybody } from '../../crm/surveys/begin.ts';
import { lastRounds } from '../../crm/surveys/results.ts';
import { enqueue } from '../../delivery/index.ts';
import { defineCommand } from '../define.ts';
import { round } from './answer.ts';

const ask = choice<'now', Ctx>({ options: [{ value: 'now', label: 'choice.ask.now' }] });

/** How people get on with the CRM, by the last round of asking them; `ask:now` asks everybody. */
export const survey = defineCommand({
  id: 'crm.survey',
  access: 'admin',
  reply: 'private',
  fields: { ask: optional(ask), round },
  positional: ['ask'],
  async run(ctx, { ask, round }) {
    if (!ask) return resultsCard(ctx.t, await lastRounds(ctx), ctx.zone);
    const { recipients } = await askEverybody(ctx, round, (tx, begun) =>
      enqueue(tx, questions(begun, ctx.t.locale, ctx.now), ctx.now),
    );
    const active = await ctx.db.member.count({ where: { active: true } });
    const missed = active - recipients.length;
    return {
      title: [ctx.t('survey.begun', { count: recipients.length })],
      tone: 'good',
      blocks: missed > 0 ? [{ kind: 'note', text: [ctx.t('survey.missed', { count: missed })] }] : [],
    };
  },
});

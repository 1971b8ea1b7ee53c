import { answeredCard } from '../../cards/survey/ask.ts';
import { hidden, optional } from '../../chat/field.ts';
import { choice, number, text } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { answer, ownAnswer } from '../../crm/surveys/answer.ts';
import { scores } from '../../crm/surveys/results.ts';
import { defineCommand } from '../define.ts';

export const round = hidden(number<Ctx>({ min: 0, max: 2_147_483_647 }));

const values = [...scores.map((score) => `${score}` as const), 'none'] as const;
const score = choice<(typeof values)[number], Ctx>({
  options: values.map((value) => ({ value, label: `choice.score.${value}` as const })),
});

const named = choice<'yes' | 'no', Ctx>({
  options: [
    { value: 'no', label: 'choice.named.no' },
    { value: 'yes', label: 'choice.named.yes' },
  ],
});

/** What somebody says of how they get on with the CRM, for as long as the round goes; `none` declines. */
export const surveyAnswer = defineCommand({
  id: 'crm.answer',
  access: 'viewer',
  reply: 'private',
  fields: {
    score: optional(score),
    hurdle: optional(text({ max: 1000, multiline: true, hint: 'hint.hurdle' })),
    named: optional(named),
    round,
  },
  positional: ['score', 'hurdle'],
  asksFor: ['score', 'hurdle', 'named'],
  async prefill(ctx, wire) {
    const own = await ownAnswer(ctx, wire.round === undefined ? undefined : Number(wire.round));
    return {
      ...(own.score !== null && { score: String(own.score) }),
      ...(own.hurdle !== null && { hurdle: own.hurdle }),
      named: own.named ? 'yes' : 'no',
    };
  },
  async run(ctx, { score, hurdle, named, round }) {
    const own = await answer(ctx, round, {
      score: score && Number(score),
      hurdle,
      named: named ? named === 'yes' : undefined,
      declined: score === 'none',
    });
    return answeredCard(ctx.t, own);
  },
});

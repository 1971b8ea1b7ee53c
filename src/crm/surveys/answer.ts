import type { SurveyAnswer } from '../../db/client.ts';
import { transaction } from '../../db/transaction.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';

/** Undefined leaves as it is, null clears. */
export interface Said {
  readonly score?: number | null | undefined;
  readonly hurdle?: string | null | undefined;
  readonly named?: boolean | undefined;
  /** Takes back what was said and wants to be left alone. */
  readonly declined: boolean;
}

export type Answered = Pick<SurveyAnswer, 'roundId' | 'score' | 'hurdle' | 'named' | 'declined'>;

/** What somebody says in the latest round, `round` where they saw one; whoever was asked may change it until the next. Refuses an empty answer. */
export function answer(ctx: Ctx, round: number | undefined, said: Said): Promise<Answered> {
  const { score, hurdle, named, declined } = said;
  return transaction(ctx.db, async (tx) => {
    const own = await ownAnswer({ ...ctx, db: tx }, round);
    const nothing =
      (score === undefined ? own.score : score) === null && !(hurdle === undefined ? own.hurdle : hurdle);
    if (nothing && !declined) refuse('survey.empty');
    return tx.surveyAnswer.update({
      where: { id: own.id },
      data: declined
        ? { score: null, hurdle: null, named: false, declined }
        : {
            ...{ score, hurdle, declined },
            ...(named !== undefined && { named }),
          },
    });
  });
}

/** The place of who asks in the latest round; refuses where there is none, or another round than they saw. */
export async function ownAnswer(ctx: Pick<Ctx, 'db' | 'member'>, round?: number): Promise<SurveyAnswer> {
  const last = await ctx.db.surveyRound.findFirst({ orderBy: { id: 'desc' } });
  if (!last) return refuse('survey.none');
  if (round !== undefined && round !== last.id) refuse('survey.over');
  const memberId = ctx.member?.id ?? refuse('survey.not_asked');
  const where = { roundId_memberId: { roundId: last.id, memberId } };
  return (await ctx.db.surveyAnswer.findUnique({ where })) ?? refuse('survey.not_asked');
}

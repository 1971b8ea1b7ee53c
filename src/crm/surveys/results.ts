import type { Ctx } from '../context.ts';

export const scores = [1, 2, 3, 4, 5] as const;

/** With fewer answers it could be told whose they are. */
export const fewest = 3;

export interface Results {
  readonly id: number;
  readonly at: Date;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
  /** How many gave each of `scores`; null where they are too few to be shown. */
  readonly marks: readonly number[] | null;
  /** What is in people's way, and who says so where they want it said. */
  readonly texts: readonly { readonly text: string; readonly name: string | null }[];
}

/** The latest round and the one before, where there are such. */
export async function lastRounds({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Results[]> {
  const rounds = await db.surveyRound.findMany({
    where: { at: { lte: now } },
    orderBy: { id: 'desc' },
    take: 2,
    include: { answers: { include: { member: { select: { name: true } } } } },
  });
  return rounds.map(({ id, at, answers }) => {
    const said = answers.filter(({ score, hurdle }) => score !== null || hurdle !== null);
    const enough = said.length >= fewest;
    const texts = said.flatMap(({ hurdle, named, member }) =>
      hurdle !== null && (named || enough) ? [{ text: hurdle, name: named ? member.name : null }] : [],
    );
    return {
      ...{ id, at, asked: answers.length, answered: said.length },
      declined: answers.filter(({ declined }) => declined).length,
      marks: enough ? scores.map((mark) => said.filter(({ score }) => score === mark).length) : null,
      // The order in which they came would tell who they are from.
      texts: texts.sort((a, b) => (a.text < b.text ? -1 : 1)),
    };
  });
}

import type { Stage } from '../../db/client.ts';
import type { Locale } from '../../i18n/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Ctx } from '../context.ts';
import { fitOf } from '../find/rank.ts';

export type { Stage };

export const stageName = (locale: Locale, stage: Pick<Stage, 'nameVi' | 'nameEn'>) =>
  locale === 'vi' ? stage.nameVi : stage.nameEn;

/** Words for the two ends that hold in every pipeline and language, beside the stages' own names. */
const ends = {
  WON: ['won', 'thang', 'thanh cong', 'completed', 'closed won'],
  LOST: ['lost', 'mat', 'thua', 'that bai', 'closed lost'],
} as const;

const endOf = (text: string) =>
  (['WON', 'LOST'] as const).find((kind) => (ends[kind] as readonly string[]).includes(fold(text)));

export const isEnd = (text: string) => endOf(text) !== undefined;

/** Those of `stages` whose whole name in either language the text is, or all of the end that it is a word for. */
export function stagesCalled(stages: readonly Stage[], text: string): Stage[] {
  const wanted = fold(text);
  const named = stages.filter((stage) => [fold(stage.nameVi), fold(stage.nameEn)].includes(wanted));
  const kind = endOf(text);
  return named.length || !kind ? named : stages.filter((stage) => stage.kind === kind);
}

/**
 * The stages a text may mean, of every pipeline: its number, its name in either language, `won` and `lost`, or what
 * comes nearest to a name.
 */
export async function stagesNamed(ctx: Pick<Ctx, 'db'>, text: string): Promise<Stage[]> {
  const stages = await allStages(ctx);
  if (/^\d+$/.test(text.trim())) return stages.filter((stage) => stage.id === Number(text));
  const called = stagesCalled(stages, text);
  if (called.length) return called;
  const fitting = stages.flatMap((stage) => {
    const fits = [fitOf(text, stage.nameVi), fitOf(text, stage.nameEn)].filter((fit) => fit !== null);
    return fits.length ? [{ stage, fit: Math.min(...fits) }] : [];
  });
  const best = Math.min(...fitting.map(({ fit }) => fit));
  return fitting.filter(({ fit }) => fit === best).map(({ stage }) => stage);
}

/** All stages, pipeline by pipeline in their order. */
export function allStages(ctx: Pick<Ctx, 'db'>): Promise<Stage[]> {
  return ctx.db.stage.findMany({ orderBy: [{ pipeline: { position: 'asc' } }, { position: 'asc' }] });
}

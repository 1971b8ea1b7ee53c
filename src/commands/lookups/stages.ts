import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { allStages, isEnd, type Stage, stageName, stagesNamed } from '../../crm/deals/stages.ts';
import { fitOf } from '../../crm/find/rank.ts';
import { defaultStageNames } from '../../crm/pipelines/defaults.ts';
import { fold } from '../../lib/fold.ts';

/**
 * Stages by name in either language, or `won` and `lost`. One name may stand in several pipelines: the value is all
 * of them, and the verb takes the one of the deal's own pipeline.
 */
export const stageLookup: Lookup<readonly Stage[], Ctx> = {
  async search(ctx, query) {
    const stages = await allStages(ctx);
    const named = (stage: Stage) => stageName(ctx.t.locale, stage);
    const called = (s: Stage) => fitOf(query, s.nameVi) !== null || fitOf(query, s.nameEn) !== null;
    const fits = stages.filter((s) => !query.trim() || String(s.id) === query || called(s));
    return fits.slice(0, 25).map((stage) => ({ value: String(stage.id), label: named(stage) }));
  },
  async resolve(ctx, text) {
    const stages = await stagesNamed(ctx, withoutTo(text));
    const names = new Set(stages.map((stage) => fold(stageName(ctx.t.locale, stage))));
    if (stages.length === 0) return { kind: 'none' };
    if (names.size === 1) return { kind: 'one', value: stages };
    return {
      kind: 'many',
      options: stages.map((s) => ({ value: String(s.id), label: stageName(ctx.t.locale, s) })),
    };
  },
};

const to = /^(?:sang|qua|to|into)\s+(?=\S)/iu;
const withoutTo = (text: string) => text.trim().replace(to, '');

/**
 * Where a stage begins on a line without quotes: `deal move Gia hạn Acme đàm phán`. Behind a word such as `sang` a
 * part of its name will do (`sang báo giá`); without one that may still be the deal's name.
 */
export function looksLikeStage(text: string): boolean {
  const name = withoutTo(text);
  if (isEnd(name) || defaultStageNames.has(fold(name))) return true;
  return name !== text.trim() && [...defaultStageNames].some((whole) => fitOf(name, whole) !== null);
}

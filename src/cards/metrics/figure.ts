import type { Figure } from '../../chat/card.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Measured } from '../../metrics/measured.ts';
import type { Pipeline } from '../../metrics/pipeline.ts';

/** A measured metric as scripts read it: all it holds, and the plain part of its receipt. */
export function figureOf(t: Translator, measured: Measured, before?: Measured): Figure {
  const { receipt, ...rest } = measured;
  return {
    ...rest,
    ...('stages' in measured && { stages: stagesOf(t, measured as Pipeline) }),
    ...(receipt.period && { period: receipt.period }),
    asOf: receipt.asOf.toISOString(),
    timezone: receipt.zone,
    sight: receipt.sight,
    ownerId: receipt.ownerId,
    ...(before && { previous: { value: before.value, period: before.receipt.period } }),
  };
}

function stagesOf(t: Translator, { stages }: Pipeline): readonly object[] {
  return stages.map(({ nameVi, nameEn, pipeline, count, value, weighted, meanDays }) => ({
    stage: t.locale === 'vi' ? nameVi : nameEn,
    stageEn: nameEn,
    kind: 'OPEN',
    ...(pipeline && { pipeline: t.locale === 'vi' ? pipeline.nameVi : pipeline.nameEn }),
    count,
    value,
    weighted,
    meanDays,
  }));
}

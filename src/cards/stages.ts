import type { Action, Block, Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import { stageName } from '../crm/deals/stages.ts';
import type { PipelineView } from '../crm/pipelines/list.ts';
import type { Translator } from '../i18n/index.ts';
import { departmentText } from './departments.ts';
import { actions } from './parts.ts';

/** The stages of each pipeline: who is in charge, how long a deal may rest there, its chance; `edits` is for admins. */
export function stagesCard(t: Translator, pipelines: readonly PipelineView[], edits: boolean): Card {
  const all = pipelines.flatMap(({ stages }) => stages);
  const several = pipelines.length > 1;
  return {
    title: [t('stages.title')],
    blocks: [
      ...pipelines.flatMap((pipeline): Block[] => [
        ...(several ? [{ kind: 'text', text: [{ bold: stageName(t.locale, pipeline) }] } as const] : []),
        stageTable(t, pipeline),
      ]),
      { kind: 'note', text: [t('stages.how')] },
      ...actions(...(edits ? all.map((stage) => editAction(t, stage)) : [])),
    ],
  };
}

const stageTable = (t: Translator, { stages }: PipelineView): Block => ({
  kind: 'table',
  columns: [
    { label: t('field.stage'), align: 'left' },
    { label: t('field.department'), align: 'left' },
    { label: t('field.stale'), align: 'right' },
    { label: t('stages.chance'), align: 'right' },
  ],
  rows: stages.map((stage) => [
    [stageName(t.locale, stage)],
    [stage.department ? departmentText(t, stage.department) : '–'],
    [stage.staleAfterDays === null ? '–' : String(stage.staleAfterDays)],
    [`${stage.probability}%`],
  ]),
});

const editAction = (t: Translator, stage: PipelineView['stages'][number]): Action => ({
  label: t('stages.edit', { stage: stageName(t.locale, stage) }),
  command: 'crm.stage',
  wire: { stage: String(stage.id), [askKey]: '1' },
  replace: true,
});

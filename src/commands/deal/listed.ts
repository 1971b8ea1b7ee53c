import { actions } from '../../cards/parts.ts';
import { Asking } from '../../chat/asking.ts';
import type { Ctx } from '../../crm/context.ts';
import { type DealFilter, type DealList, listDeals } from '../../crm/deals/list.ts';
import { allStages, type Stage, stageName, stagesCalled, stagesNamed } from '../../crm/deals/stages.ts';
import { needCalled } from '../../crm/filter/fields.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { filterOf } from '../../crm/filter/where.ts';
import { fitOf } from '../../crm/find/rank.ts';
import { Refusal } from '../../i18n/refusal.ts';
import { inPeriod, periodBeside } from './dated.ts';

export interface Listed {
  readonly list: DealList;
  readonly stages: readonly Stage[] | undefined;
  readonly filter: string | undefined;
}

/**
 * The deals that are asked for, where the words before a filter may be a stage: its very name is, and what is near to
 * one, with or without words of a deal beside it, where no deal has those words in its name or its company's. What
 * may be either is asked. So is a period beside them, where it may be of more than one of their days. Words for what
 * deals need (`overdue`) are that.
 */
export async function listed(ctx: Ctx, asked: DealFilter): Promise<Listed> {
  const { filter = '', stages } = asked;
  const as = async (meant: readonly Stage[] | undefined, text: string): Promise<Listed> => {
    const said = { stages: meant, filter: text || undefined };
    return { list: await listDeals(ctx, { ...asked, ...said }), ...said };
  };
  const read = filterOf(ctx, 'deal', filter);
  const words = read.ok ? read.value.words : '';
  // In quotes they are a name.
  if (stages || !words || !filter.startsWith(words)) return as(stages, filter);
  const rest = filter.slice(words.length).trim();
  const all = await allStages(ctx);
  const exact = stagesCalled(all, words);
  if (exact.length) return as(exact, rest);
  const needs = needCalled(words);
  if (needs) return as(undefined, saidBefore(rest, { needs }));
  const searched = await as(undefined, filter);
  const near = /^\d+$/.test(words) ? [] : await stagesNamed(ctx, words);
  if (searched.list.total) {
    const alike = near.filter((stage) => isPart(words, stage));
    if (alike.length) throw whichOf(alike, words, rest);
    return searched;
  }
  if (near.length) return as(near, rest);
  const parted = await beside(all, words, (meant, others) => as(meant, `${others} ${rest}`.trim()));
  if (parted) return parted;
  const dated = periodBeside(ctx, words);
  if (!dated) return searched;
  const others = await listed(ctx, { ...asked, filter: `${dated.others} ${rest}`.trim() });
  // What is named beside the period is not there: say so rather than ask which of its days is meant.
  if (dated.others && !others.stages && others.list.total === 0) return searched;
  return as(others.stages, inPeriod(others.stages, others.filter, dated));
}

const isPart = (words: string, { nameVi, nameEn }: Stage) =>
  [nameVi, nameEn].some((name) => (fitOf(words, name) ?? 3) < 3);

/** `đàm phán Acme`, `Acme đàm phán`: a stage and words of a deal beside it, where there is such a one. */
async function beside(
  all: readonly Stage[],
  words: string,
  list: (stages: readonly Stage[], others: string) => Promise<Listed>,
): Promise<Listed | undefined> {
  const parts = words.split(' ');
  for (let size = parts.length - 1; size > 0; size--)
    for (const at of [0, parts.length - size]) {
      const stages = stagesCalled(all, parts.slice(at, at + size).join(' '));
      const found = stages.length && (await list(stages, parts.toSpliced(at, size).join(' ')));
      if (found && found.list.total > 0) return found;
    }
  return undefined;
}

function whichOf(stages: readonly Stage[], words: string, rest: string): Asking {
  const refusal = new Refusal('problem.deal.either', { text: words });
  return new Asking(refusal, (t) => ({
    title: [refusal.in(t)],
    tone: 'warn',
    blocks: actions(
      ...stages.slice(0, 5).map((stage) => ({
        label: `${t('field.stage')}: ${stageName(t.locale, stage)}`,
        command: 'deal.list' as const,
        wire: { stage: String(stage.id), ...(rest && { filter: rest }) },
      })),
      {
        label: `${t('title.find')}: ${words}`,
        command: 'deal.list',
        wire: { filter: `"${words}" ${rest}`.trim() },
      },
    ),
  }));
}

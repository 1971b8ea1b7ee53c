import type { Block, Card } from '../chat/card.ts';
import { code } from '../crm/codes.ts';
import type { DealList } from '../crm/deals/list.ts';
import type { TaskList } from '../crm/tasks/list.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { type Day, formatDay, type Period } from '../lib/dates/index.ts';
import type { Attention } from '../metrics/attention.ts';
import { showAction } from './deal.ts';
import { dealTable } from './deals.ts';
import { actions, day } from './parts.ts';
import { tasksAtOnce } from './tasks.ts';

interface Mine {
  readonly id: number;
  readonly name: string;
  readonly role: string;
  /** Those that are overdue or due today. */
  readonly tasks: TaskList;
  readonly deals: DealList;
  readonly needy: readonly Attention[];
  readonly today: Day;
  readonly quietDays: (since: Date) => number;
}

/** One's own page: what waits for me first, then my open deals. */
export function meCard(t: Translator, mine: Mine): Card {
  const { id, name, role, tasks, deals, needy, today, quietDays } = mine;
  const waiting = needy.flatMap(({ reason, deals: found }) =>
    found.map((deal) => ({
      id: deal.id,
      text:
        reason === 'overdue'
          ? t('me.overdue', { deal: named(deal), day: day(t, deal.expectedCloseOn) ?? '' })
          : t('me.quiet', { deal: named(deal), days: quietDays(deal.since) }),
    })),
  );
  const shown = waiting.slice(0, 5);
  return {
    title: [t('me.title', { name, role: t.say(`choice.role.${role}` as Key) })],
    blocks: [
      { kind: 'text', text: [{ bold: waiting.length || tasks.total ? t('me.attention') : t('me.fine') }] },
      ...tasksAtOnce(t, tasks.rows, { today, memberId: id }, tasks.total),
      ...shown.map(({ text }): Block => ({ kind: 'text', text: ['• ', text] })),
      ...actions(...[...new Set(shown.map(({ id }) => id))].map((id) => showAction(t, 'deal', id))),
      { kind: 'divider' },
      { kind: 'text', text: [{ bold: deals.total ? t('me.deals') : t('me.no_deals') }] },
      ...(deals.total ? [dealTable(t, deals.rows, deals.left, { owners: false })] : []),
      ...actions(
        { label: t('action.deal'), command: 'deal.add', wire: {}, style: 'primary' },
        { label: t('title.task.list'), command: 'task.list', wire: {} },
        { label: t('title.pipeline'), command: 'pipeline', wire: {} },
      ),
    ],
  };
}

/** What was said of one's own absence. */
export const awayText = (t: Translator, away: Period | null) =>
  away
    ? t('me.away', { from: formatDay(away.from, t.locale), to: formatDay(away.to, t.locale) })
    : t('me.back');

const named = (deal: { id: number; title: string }) => `${code('deal', deal.id)} ${deal.title}`;

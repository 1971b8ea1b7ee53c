import type { Block, Card } from '../chat/card.ts';
import { code } from '../crm/codes.ts';
import type { DealList } from '../crm/deals/list.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatDay, type Period } from '../lib/dates/index.ts';
import type { Attention } from '../metrics/attention.ts';
import { showAction } from './deal.ts';
import { dealTable } from './deals.ts';
import { actions, day } from './parts.ts';

interface Mine {
  readonly name: string;
  readonly role: string;
  readonly deals: DealList;
  readonly needy: readonly Attention[];
  readonly quietDays: (since: Date) => number;
}

/** One's own page: what waits for me first, then my open deals. */
export function meCard(t: Translator, { name, role, deals, needy, quietDays }: Mine): Card {
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
      { kind: 'text', text: [{ bold: waiting.length ? t('me.attention') : t('me.fine') }] },
      ...shown.map(({ text }): Block => ({ kind: 'text', text: ['• ', text] })),
      ...actions(...[...new Set(shown.map(({ id }) => id))].map((id) => showAction(t, 'deal', id))),
      { kind: 'divider' },
      { kind: 'text', text: [{ bold: deals.total ? t('me.deals') : t('me.no_deals') }] },
      ...(deals.total ? [dealTable(t, deals.rows, deals.left, false)] : []),
      ...actions(
        { label: t('action.deal'), command: 'deal.add', wire: {}, style: 'primary' },
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

import type { Action, Block, Card } from '../../chat/card.ts';
import { code } from '../../crm/codes.ts';
import { stageName } from '../../crm/deals/stages.ts';
import type { TaskView } from '../../crm/tasks/view.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Day } from '../../lib/dates/index.ts';
import { formatMoneyShort, formatNumber } from '../../lib/format.ts';
import type { Span } from '../../lib/span.ts';
import { plain, shorten } from '../../lib/text.ts';
import { showAction } from '../deal.ts';
import { actions, listed } from '../parts.ts';
import { tasksAtOnce } from '../tasks.ts';

/** An open deal that was left alone for longer than its stage allows. */
export interface QuietDeal {
  readonly id: number;
  readonly title: string;
  readonly company: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly ownerId: number;
  readonly owner: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The stage event that brought it where it stands. */
  readonly event: number;
  /** Working days that have gone by since its last touch. */
  readonly quiet: number;
}

export interface Nudged {
  /** Worst first. */
  readonly deals: readonly QuietDeal[];
  /** Further ones, for another day. */
  readonly more: number;
  /** What they have promised and not done in time, the oldest first. */
  readonly tasks: readonly TaskView[];
  readonly today: Day;
  /** The member who is told; deals of somebody else say whose they are. */
  readonly memberId: number;
}

/** A message has room for the buttons of this many deals on every platform; further ones open by a button. */
const withButtons = 3;
const snoozes = [1, 3, 7];

/** The overdue tasks and the quiet deals of one owner, each with what can be done about it at once. */
export function nudgeCard(t: Translator, { deals, more, tasks, today, memberId }: Nudged): Card {
  const buttons = tasks.length ? withButtons - 1 : withButtons;
  const [first, rest] = [deals.slice(0, buttons), deals.slice(buttons)];
  const left: Span[][] = more ? [[t('nudge.more', { count: formatNumber(more, t.locale) })]] : [];
  const titles = [
    ...(tasks.length ? [t('nudge.tasks', { count: formatNumber(tasks.length, t.locale) })] : []),
    ...(deals.length ? [t('nudge.title', { count: formatNumber(deals.length + more, t.locale) })] : []),
  ];
  return {
    title: [titles.join(' · ')],
    tone: 'warn',
    blocks: [
      ...tasksAtOnce(t, tasks, { today, memberId }),
      ...first.flatMap((deal): Block[] => [
        { kind: 'text', text: line(t, deal, memberId) },
        ...actions(...deeds(t, deal)),
      ]),
      ...listed([...rest.map((deal) => line(t, deal, memberId)), ...left]),
      ...actions(...rest.map((deal) => showAction(t, 'deal', deal.id))),
    ],
  };
}

function line(t: Translator, deal: QuietDeal, memberId: number): Span[] {
  const { amount, currency, company, owner } = deal;
  const more = [
    company && plain(shorten(company, 40)),
    amount && formatMoneyShort({ amount, currency }, t.locale),
    stageName(t.locale, deal),
    t('nudge.quiet', { days: deal.quiet }),
    deal.ownerId !== memberId && t('nudge.owner', { name: plain(shorten(owner, 40)) }),
  ];
  const name = `${code('deal', deal.id)} ${plain(shorten(deal.title, 80))}`;
  return [{ bold: name }, ` · ${more.filter(Boolean).join(' · ')}`];
}

/** The buttons name the stage event that was seen, so that an old message can do no harm. */
function deeds(t: Translator, { id, event }: QuietDeal): Action[] {
  const deal = { deal: String(id) };
  const seen = { ...deal, from: String(event) };
  return [
    { label: t('action.log'), command: 'log.call', wire: { record: code('deal', id) } },
    { label: t('action.move'), command: 'deal.move', wire: seen },
    { label: t('action.won'), command: 'deal.won', wire: seen, style: 'primary' },
    { label: t('action.lost'), command: 'deal.lost', wire: seen, style: 'danger' },
    ...snoozes.map((days) => ({
      label: t('nudge.snooze', { days }),
      command: 'deal.snooze',
      wire: { ...deal, days: String(days) },
    })),
  ];
}

import type { Action, Block, Card } from '../../chat/card.ts';
import { code } from '../../crm/codes.ts';
import { stageName } from '../../crm/deals/stages.ts';
import type { Translator } from '../../i18n/index.ts';
import { formatMoneyShort, formatNumber } from '../../lib/format.ts';
import type { Span } from '../../lib/span.ts';
import { plain, shorten } from '../../lib/text.ts';
import { showAction } from '../deal.ts';
import { actions } from '../parts.ts';

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
  /** The member who is told; deals of somebody else say whose they are. */
  readonly memberId: number;
}

/** A message has room for the buttons of this many deals on every platform; further ones open by a button. */
const withButtons = 3;
const snoozes = [1, 3, 7];

/** The quiet deals of one owner, each with what can be done about it at once. */
export function nudgeCard(t: Translator, { deals, more, memberId }: Nudged): Card {
  const [first, rest] = [deals.slice(0, withButtons), deals.slice(withButtons)];
  const left: Span[][] = more ? [[t('nudge.more', { count: formatNumber(more, t.locale) })]] : [];
  return {
    title: [t('nudge.title', { count: formatNumber(deals.length + more, t.locale) })],
    tone: 'warn',
    blocks: [
      ...first.flatMap((deal): Block[] => [
        { kind: 'text', text: line(t, deal, memberId) },
        ...actions(...deeds(t, deal)),
      ]),
      ...listed([...rest.map((deal) => line(t, deal, memberId)), ...left]),
      ...actions(...rest.map((deal) => showAction(t, 'deal', deal.id))),
    ],
  };
}

/** One block: Discord counts them. */
function listed(lines: readonly Span[][]): Block[] {
  if (!lines.length) return [];
  return [{ kind: 'text', text: lines.flatMap((line, i) => (i ? ['\n', ...line] : line)) }];
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

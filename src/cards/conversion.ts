import { Asking } from '../chat/asking.ts';
import type { Action } from '../chat/card.ts';
import type { Wire } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { Hit } from '../crm/find/search.ts';
import type { Converted } from '../crm/leads/convert.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Translator } from '../i18n/index.ts';
import { Refusal } from '../i18n/refusal.ts';
import { shorten } from '../lib/text.ts';
import { showAction } from './deal.ts';
import { actions } from './parts.ts';

/** What a lead has become: what was made for it, what was there. */
export function convertedText(t: Translator, converted: Converted): string {
  const list = (isNew: boolean) =>
    converted
      .filter((record) => record.new === isNew)
      .map(({ kind, id }) => code(kind, id))
      .join(', ');
  const [made, linked] = [list(true), list(false)];
  if (!linked) return t('lead.converted.made', { records: made });
  return made ? t('lead.converted.both', { made, linked }) : t('lead.converted.linked', { records: linked });
}

/** What a lead was converted to before, with ways there; undefined where the reader sees nothing of it. */
export function alreadyConverted({ name, contact, company, deals }: LeadView): Asking | undefined {
  const records = [
    ...(contact ? [{ kind: 'contact' as const, id: contact.id, called: contact.name }] : []),
    ...(company ? [{ kind: 'company' as const, id: company.id, called: company.name }] : []),
    ...deals.map(({ id, title }) => ({ kind: 'deal' as const, id, called: title })),
  ];
  if (records.length === 0) return undefined;
  const list = records.map(({ kind, id, called }) => `${code(kind, id)} ${called}`).join(', ');
  const refusal = new Refusal('problem.lead.converted', { lead: name, records: list });
  return new Asking(refusal, (t) => ({
    title: [refusal.in(t)],
    tone: 'warn',
    blocks: actions(...records.slice(0, 5).map(({ kind, id }) => showAction(t, kind, id))),
  }));
}

type Known = Pick<Hit, 'id' | 'name'> & Partial<Pick<Hit, 'more'>>;

/**
 * Asks which of ours a lead is, or a new one: a button for each, that goes on with what was said. A new company is
 * none of those that were seen.
 */
export function whoIsIt(
  { name }: LeadView,
  kind: 'contact' | 'company',
  hits: readonly Known[],
  wire: Wire,
): Asking {
  const called = (hit: Known) => `${code(kind, hit.id)} ${hit.name}${hit.more ? ` (${hit.more})` : ''}`;
  const offered = hits.slice(0, 5);
  const refusal = new Refusal(`problem.lead.which.${kind}`, {
    lead: name,
    records: offered.map(called).join(', '),
  });
  const choose = (label: string, value: string, more: Wire = {}): Action => ({
    label: shorten(label, 75),
    command: 'lead.convert',
    wire: { ...wire, [kind]: value, ...more },
  });
  const apart: Wire = kind === 'company' ? { apart: hits.map(({ id }) => code(kind, id)).join(', ') } : {};
  return new Asking(refusal, (t) => ({
    title: [refusal.in(t)],
    tone: 'warn',
    blocks: actions(
      ...offered.map((hit) => choose(called(hit), code(kind, hit.id))),
      choose(t(`title.${kind}.add`), 'new', apart),
    ),
  }));
}

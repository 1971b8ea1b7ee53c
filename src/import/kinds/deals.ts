import { customColumn } from '../../crm/custom/fields.ts';
import { dayOf, type Zone } from '../../lib/dates/index.ts';
import { instantAt } from '../../lib/dates/instants.ts';
import { fold } from '../../lib/fold.ts';
import { candidates } from '../candidates.ts';
import { currency, day, type Input, id, moment, money, text } from '../cells.ts';
import { byLink, byName, byText, type KeyOf, together } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { stamp } from '../moments.ts';
import { newDeal } from '../new.ts';
import { openPeople } from '../people.ts';
import { refuseRow } from '../refuse-row.ts';
import { createShelf, newItem } from '../shelf.ts';
import { openStates, type States } from '../states.ts';
import { defineKind } from './kind.ts';

const cells = {
  id,
  externalId: text(200),
  title: text(120),
  amount: money,
  currency,
  company: text(200),
  contact: text(200),
  lead: text(200),
  owner: text(200),
  product: text(200),
  source: text(120),
  stage: text(120),
  createdAt: moment,
  closedAt: moment,
  lostReason: text(500),
  expectedCloseOn: day,
  /** The day of closing of a closed deal, and the expected one of an open one. */
  closeDate: day,
};

type DealInput = Input<typeof cells>;

/** Without a title: what is sold to whom. */
function titleOf({ title, company, product, externalId }: DealInput): string | undefined {
  return title ?? ([company, product].filter(Boolean).join(' · ') || externalId);
}

/** What the file's one day of closing means for this deal. */
function withCloseDate(input: DealInput, { ends }: Pick<States, 'ends'>, now: Date, zone: Zone): DealInput {
  const { closeDate, stage } = input;
  if (!closeDate) return input;
  if (!stage || !ends(stage)) return { expectedCloseOn: closeDate, ...input };
  if (closeDate > dayOf(now, zone)) refuseRow('closeDate', 'import.future', { text: closeDate });
  const noon = instantAt(closeDate, 12, 0, zone);
  return { closedAt: { at: noon < now ? noon : now, day: closeDate }, ...input };
}

const byExternalId = byText('externalId');
/** What has an external id is known by that alone. */
const byTitle: KeyOf = (values) => (values.externalId ? null : together(byName, byLink('companyId'))(values));

export const deals = defineKind({
  cells,
  required: [],
  creates: ['company', 'owner', 'product'],
  async place(desk) {
    const { companies, members, products, shelves } = desk.book;
    const { now, zone, currency } = desk;
    const shelf = createShelf('deal');
    const inputs = desk.rows.map((row) => row.input);
    const known = await candidates(
      desk.tx,
      'deal',
      {
        id: inputs.map((input) => input.id),
        externalId: inputs.map((input) => input.externalId),
        folded: inputs.map((input) => (input.externalId ? undefined : fold(titleOf(input) ?? ''))),
      },
      !desk.dryRun,
    );
    const states = await openStates(desk, shelf, known);
    const people = await openPeople(desk.tx, inputs);
    const byCreation: KeyOf = ({ createdAt }) =>
      createdAt ? dayOf(new Date(createdAt as string | Date), zone) : null;
    const marks = [
      { field: 'externalId', keyOf: byExternalId },
      { field: 'title', keyOf: byTitle, repeats: true } as const,
    ];
    const matcher = createMatcher(known, marks, [byCreation]);
    await desk.each(({ number, input: said }) => {
      const input = withCloseDate(said, states, now, zone);
      const title = titleOf(input);
      const links = {
        companyId: input.company && companies.find('company', input.company),
        contactId: input.contact && people.contact(input.contact),
        leadId: input.lead && people.lead(input.lead),
        ownerId: input.owner && members.find('owner', input.owner),
        productId: input.product && products.find('product', input.product),
      };
      const known = {
        externalId: input.externalId,
        folded: fold(title ?? ''),
        companyId: links.companyId,
        createdAt: input.createdAt?.at,
      };
      const found = matcher.match(known, input.id);
      if (!title && !found) refuseRow('title', 'import.missing');
      const state = states.read(found, input);
      const item = found ?? shelf.insert(newItem(newDeal(title ?? '', state.pipelineId, currency, now)));
      shelf.update(item, {
        externalId: input.externalId,
        title: input.title,
        folded: input.title && fold(input.title),
        amount: input.amount?.amount,
        currency: input.amount?.currency,
        source: input.source,
        expectedCloseOn: input.expectedCloseOn && `${input.expectedCloseOn}T00:00:00.000Z`,
        createdAt: input.createdAt && stamp(input.createdAt, item, zone),
        ...links,
        ...customColumn(input, item.values.custom),
      });
      states.put(item, state);
      matcher.claim(item, number);
      return item;
    });
    return { main: shelf, shelves: [...shelves, shelf, states.shelf] };
  },
});

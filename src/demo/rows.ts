import type { Prisma } from '../db/client.ts';
import { addDays, type Day, dayOf, type WorkCalendar } from '../lib/dates/index.ts';
import { fold } from '../lib/fold.ts';
import { expectedDay } from './close-day.ts';
import type { DemoCompany } from './company.ts';
import { createDice } from './dice.ts';
import { quoted } from './price.ts';
import { ofCustomer, ofLead, ofPerson } from './profiles.ts';
import { type Deal, WON } from './records.ts';
import type { Colleague, Words } from './words/words.ts';
import { workTime } from './work-time.ts';

/** When and where the company is, and the stages of its pipeline in their order: five open ones, won, lost. */
export interface Scene {
  readonly now: Date;
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly currency: string;
  readonly pipelineId: number;
  readonly stageIds: readonly number[];
}

/** Who was there before the first record: a month before the history. */
const beginning = 220;

/** Rows by table. Records are numbered from 1 in the order in which they were made. */
export function rowsOf({ words, customers, leads, deals, activities, tasks }: DemoCompany, scene: Scene) {
  const { now, zone, currency } = scene;
  const at = workTime(now, zone, scene.calendar);
  const since = at(beginning);
  const memberId = numbered(words.colleagues);
  const companyId = numbered(customers);
  const leadId = numbered(leads);
  const dealId = numbered(deals);
  const contacts = customers.flatMap((customer) => customer.people.map((person) => ({ customer, person })));
  const contactId = numbered(contacts.map(({ person }) => person));

  const company = customers.map((customer, i) => ({
    id: i + 1,
    ...named(customer.name),
    country: words.country,
    website: customer.domain,
    phone: customer.phone,
    taxCode: customer.taxCode,
    parentId: customer.parent && companyId(customer.parent),
    ownerId: memberId(customer.owner),
    createdAt: at(customer.age),
    ...ofCustomer(words, customer, i, deals, scene),
  })) satisfies Prisma.CompanyCreateManyInput[];

  const contact = contacts.map(({ customer, person }, i) => ({
    id: i + 1,
    ...named(person.name.full),
    ...{ email: person.email, phone: person.phone, title: person.title },
    companyId: companyId(customer),
    ownerId: memberId(customer.owner),
    createdAt: at(customer.age),
    ...ofPerson(words, person, i),
  })) satisfies Prisma.ContactCreateManyInput[];

  const became = new Map(deals.flatMap((deal) => (deal.lead ? [[deal.lead, deal] as const] : [])));
  const contactOf = (deal: Deal | undefined) => (deal ? contactId(deal.person) : null);
  const lead = leads.map((one, i) => ({
    id: i + 1,
    ...named(one.name.full),
    ...{ companyName: one.companyName, email: one.email, phone: one.phone, note: one.note },
    ...{ source: one.source, status: one.status },
    companyId: one.customer && companyId(one.customer),
    ownerId: one.owner && memberId(one.owner),
    contactId: contactOf(became.get(one)),
    createdAt: at(one.age),
    ...ofLead(words, one, i, became.get(one), at, scene),
  })) satisfies Prisma.LeadCreateManyInput[];

  const deal = deals.map((one, i) => ({
    id: i + 1,
    title: one.title,
    folded: fold(one.title),
    ...{ amount: one.amount, currency: one.currency },
    pipelineId: scene.pipelineId,
    companyId: companyId(one.customer),
    contactId: contactId(one.person),
    leadId: one.lead && leadId(one.lead),
    ownerId: memberId(one.owner),
    productId: one.offer[1] + 1,
    source: one.lead?.source ?? null,
    expectedCloseOn: expectedOf(one, i, at, scene),
    createdAt: at(one.age),
  })) satisfies Prisma.DealCreateManyInput[];

  const stageEvent = deals
    .flatMap((one) => one.steps.map((step) => ({ ...step, one })))
    .sort((a, b) => b.age - a.age)
    .map(({ one, stage, age, reason }) => ({
      dealId: dealId(one),
      stageId: scene.stageIds[stage] as number,
      at: at(age),
      reason: reason ?? null,
    })) satisfies Prisma.StageEventCreateManyInput[];

  const activity = activities.map(({ kind, text, outcome, minutes, age, by, on }) => ({
    ...{ kind, text, outcome, minutes },
    memberId: memberId(by),
    dealId: 'deal' in on ? dealId(on.deal) : null,
    leadId: 'lead' in on ? leadId(on.lead) : null,
    at: at(age),
    createdAt: at(age),
  })) satisfies Prisma.ActivityCreateManyInput[];

  const today = dayOf(now, zone);
  const task = tasks.map(({ text, age, due, by, on }) => ({
    text,
    dueOn: new Date(scene.calendar.addWorkingDays(today, -due)),
    ownerId: memberId(by),
    memberId: memberId(by),
    dealId: 'deal' in on ? dealId(on.deal) : null,
    leadId: 'lead' in on ? leadId(on.lead) : null,
    createdAt: at(age),
  })) satisfies Prisma.TaskCreateManyInput[];

  const subscription = [
    {
      digest: 'pipeline',
      platform: 'playground',
      channel: 'sales',
      minute: 8 * 60 + 30,
      days: 'WORKDAYS',
      timezone: zone,
      createdAt: since,
    },
  ] satisfies Prisma.SubscriptionCreateManyInput[];

  const own = { ...staff(words, memberId, since), product: productsOf(words, currency) };
  return { ...own, company, contact, lead, deal, stageEvent, activity, task, subscription };
}

export type Rows = ReturnType<typeof rowsOf>;

function staff(words: Words, memberId: (one: Colleague) => number, createdAt: Date) {
  const manager = (userId?: string) => words.colleagues.find((one) => one.userId === userId);
  return {
    team: words.teams.map((name, i) => ({ id: i + 1, ...named(name) })),
    member: words.colleagues.map((one) => {
      const above = manager(one.manager);
      return {
        id: memberId(one),
        ...named(one.name),
        email: `${one.userId}@demo.example`,
        role: one.role.toUpperCase() as Uppercase<typeof one.role>,
        teamId: one.team === undefined ? null : one.team + 1,
        managerId: above ? memberId(above) : null,
        createdAt,
      };
    }),
    // The newcomer is known to the platform and not let in.
    identity: [...words.colleagues, words.newcomer].map(({ userId, name }, i) => ({
      platform: 'playground',
      userId,
      name,
      memberId: i < words.colleagues.length ? i + 1 : null,
    })),
  };
}

function productsOf(words: Words, currency: string) {
  return words.products.map(([name, category, price], i) => ({
    id: i + 1,
    ...named(name),
    category,
    price: quoted(price, currency),
    currency,
  }));
}

/** A closed deal closed about when it was expected to. */
function expectedOf(
  { steps, age }: Deal,
  i: number,
  at: (age: number) => Date,
  { now, zone }: Scene,
): Date | null {
  const last = steps.at(-1) ?? { stage: 0, age };
  const dice = createDice(i);
  const opened = dayOf(at(age), zone);
  const closed = addDays(dayOf(at(last.age), zone), dice.int(-9, 12));
  const day =
    last.stage < WON
      ? expectedDay(dice, last.stage, { opened, today: dayOf(now, zone) })
      : later(opened, closed);
  return day === null ? null : new Date(day);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

const named = (name: string) => ({ name, folded: fold(name) });

/** Tells the number of each in a list, from 1. */
function numbered<T>(list: readonly T[]): (one: T) => number {
  const numbers = new Map(list.map((one, i) => [one, i + 1]));
  return (one) => numbers.get(one) as number;
}

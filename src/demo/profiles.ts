import type { Prisma } from '../db/client.ts';
import { addDays, dayOf } from '../lib/dates/index.ts';
import { createDice, type Dice } from './dice.ts';
import { quoted } from './price.ts';
import { type Customer, type Deal, type Lead, type Person, WON } from './records.ts';
import type { Scene } from './rows.ts';
import type { Colleague, Words } from './words/words.ts';

/** Dice of their own for the `i`th record of a sort, so that what else is told does not change with it. */
const diceFor = (sort: number, i: number) => createDice(sort * 10_000 + i);

/** Each team has its region; who is in none, or in a third, any. */
const regionOf = (dice: Dice, { regions }: Words, owner: Colleague | null) =>
  (owner?.team !== undefined && owner.team < 2 ? regions[owner.team] : undefined) ?? dice.pick(regions);

/**
 * What more is known of a customer; how dear they are follows from what they have bought. Whoever has hardly asked for
 * anything was never asked in turn in which trade they are, where, and how large.
 */
export function ofCustomer(
  words: Words,
  customer: Customer,
  i: number,
  deals: readonly Deal[],
  scene: Scene,
) {
  const dice = diceFor(1, i);
  const own = deals.filter((deal) => deal.customer === customer).map(({ steps }) => steps.at(-1)?.stage ?? 0);
  const won = own.filter((stage) => stage === WON).length;
  const region = regionOf(dice, words, customer.owner);
  const { industry, employees } = customer;
  return {
    ...(own.length > 1 && { industry, employees, region }),
    email: `info@${customer.domain}`,
    tier: won > 1 ? 'vip' : won ? 'customer' : own.some((stage) => stage < WON) ? 'consulting' : 'potential',
    tags: dice.chance(0.5) ? [dice.pick(words.customerTags)] : [],
    paymentTerms: won ? dice.pick(words.paymentTerms) : null,
    ...(won && dice.chance(0.4) ? owes(dice, words, scene) : {}),
  } satisfies Partial<Prisma.CompanyCreateManyInput>;
}

/** A part of what they bought is not yet paid, by some of them too late. */
function owes(dice: Dice, words: Words, { now, zone, currency }: Scene) {
  return {
    receivable: quoted(dice.pick(words.products)[2] * dice.between(0.3, 1.5), currency),
    receivableCurrency: currency,
    receivableDue: new Date(addDays(dayOf(now, zone), dice.int(-25, 35))),
  };
}

export function ofPerson(words: Words, { title }: Person, i: number) {
  const dice = diceFor(2, i);
  return {
    duty: words.duties[title] ?? null,
    interests: dice.chance(0.3) ? [dice.pick(words.interests)] : [],
    birthday: dice.chance(0.4)
      ? new Date(Date.UTC(dice.int(1968, 1996), dice.int(0, 11), dice.int(1, 28)))
      : null,
  } satisfies Partial<Prisma.ContactCreateManyInput>;
}

/** What was found out about a lead, and when it came to its state; `deal` is the one that it became. */
export function ofLead(
  words: Words,
  lead: Lead,
  i: number,
  deal: Deal | undefined,
  at: (age: number) => Date,
  scene: Scene,
) {
  const dice = diceFor(3, i);
  const { status, customer, owner, age } = lead;
  return {
    industry: customer?.industry ?? dice.pick(words.firms)[2],
    employees: customer?.employees ?? dice.pick([6, 12, 18, 25, 40, 60, 90, 150, 300]),
    region: regionOf(dice, words, owner),
    tags: dice.chance(0.3) ? [dice.pick(words.leadTags)] : [],
    assignedAt: owner && at(age),
    ...answers(dice, words, lead, scene),
    ...milestones(dice, status, age, deal ? deal.age : age * dice.between(0.2, 0.7), at),
    reason: status === 'DISQUALIFIED' ? dice.pick(words.lostReasons) : null,
  } satisfies Partial<Prisma.LeadCreateManyInput>;
}

/** So much was asked as the state says: an SQL has nearly everything, an MQL a need and interest. */
function answers(dice: Dice, words: Words, { status }: Lead, { now, zone, currency }: Scene) {
  const qualified = status === 'SQL' || status === 'CONVERTED';
  const wanted = qualified || status === 'MQL';
  const price = dice.pick(words.products)[2];
  const budget = qualified ? quoted(price * dice.between(0.8, 3), currency) : null;
  const decides = addDays(dayOf(now, zone), status === 'CONVERTED' ? -dice.int(1, 60) : dice.int(5, 120));
  const interest = wanted
    ? dice.pick(['high', 'medium'])
    : status === 'DISQUALIFIED'
      ? dice.pick(['none', 'low'])
      : status === 'WORKING' && dice.chance(0.5)
        ? dice.pick(['low', 'medium'])
        : null;
  return {
    interest,
    need: wanted || (interest && dice.chance(0.3)) ? dice.pick(words.needs) : null,
    budget,
    budgetCurrency: budget && currency,
    decisionOn: qualified && dice.chance(0.8) ? new Date(decides) : null,
    authority: qualified ? dice.pick(['decides', 'influences']) : wanted ? 'unknown' : null,
  };
}

/** When it reached its states, the present one at `end`; some that were given up had been an MQL. */
function milestones(dice: Dice, status: Lead['status'], age: number, end: number, at: (age: number) => Date) {
  const after = (share: number) => at(age - (age - end) * share);
  const tried = status === 'DISQUALIFIED' && dice.chance(0.3);
  const passed = { MQL: [1], SQL: [0.4, 1], CONVERTED: [0.4, 0.75, 1] } as const;
  const [mql, sql, converted] =
    status === 'MQL' || status === 'SQL' || status === 'CONVERTED' ? passed[status] : tried ? [0.5] : [];
  return {
    mqlAt: mql ? after(mql) : null,
    sqlAt: sql ? after(sql) : null,
    convertedAt: converted ? after(converted) : null,
    disqualifiedAt: status === 'DISQUALIFIED' ? at(end) : null,
  };
}

import type { Source } from '../crm/leads/sources.ts';
import type { LeadStatus } from '../db/client.ts';
import { fold } from '../lib/fold.ts';
import { fill } from './deals.ts';
import type { Dice } from './dice.ts';
import { type Deal, growing, history, type Lead } from './records.ts';
import type { Colleague, Name, Words } from './words/words.ts';

const leadCount = 260;
/** So many of them were entered twice. */
const twice = 2;
const sources: readonly (readonly [Source, number])[] = [
  ['website', 34],
  ['social', 26],
  ['referral', 18],
  ['team', 15],
  ['other', 7],
];
/** What has become of leads that made no deal, by their age in working days. */
const fates: readonly (readonly [until: number, readonly LeadStatus[]])[] = [
  [1, ['NEW']],
  [4, ['NEW', 'WORKING']],
  [15, ['WORKING', 'WORKING', 'WORKING', 'MQL', 'MQL', 'SQL', 'DISQUALIFIED', 'NEW']],
  [history, ['DISQUALIFIED', 'DISQUALIFIED', 'DISQUALIFIED', 'MQL', 'SQL', 'WORKING']],
];

/** The leads: those that a part of the deals came from, and those that led nowhere or not yet. */
export function makeLeads(dice: Dice, words: Words, deals: readonly Deal[], newName: () => Name): Lead[] {
  const reps = words.colleagues.filter(({ role }) => role === 'rep');
  const leads: Lead[] = [];
  for (const deal of deals) {
    const age = deal.age + dice.between(0.3, 6);
    const sequel = deal.offer[4] === 'later' || leads.some(({ name }) => name === deal.person.name);
    if (age >= history || sequel || dice.chance(0.2)) continue;
    deal.lead = ofDeal(dice, deal, age);
    leads.push(deal.lead);
  }
  const rest = leadCount - leads.length - twice;
  for (let i = 0; i < rest; i++) {
    const age = growing(i, rest, dice.between(0.2, 0.9));
    leads.push(stranger(dice, words, { name: newName(), owner: dice.pick(reps), age }));
  }
  const working = leads.filter(({ status, phone }) => status === 'WORKING' && phone);
  for (const lead of working.slice(-twice)) leads.push(again(lead));
  return leads;
}

/** Whoever wrote to us a second time, as happens: what a scan for duplicates is for. */
const again = (lead: Lead): Lead => ({
  ...lead,
  ...{ status: 'NEW', source: 'social', owner: null, email: null, note: null },
  age: Math.min(lead.age / 2, 0.9),
});

const source = (dice: Dice): Source => dice.weighed(sources, ([, weight]) => weight)[0];

function ofDeal(dice: Dice, { customer, person, owner }: Deal, age: number): Lead {
  const { name, email, phone } = person;
  return {
    ...{ name, email, phone, customer, owner, age },
    companyName: customer.name,
    source: source(dice),
    note: null,
    status: 'CONVERTED',
  };
}

function stranger(
  dice: Dice,
  words: Words,
  { name, owner, age }: { name: Name; owner: Colleague; age: number },
): Lead {
  const status = dice.pick<LeadStatus>(fates.find(([until]) => age < until)?.[1] ?? ['DISQUALIFIED']);
  const from = source(dice);
  const wish = fill(dice.pick(words.notes[from]), { place: dice.pick(words.places) });
  return {
    name,
    age,
    status,
    companyName: dice.chance(0.7) ? words.prospect(dice) : null,
    customer: null,
    email: dice.chance(0.6) ? `${fold(name.full).replace(/[^a-z]/g, '')}@mail.example` : null,
    phone: dice.chance(0.85) ? words.phone(dice) : null,
    source: from,
    note: dice.chance(0.6) ? wish : null,
    owner: status === 'NEW' && dice.chance(0.3) ? null : owner,
  };
}

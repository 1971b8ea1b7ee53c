import { formatMoneyShort, type Locale } from '../lib/format.ts';
import { fill } from './deals.ts';
import type { Dice } from './dice.ts';
import { type Activity, type Deal, type Lead, LOST, WON } from './records.ts';
import type { Talk, Words } from './words/words.ts';

/** What was done for deals and leads: calls, e-mails, meetings, notes. */
export function makeActivities(
  dice: Dice,
  words: Words,
  { deals, leads, locale }: { deals: readonly Deal[]; leads: readonly Lead[]; locale: Locale },
): Activity[] {
  return [
    ...deals.flatMap((deal) => onDeal(dice, words, deal, locale)),
    ...leads.flatMap((lead) => onLead(dice, words, lead)),
  ];
}

/** Something in each stage, none of it said twice; an open deal was last touched when its course says so. */
function onDeal(dice: Dice, words: Words, deal: Deal, locale: Locale): Activity[] {
  const { customer, person, offer, amount, currency, steps, owner } = deal;
  const product = words.products[offer[1]];
  const values = {
    who: person.name.call,
    short: customer.short,
    product: product?.[0] ?? '',
    amount: formatMoneyShort({ amount, currency }, locale),
  };
  // The first product is software.
  const trial = product?.[1] === words.products[0]?.[1];
  const said = new Set<Talk>();
  const say = (from: readonly Talk[], age: number): Activity => {
    const talk = dice.pick(from.filter((one) => !said.has(one)));
    said.add(talk);
    return { ...spoken(dice, words, talk, values), age, by: owner, on: { deal } };
  };
  return steps.flatMap(({ stage, age }, i) => {
    if (stage === WON || stage === LOST)
      return dice.chance(0.7)
        ? [say(stage === WON ? words.won : words.lost, age + dice.between(0.02, 0.06))]
        : [];
    const until = steps[i + 1]?.age ?? deal.touched ?? 0;
    const pool = [...(words.talk[stage] ?? []), ...(trial ? (words.trial[stage] ?? []) : [])];
    const count = Math.min(2, Math.floor((age - until) / 12 + dice.between(0, 1.3)));
    const ages = Array.from({ length: count }, () => dice.between(until, age)).sort((a, b) => b - a);
    if (i === steps.length - 1 && deal.touched !== undefined && deal.touched < age)
      ages.splice(Math.max(0, count - 1), 1, deal.touched);
    const back = steps[i - 1]?.stage === LOST ? [say(words.reopened, age + 0.02)] : [];
    return [...back, ...ages.map((at) => say(pool, at))];
  });
}

/** A new lead has not been answered; the others were within a day, and half of them once more. */
function onLead(dice: Dice, words: Words, lead: Lead): Activity[] {
  const { owner, age, name } = lead;
  if (lead.status === 'NEW' || !owner) return [];
  const first = age - Math.min(age, 0.3) * dice.between(0.05, 1) ** 2;
  const say = (from: readonly Talk[], at: number): Activity => ({
    ...spoken(dice, words, dice.pick(from), { who: name.call }),
    ...{ age: at, by: owner, on: { lead } },
  });
  const again = lead.status !== 'CONVERTED' && dice.chance(0.4);
  return [
    say(words.firstTouch, first),
    ...(again ? [say(words.secondTouch, first * dice.between(0.3, 0.95))] : []),
  ];
}

type Values = Readonly<Record<string, string>>;

function spoken(dice: Dice, words: Words, [kind, text, outcome]: Talk, values: Values) {
  const talked = outcome === words.answered ? dice.int(2, 18) : null;
  const minutes = kind === 'MEETING' ? dice.pick([30, 45, 60, 60, 90]) : talked;
  return { kind, text: fill(text, values), outcome: outcome ?? null, minutes };
}

import { fill } from './deals.ts';
import type { Dice } from './dice.ts';
import { type Deal, type Lead, type Task, WON } from './records.ts';
import type { Words } from './words/words.ts';

/**
 * The next steps of most open deals and leads in work. One was promised with the last touch, for a day within the
 * stage's limit: what was left alone for longer is overdue.
 */
export function makeTasks(
  dice: Dice,
  words: Words,
  { deals, leads, limits }: { deals: readonly Deal[]; leads: readonly Lead[]; limits: readonly number[] },
): Task[] {
  return [
    ...deals.flatMap((deal) => onDeal(dice, words, deal, limits)),
    ...leads.flatMap((lead) => onLead(dice, words, lead)),
  ];
}

function onDeal(dice: Dice, words: Words, deal: Deal, limits: readonly number[]): Task[] {
  const { steps, person, offer, owner } = deal;
  const last = steps.at(-1);
  if (!last || last.stage >= WON || !dice.chance(0.85)) return [];
  const age = Math.min(deal.touched ?? last.age, last.age);
  const values = { who: person.name.call, product: words.products[offer[1]]?.[0] ?? '' };
  const due = Math.floor(age) - dice.int(1, limits[last.stage] ?? 5);
  return [
    { text: fill(dice.pick(words.nextSteps[last.stage] ?? []), values), age, due, by: owner, on: { deal } },
  ];
}

function onLead(dice: Dice, words: Words, lead: Lead): Task[] {
  const { status, owner, age, name } = lead;
  if (!owner || status === 'CONVERTED' || status === 'DISQUALIFIED' || !dice.chance(0.85)) return [];
  const due = Math.min(Math.floor(age), dice.int(-6, 1));
  return [{ text: fill(dice.pick(words.leadSteps), { who: name.call }), age, due, by: owner, on: { lead } }];
}

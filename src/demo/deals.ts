import type { Dice } from './dice.ts';
import { position, quoted } from './price.ts';
import { type Course, type Customer, type Deal, WON } from './records.ts';
import type { Offer, Words } from './words/words.ts';

/** A share of the deals in a company that counts in VND is with customers who pay in dollars. */
const everyNthInDollars = 34;
/** An offer from so many million up is for a firm of that many people. */
const large = { price: 450, employees: 150 };

/** Says with which customer and about what each of the courses (oldest first) was. */
export function makeDeals(
  dice: Dice,
  words: Words,
  customers: readonly Customer[],
  { courses, currency }: { courses: readonly Course[]; currency: string },
): Deal[] {
  const deals: Deal[] = [];
  for (const [i, course] of courses.entries()) {
    const had = (customer: Customer) => deals.filter((deal) => deal.customer === customer);
    const own = customers.filter(({ owner }) => owner === course.owner);
    const customer = dice.weighed(own, (one) => 1 / (1 + had(one).length) ** 2);
    const offer = choose(dice, words, customer, had(customer), course);
    const [title, , low, high] = offer;
    const at = position(dice, customer.employees);
    const inDollars = currency === 'VND' && i % everyNthInDollars === 11;
    const money = inDollars ? 'USD' : currency;
    deals.push({
      ...course,
      customer,
      offer,
      title: fill(title, { short: customer.short, n: String(2 + Math.round(at * 8)) }),
      amount: quoted(low * (high / low) ** at, money),
      currency: money,
      person: dice.pick(customer.people),
      lead: null,
    });
  }
  return deals;
}

/** Something they have not been offered, and a sequel only where something was sold before. */
function choose(dice: Dice, words: Words, customer: Customer, had: readonly Deal[], { age }: Course): Offer {
  const bought = had.some(({ steps }) => steps.some((step) => step.stage === WON && step.age > age));
  const fits = words.offers.filter((offer) => {
    const [, , low, , when] = offer;
    const affords = low < large.price || customer.employees >= large.employees;
    return affords && (!when || bought) && !had.some((deal) => deal.offer === offer);
  });
  return dice.weighed(fits, ([, , , , when]) => (when ? 3 : 1));
}

/** Fills the holes and begins with a capital. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

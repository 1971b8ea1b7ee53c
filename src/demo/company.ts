import type { Locale } from '../i18n/index.ts';
import { makeActivities } from './activities.ts';
import { makeCourses } from './courses.ts';
import { anew, makeCustomers, namer } from './customers.ts';
import { makeDeals } from './deals.ts';
import { createDice } from './dice.ts';
import { makeLeads } from './leads.ts';
import type { Activity, Aged, Customer, Deal, Lead, Task } from './records.ts';
import { makeTasks } from './tasks.ts';
import { words } from './words/index.ts';
import type { Words } from './words/words.ts';

/** The demo company, each list oldest first, in working days before now: it is the same every day. */
export interface DemoCompany {
  readonly words: Words;
  readonly customers: readonly Customer[];
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly activities: readonly Activity[];
  readonly tasks: readonly Task[];
}

/** One of those by which more is won from month to month, and something by everybody. */
const seed = 876;

/** `limits`: working days that a deal may rest in each open stage. */
export function makeCompany(locale: Locale, currency: string, limits: readonly number[]): DemoCompany {
  const dice = createDice(seed);
  const said = { ...words[locale], phone: anew(words[locale].phone) };
  const newName = namer(dice, said);
  const courses = makeCourses(dice, said, limits);
  const customers = makeCustomers(dice, said, newName);
  const deals = makeDeals(dice, said, customers, { courses, currency });
  const leads = makeLeads(dice, said, deals, newName);
  // A customer was entered with the first that we know of them; who has no deal yet, some time ago.
  for (const customer of customers) {
    const ages = [...deals, ...leads].filter((one) => one.customer === customer).map(({ age }) => age);
    customer.age = Math.max(dice.between(5, 120), ...ages) + dice.between(0.01, 0.1);
  }
  for (const { parent, age } of customers) if (parent) parent.age = Math.max(parent.age, age + 0.1);
  const activities = makeActivities(dice, said, { deals, leads, locale });
  // With dice of their own: what was there before them stays as it was.
  const tasks = makeTasks(createDice(seed + 1), said, { deals, leads, limits });
  return {
    words: said,
    customers: oldestFirst(customers),
    leads: oldestFirst(leads),
    deals: oldestFirst(deals),
    activities: oldestFirst(activities),
    tasks: oldestFirst(tasks),
  };
}

const oldestFirst = <T extends Aged>(list: readonly T[]) => [...list].sort((a, b) => b.age - a.age);

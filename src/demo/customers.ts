import { fold } from '../lib/fold.ts';
import type { Dice } from './dice.ts';
import type { Customer, Person } from './records.ts';
import type { Firm, Name, Words } from './words/words.ts';

/** Another one each time: two people with one number would look like one. */
export function anew(make: (dice: Dice) => string): (dice: Dice) => string {
  const taken = new Set<string>();
  return (dice) => {
    let made = make(dice);
    while (taken.has(made)) made = make(dice);
    taken.add(made);
    return made;
  };
}

/** A new name each time. */
export function namer(dice: Dice, words: Words): () => Name {
  const taken = new Set(words.colleagues.map(({ name }) => name));
  return () => {
    let name = words.name(dice);
    while (taken.has(name.full)) name = words.name(dice);
    taken.add(name.full);
    return name;
  };
}

/** The customers with their people, shared out among those who sell. Addresses end in `.example`: nobody's. */
export function makeCustomers(dice: Dice, words: Words, newName: () => Name): Customer[] {
  const sellers = dice.shuffled(words.colleagues.filter(({ role }) => role === 'rep' || role === 'manager'));
  const customers: Customer[] = [];
  const add = ([name, short, industry, employees]: Firm, parent: Customer | null) => {
    const domain = `${fold(parent?.short ?? short).replace(/[^a-z]/g, '')}.example`;
    customers.push({
      name,
      short,
      industry,
      employees,
      parent,
      domain,
      owner: parent?.owner ?? (sellers[customers.length % sellers.length] as (typeof sellers)[number]),
      phone: words.phone(dice),
      // No province has the number 99.
      taxCode: dice.chance(0.6) ? `99${dice.int(10_000_000, 99_999_999)}` : null,
      people: dice
        .shuffled(words.jobs)
        .slice(0, dice.pick([1, 2, 2, 2, 3]))
        .map((title) => person(dice, words, { name: newName(), title, domain })),
      age: 0,
    });
  };
  for (const firm of words.firms) add(firm, null);
  for (const [parent, firm] of words.branches)
    add(firm, customers.find(({ short }) => short === parent) ?? null);
  return customers;
}

type Who = Pick<Person, 'name' | 'title'> & Pick<Customer, 'domain'>;

function person(dice: Dice, words: Words, { name, title, domain }: Who): Person {
  return {
    name,
    title,
    email: `${mailbox(name)}@${domain}`,
    phone: words.phone(dice),
  };
}

/** `nhung.nguyen` for Nguyễn Thị Hồng Nhung: what they are called, then the other end of the name. */
function mailbox({ full, call }: Name): string {
  const [called, parts] = [fold(call).split(' ').at(-1), fold(full).split(' ')];
  return `${called}.${parts[0] === called ? parts.at(-1) : parts[0]}`;
}

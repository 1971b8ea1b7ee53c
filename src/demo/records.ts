import type { Source } from '../crm/leads/sources.ts';
import type { ActivityKind, LeadStatus } from '../db/client.ts';
import type { Colleague, Name, Offer } from './words/words.ts';

/**
 * The records of the demo company before they have numbers. `age` is when something was made or happened: so many
 * working days ago.
 */
export interface Aged {
  age: number;
}

export interface Customer extends Aged {
  readonly name: string;
  readonly short: string;
  readonly industry: string;
  readonly employees: number;
  readonly owner: Colleague;
  readonly parent: Customer | null;
  readonly domain: string;
  readonly phone: string;
  readonly taxCode: string | null;
  readonly people: readonly Person[];
}

export interface Person {
  readonly name: Name;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface Lead extends Aged {
  readonly name: Name;
  readonly companyName: string | null;
  readonly customer: Customer | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly source: Source;
  readonly note: string | null;
  readonly status: LeadStatus;
  readonly owner: Colleague | null;
}

/** Entering a stage: 0 to 4 are open, then come `WON` and `LOST`. */
export interface Step extends Aged {
  readonly stage: number;
  readonly reason?: string;
}
export const WON = 5;
export const LOST = 6;

/** How a deal went, and by whom. */
export interface Course extends Aged {
  readonly owner: Colleague;
  readonly steps: readonly Step[];
  /** When the owner last did something on an open deal. */
  readonly touched?: number;
}

export interface Deal extends Course {
  readonly customer: Customer;
  readonly person: Person;
  readonly title: string;
  readonly offer: Offer;
  readonly amount: string;
  readonly currency: string;
  lead: Lead | null;
}

export interface Activity extends Aged {
  readonly kind: ActivityKind;
  readonly text: string;
  readonly outcome: string | null;
  readonly minutes: number | null;
  readonly by: Colleague;
  readonly on: { readonly deal: Deal } | { readonly lead: Lead };
}

/** Something promised, for the day so many working days ago or, below 0, ahead. */
export interface Task extends Aged {
  readonly text: string;
  readonly due: number;
  readonly by: Colleague;
  readonly on: Activity['on'];
}

/** How long the history is: six months of working days. */
export const history = 126;

/** The `i`th of `count` moments in the history, more of them towards the present: the company is growing. */
export const growing = (i: number, count: number, within: number) =>
  history * (1.5 - Math.sqrt(2.25 - (2 * (i + within)) / count));

import type { choices } from '../../crm/attributes/attributes.ts';
import type { Role } from '../../crm/context.ts';
import type { Source } from '../../crm/leads/sources.ts';
import type { ActivityKind } from '../../db/client.ts';
import type { Dice } from '../dice.ts';

/** Somebody who is invented: the full name, and what colleagues call them. */
export interface Name {
  readonly full: string;
  readonly call: string;
}

export interface Colleague {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Which of the teams. */
  readonly team?: number;
  /** Whose reports they are. */
  readonly manager?: string;
}

/** `[legal name, how people say it, industry, employees]`. */
export type Firm = readonly [name: string, short: string, industry: string, employees: number];

/** `[title, product, lowest and highest price in million VND, …]`. `later` is sold to who has bought before. */
export type Offer = readonly [title: string, product: number, low: number, high: number, when?: 'later'];

/** A text of an activity, with `{who}`, `{short}`, `{product}` or `{amount}` in it. */
export type Talk = readonly [kind: ActivityKind, text: string, outcome?: string];

/** All the words of the demo company in one language: no more than data, all of it invented. */
export interface Words {
  readonly teams: readonly string[];
  readonly colleagues: readonly Colleague[];
  readonly newcomer: { readonly userId: string; readonly name: string };
  readonly firms: readonly Firm[];
  /** Firms that belong to another: `[short name of the other, the firm]`. */
  readonly branches: readonly (readonly [parent: string, firm: Firm])[];
  readonly country: string;
  readonly name: (dice: Dice) => Name;
  readonly phone: (dice: Dice) => string;
  readonly jobs: readonly string[];
  /** `[name, category, price in million VND]`. */
  readonly products: readonly (readonly [name: string, category: string, price: number])[];
  readonly offers: readonly Offer[];
  /** For each open stage in turn; `trial` is said besides of software, in the first stages. */
  readonly trial: readonly (readonly Talk[])[];
  readonly talk: readonly (readonly Talk[])[];
  /** The outcome of a call that was answered. */
  readonly answered: string;
  readonly won: readonly Talk[];
  readonly lost: readonly Talk[];
  readonly reopened: readonly Talk[];
  readonly firstTouch: readonly Talk[];
  readonly secondTouch: readonly Talk[];
  /** What is promised next, for each open stage in turn, and to a lead; with `{who}` and `{product}`. */
  readonly nextSteps: readonly (readonly string[])[];
  readonly leadSteps: readonly string[];
  readonly wonReasons: readonly string[];
  readonly lostReasons: readonly string[];
  /** A firm that is not a customer yet. */
  readonly prospect: (dice: Dice) => string;
  /** What a lead wants, by its source, with `{place}`. */
  readonly notes: Readonly<Record<Source, readonly string[]>>;
  readonly places: readonly string[];
  /** In the order of the teams that sell there; then others. */
  readonly regions: readonly string[];
  /** What leads say they need. */
  readonly needs: readonly string[];
  readonly leadTags: readonly string[];
  readonly customerTags: readonly string[];
  readonly interests: readonly string[];
  readonly paymentTerms: readonly string[];
  /** The part that people of each job play in a purchase. */
  readonly duties: Readonly<Record<string, (typeof choices.duty)[number]>>;
}

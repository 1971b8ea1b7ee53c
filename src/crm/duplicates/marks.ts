import type { Reach } from '../../lib/reach.ts';
import { reachesOf } from '../attributes/columns.ts';
import { alike } from './alike.ts';

/** By what a customer or a lead is known again. */
export interface Marks {
  readonly name: string;
  /** E.164. */
  readonly phones: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly taxCode: string | null;
  /** Of a person: whose company it is, where it is one of ours, and what it is called. */
  readonly companyId: number | null;
  readonly companyName: string | null;
}

/** A row, or the columns of one that is about to be: whatever of them says a mark. */
export type Marked = Readonly<Record<string, unknown>>;

export function marksOf(row: Marked): Marks {
  const all = (first: unknown, others: unknown) =>
    reachesOf((first ?? null) as string | null, others).map(({ value }: Reach) => value);
  return {
    name: String(row.name),
    phones: all(row.phone, row.phones),
    emails: all(row.email, row.emails).map((email) => email.toLowerCase()),
    taxCode: ((row.taxCode ?? null) as string | null)?.replace(/\s/g, '') || null,
    companyId: (row.companyId ?? null) as number | null,
    companyName: (row.companyName ?? null) as string | null,
  };
}

/** Why two records may be one, the surest first. */
export const reasons = ['taxCode', 'email', 'phone', 'name'] as const;
export type Why = (typeof reasons)[number];

/** What two records have in common that tells of one. Of people a name tells it only within a company. */
export function inCommon(people: boolean, a: Marks, b: Marks): Why[] {
  const taxed = a.taxCode !== null && b.taxCode !== null;
  const has: Record<Why, boolean> = {
    taxCode: taxed && a.taxCode === b.taxCode,
    email: a.emails.some((email) => b.emails.includes(email)),
    phone: a.phones.some((phone) => b.phones.includes(phone)),
    name: (people ? oneCompany(a, b) : !taxed || a.taxCode === b.taxCode) && alike(a.name, b.name),
  };
  return reasons.filter((why) => has[why]);
}

/** That two records are likely one. */
export interface Tie {
  readonly why: readonly Why[];
  readonly certain: boolean;
}

/** The surest have most. */
export const weight = ({ why, certain }: Tie) => (certain ? 10 : 0) + why.length;

/** Nothing but a decision can part them: one tax code, or one address and one name. */
export const certain = (why: readonly Why[], a: Marks, b: Marks) =>
  why.includes('taxCode') || (why.includes('email') && alike(a.name, b.name));

const oneCompany = (a: Marks, b: Marks) =>
  (a.companyId !== null && a.companyId === b.companyId) ||
  (a.companyName !== null && b.companyName !== null && alike(a.companyName, b.companyName));

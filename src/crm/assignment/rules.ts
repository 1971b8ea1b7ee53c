import type { AssignmentRule, Db, Tx } from '../../db/client.ts';
import { fold } from '../../lib/fold.ts';

export type { AssignmentRule };

/** What a rule may look at. */
export interface LeadFacts {
  readonly region: string | null;
  readonly industry: string | null;
  readonly source: string;
  readonly employees: number | null;
}

/** All rules, in the order in which they are tried. */
export const loadRules = (db: Db): Promise<AssignmentRule[]> =>
  db.assignmentRule.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });

/** The same, nobody else's until the end of the transaction: two leads at once go to two people. */
export async function lockRules(tx: Tx): Promise<AssignmentRule[]> {
  const locked = await tx.$queryRaw<unknown[]>`SELECT id FROM assignment_rule ORDER BY id FOR UPDATE`;
  return locked.length ? loadRules(tx) : [];
}

/** Whether all conditions of a rule fit; what a lead does not say fits none. */
export function fits(rule: Omit<AssignmentRule, 'createdAt'>, lead: LeadFacts): boolean {
  const { minEmployees, maxEmployees } = rule;
  return (
    says(rule.region, lead.region) &&
    says(rule.industry, lead.industry) &&
    says(rule.source, lead.source) &&
    ((minEmployees === null && maxEmployees === null) ||
      (lead.employees !== null &&
        lead.employees >= (minEmployees ?? 0) &&
        lead.employees <= (maxEmployees ?? Number.POSITIVE_INFINITY)))
  );
}

/** One of the values, parted by commas; accents and case do not matter. */
const says = (wanted: string | null, has: string | null) =>
  wanted === null || (has !== null && wanted.split(',').some((one) => fold(one) === fold(has)));

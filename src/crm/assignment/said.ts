import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type AssignmentRule, lockRules } from './rules.ts';

/** What somebody says of a rule: undefined leaves as it is, null takes the condition away. */
export interface RuleSaid {
  readonly region?: string | null | undefined;
  readonly industry?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly size?: { readonly min: number | null; readonly max: number | null } | null | undefined;
  readonly method?: AssignmentRule['method'] | undefined;
  readonly memberIds?: readonly number[] | undefined;
}

/** What was said as columns. */
export const ruleColumns = ({ size, memberIds, ...said }: RuleSaid) => ({
  ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  ...(size !== undefined && { minEmployees: size?.min ?? null, maxEmployees: size?.max ?? null }),
  ...(memberIds && { memberIds: [...memberIds] }),
});

/** All rules, locked, and the one that is meant. Refuses when somebody has removed it. */
export async function lockRule(
  tx: Tx,
  id: number,
): Promise<{ rules: AssignmentRule[]; rule: AssignmentRule }> {
  const rules = await lockRules(tx);
  return { rules, rule: rules.find((one) => one.id === id) ?? refuse('assign.gone') };
}

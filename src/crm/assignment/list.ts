import type { Ctx } from '../context.ts';
import { type AssignmentRule, loadRules } from './rules.ts';

/** A rule with the people it names. */
export interface ListedRule extends AssignmentRule {
  readonly members: readonly { readonly id: number; readonly name: string; readonly active: boolean }[];
}

export async function listRules(ctx: Ctx): Promise<ListedRule[]> {
  const rules = await loadRules(ctx.db);
  const members = await ctx.db.member.findMany({
    where: { id: { in: rules.flatMap(({ memberIds }) => memberIds) } },
    select: { id: true, name: true, active: true },
  });
  const byId = new Map(members.map((member) => [member.id, member]));
  return rules.map((rule) => ({
    ...rule,
    members: rule.memberIds.flatMap((id) => byId.get(id) ?? []),
  }));
}

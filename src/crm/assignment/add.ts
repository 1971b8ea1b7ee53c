import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { lockRules } from './rules.ts';
import { type RuleSaid, ruleColumns } from './said.ts';

const most = 100;

/** Adds a rule behind the others. */
export async function addRule(
  ctx: Ctx,
  said: RuleSaid & Required<Pick<RuleSaid, 'method' | 'memberIds'>>,
): Promise<Changed<number>> {
  return change(ctx, 'assign.add', async ({ tx, created }) => {
    // Two that are added at once stand one behind the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('assignment rules'))`;
    const rules = await lockRules(tx);
    if (rules.length >= most) refuse('assign.too_many', { max: most });
    const position = (rules.at(-1)?.position ?? 0) + 1;
    const method = said.method ?? 'ROUND_ROBIN';
    const { id } = await tx.assignmentRule.create({
      data: { ...ruleColumns(said), method, position, createdAt: ctx.now },
    });
    created('assignmentRule', id);
    return id;
  });
}

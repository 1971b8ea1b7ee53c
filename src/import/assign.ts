import { type Assigner, loadAssigner, openAssigner } from '../crm/assignment/assigner.ts';
import type { Ctx } from '../crm/context.ts';
import type { Share } from '../crm/leads/owner.ts';
import type { Tx } from '../db/client.ts';
import { type Item, idOf, type Shelf, type Values } from './shelf.ts';

/** What became of the leads that nobody had. */
export interface Assigned {
  readonly shares: readonly Share[];
  /** Whom no rule gives to anybody. */
  readonly left: number;
}

/**
 * Gives the leads in work that have no owner to whom the rules say, one after the other; on a dry run nobody's turn is
 * used up. Whom the file itself names has those leads already, wherever in it they stand. What is given counts as
 * accepted, as what is handed over: nobody presses a button for hundreds of them.
 */
export async function assignLeads(
  tx: Tx,
  ctx: Ctx,
  shelf: Shelf,
  { items, dryRun }: { readonly items: Iterable<Item>; readonly dryRun: boolean },
): Promise<Assigned> {
  const assigner = dryRun
    ? { ...(await loadAssigner(tx, ctx)), async done() {} }
    : await openAssigner(tx, ctx);
  const now = ctx.now.toISOString();
  const shares = new Map<number, Share>();
  let left = 0;
  for (const { id, values, before } of items) {
    if (id) countOwner(assigner, { ...values, ...before }, -1);
    countOwner(assigner, values, 1);
  }
  for (const item of items) {
    if (item.values.ownerId || !inWork(item.values)) continue;
    const { id, name } = assigner.give(factsOf(item))?.chosen ?? { id: 0, name: '' };
    if (id) {
      shelf.update(item, { ownerId: id, assignedAt: now, acceptedAt: now });
      shares.set(id, { member: { id, name }, count: (shares.get(id)?.count ?? 0) + 1 });
    } else left++;
  }
  await assigner.done();
  return { shares: [...shares.values()], left };
}

const inWork = ({ status }: Values) => status !== 'CONVERTED' && status !== 'DISQUALIFIED';

/** Of a lead in work its owner has one more, or one fewer. */
function countOwner({ count }: Pick<Assigner, 'count'>, values: Values, more: number): void {
  const owner = idOf(values.ownerId);
  if (typeof owner === 'number' && inWork(values)) count(owner, more);
}

const factsOf = ({ values }: Item) => ({
  region: values.region as string | null,
  industry: values.industry as string | null,
  source: String(values.source),
  employees: values.employees as number | null,
});

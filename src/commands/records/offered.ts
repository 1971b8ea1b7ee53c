import type { Action } from '../../chat/card.ts';
import type { Profiled } from '../../crm/attributes/attributes.ts';
import { type Kind, kinds } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { changes } from '../../crm/visibility.ts';

/** Whether somebody may do what a button of a customer's card offers: what would be refused is not offered. */
export const offered =
  (ctx: Ctx, kind: Profiled, ownerId: number | null) =>
  ({ command }: Action): boolean => {
    if (command === `${kind}.edit`) return changes(ctx, kind, ownerId);
    const added = (Object.keys(kinds) as Kind[]).find((each) => command === `${each}.add`);
    return !added || ctx.reach[added] !== 'none';
  };

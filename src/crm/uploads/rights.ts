import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';

/** Whether somebody may have members made: who is in is for admins to say. */
export const makesMembers = ({ access }: Ctx) => access === 'admin';

/**
 * Refuses whoever does not see and change every record: the rows of a file name any of them, and their answers tell
 * which there are. Members are made by admins alone, as owners of something too.
 */
export function mayImport(ctx: Ctx, manner: { kind?: string; create: readonly string[] }): void {
  const whole = [ctx.sight, ctx.reach].every((each) => Object.values(each).every((one) => one === 'all'));
  const members = manner.kind === 'users' || manner.create.includes('owner');
  if (!whole || (members && !makesMembers(ctx))) refuse('access.denied');
}

import type { Member } from '../../db/client.ts';
import { dayOf, type Period } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';

type Absent = Pick<Member, 'awayFrom' | 'awayUntil' | 'timezone'>;

/** A member's absence that is going on or to come; null where there is none. */
export function absenceOf(ctx: Pick<Ctx, 'now' | 'zone'>, member: Absent): Period | null {
  const [from, to] = [member.awayFrom, member.awayUntil].map((day) => day?.toISOString().slice(0, 10));
  return from && to && to >= dayOf(ctx.now, member.timezone ?? ctx.zone) ? { from, to } : null;
}

/** An absence as columns: undefined leaves as it is, null is back. */
export const absenceColumns = (away: Period | null | undefined) =>
  away === undefined ? {} : { awayFrom: away && new Date(away.from), awayUntil: away && new Date(away.to) };

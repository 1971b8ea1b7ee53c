import { Prisma } from '../db/client.ts';
import { refuse } from '../i18n/refusal.ts';
import type { Ctx } from './context.ts';

/**
 * Whose leads and deals a person may see: everybody's, or those of these members and of nobody. A record one may
 * not see does not exist for that person: commands, search, digests and metrics all go through here.
 */
export type Sight = 'all' | readonly number[];

/** A rep sees the own team's records, everybody else all of them. Companies and contacts are everybody's. */
export function sightOf(
  member: { id: number; role: string; teamId: number | null },
  teamIds: readonly number[],
): Sight {
  if (member.role !== 'REP') return 'all';
  return member.teamId === null ? [member.id] : [...new Set([member.id, ...teamIds])];
}

/** Prisma condition on a record with `ownerId`. */
export function visible(sight: Sight): { OR?: { ownerId: null | { in: number[] } }[] } {
  return sight === 'all' ? {} : { OR: [{ ownerId: null }, { ownerId: { in: [...sight] } }] };
}

/** The same for raw SQL: `visibleSql(sight, Prisma.sql\`d.owner_id\`)` → `(d.owner_id IS NULL OR d.owner_id = ANY(…))`. */
export function visibleSql(sight: Sight, owner: Prisma.Sql): Prisma.Sql {
  return sight === 'all' ? Prisma.sql`TRUE` : Prisma.sql`(${owner} IS NULL OR ${owner} = ANY(${[...sight]}))`;
}

/** The same for a record at hand. */
export const sees = (sight: Sight, ownerId: number | null) =>
  sight === 'all' || ownerId === null || sight.includes(ownerId);

/** Managers and admins decide for everybody. */
export const leads = ({ access }: Pick<Ctx, 'access'>) => access === 'manager' || access === 'admin';

/** A rep changes what is theirs or nobody's; managers and admins whatever they see. */
export const changes = (ctx: Pick<Ctx, 'access' | 'member'>, ownerId: number | null) =>
  leads(ctx) || (ctx.access === 'rep' && (ownerId === null || ownerId === ctx.member?.id));

/** Refuses to change what somebody else is in charge of. */
export function mayChange(ctx: Ctx, ownerId: number | null, name: string): void {
  if (!changes(ctx, ownerId)) refuse('access.others', { name });
}

/** Figures and lists of somebody else's work are for those who see it: refuses rather than showing nothing. */
export function maySeeWorkOf(
  ctx: Ctx,
  member: { readonly id: number; readonly name: string } | undefined,
): void {
  if (member && ctx.sight !== 'all' && !ctx.sight.includes(member.id))
    refuse('access.work', { name: member.name });
}

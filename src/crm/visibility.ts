import { Prisma } from '../db/client.ts';
import { refuse } from '../i18n/refusal.ts';
import { type Kind, kinds } from './codes.ts';
import type { Ctx } from './context.ts';

/**
 * Whose records of one kind: everybody's, none at all, or those of these members and of nobody. A record one may
 * not see does not exist for that person: commands, search, lists, digests and metrics all go through here.
 */
export type Sight = 'all' | 'none' | readonly number[];

/** A sight for each kind of record. */
export type Sights = Readonly<Record<Kind, Sight>>;

/** The same sight for every kind. */
export const every = (sight: Sight): Sights =>
  Object.fromEntries(Object.keys(kinds).map((kind) => [kind, sight])) as Record<Kind, Sight>;

/** Prisma condition on a record with `ownerId`. */
export function visible(sight: Sight): { OR?: { ownerId: null | { in: number[] } }[] } {
  if (sight === 'all') return {};
  // An empty OR within an AND is left out by Prisma and would show everything; nobody among no members is nobody.
  if (sight === 'none') return { OR: [{ ownerId: { in: [] } }] };
  return { OR: [{ ownerId: null }, { ownerId: { in: [...sight] } }] };
}

/** The same for raw SQL: `visibleSql(ctx.sight.deal, Prisma.sql\`d.owner_id\`)` → `(d.owner_id IS NULL OR d.owner_id = ANY(…))`. */
export function visibleSql(sight: Sight, owner: Prisma.Sql): Prisma.Sql {
  if (sight === 'all') return Prisma.sql`TRUE`;
  return sight === 'none'
    ? Prisma.sql`FALSE`
    : Prisma.sql`(${owner} IS NULL OR ${owner} = ANY(${[...sight]}))`;
}

/** Of the rows of a table with `owner_id` what is there to be seen, and of that only one member's. */
export function visibleOf(sight: Sight, ownerId: number | undefined): Prisma.Sql {
  const visible = visibleSql(sight, Prisma.sql`owner_id`);
  return ownerId === undefined ? visible : Prisma.sql`${visible} AND owner_id = ${ownerId}`;
}

/** The same for a record at hand. */
export const sees = (sight: Sight, ownerId: number | null) =>
  sight === 'all' || (sight !== 'none' && (ownerId === null || sight.includes(ownerId)));

/** The records of one member, or of nobody. */
export const ofOwner = (owner: Prisma.Sql, memberId: number | null) =>
  memberId === null ? Prisma.sql`${owner} IS NULL` : Prisma.sql`${owner} = ${memberId}`;

/** A record that another one is linked to, or null where it is not there to be seen. */
export const ifSeen = <T extends { readonly ownerId: number | null }>(sight: Sight, record: T | null) =>
  record && sees(sight, record.ownerId) ? record : null;

/** Managers and admins decide for everybody. */
export const leads = ({ access }: Pick<Ctx, 'access'>) => access === 'manager' || access === 'admin';

/** Whether somebody may change a record of this kind that belongs to `ownerId`. */
export const changes = (ctx: Pick<Ctx, 'reach'>, kind: Kind, ownerId: number | null) =>
  sees(ctx.reach[kind], ownerId);

/** Refuses to change what somebody else is in charge of. */
export function mayChange(ctx: Ctx, kind: Kind, ownerId: number | null, name: string): void {
  if (!changes(ctx, kind, ownerId)) refuse('access.others', { name });
}

/** Refuses those whose role changes no record of this kind. */
export function mayAdd(ctx: Ctx, kind: Kind): void {
  if (ctx.reach[kind] === 'none') refuse('access.denied');
}

/** Figures and lists of somebody else's work are for those who see it: refuses rather than showing nothing. */
export function maySeeWorkOf(
  ctx: Ctx,
  kind: Kind,
  member: { readonly id: number | null; readonly name: string } | undefined,
): void {
  if (member && !sees(ctx.sight[kind], member.id)) refuse('access.work', { name: member.name });
}

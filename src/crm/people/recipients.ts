import type { Db, Prisma } from '../../db/client.ts';
import type { Zone } from '../../lib/dates/index.ts';
import type { Kind } from '../codes.ts';
import { sightsOfMembers } from '../permissions/of-members.ts';
import { every, type Sights, sees } from '../visibility.ts';

/** A member who can be written to, and where. */
export interface Recipient {
  readonly memberId: number;
  readonly locale: string | null;
  readonly zone: Zone | null;
  readonly platform: string;
  readonly userId: string;
  readonly sight: Sights;
}

/** Where people can be written to. Somebody who was never seen to do anything: on the first of these on which they are. */
export const writable = ['slack', 'discord', 'playground'] as const;

/**
 * For each owner who is told: the owner, or the manager of one who has left or is on none of the platforms that
 * run; either only where they see the owner's records of this kind (null: whatever they see). Owners for whom neither can be told are left out.
 */
export async function recipientsOf(
  db: Db,
  kind: Kind | null,
  ownerIds: readonly number[],
  platforms: readonly string[],
): Promise<Map<number, Recipient>> {
  const select = {
    id: true,
    active: true,
    locale: true,
    timezone: true,
    identities: { select: { platform: true, userId: true }, where: { platform: { in: [...platforms] } } },
  } satisfies Prisma.MemberSelect;
  const owners = await db.member.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: [...ownerIds] } },
    select: { ...select, manager: { select } },
  });
  const sights = await sightsOfMembers(
    db,
    owners.flatMap(({ id, manager }) => [id, ...(manager ? [manager.id] : [])]),
  );
  const sightOf = (id: number) => sights.get(id)?.sight ?? every('none');
  const reachable = owners.flatMap((owner) => {
    const person = [owner, owner.manager].find(
      (one) => one?.active && one.identities.length > 0 && (!kind || sees(sightOf(one.id)[kind], owner.id)),
    );
    return person ? [{ ownerId: owner.id, person }] : [];
  });
  const last = await lastPlatforms(
    db,
    reachable.map(({ person }) => person.id),
    platforms,
  );
  return new Map(
    reachable.map(({ ownerId, person }) => {
      const on = (name: string | undefined) => person.identities.find(({ platform }) => platform === name);
      const identity = [last.get(person.id), ...writable].map(on).find(Boolean) ?? person.identities[0];
      const { platform, userId } = identity as { platform: string; userId: string };
      return [
        ownerId,
        {
          memberId: person.id,
          locale: person.locale,
          zone: person.timezone,
          platform,
          userId,
          sight: sightOf(person.id),
        },
      ];
    }),
  );
}

/** The platform of each member's latest change. */
async function lastPlatforms(
  db: Db,
  memberIds: readonly number[],
  platforms: readonly string[],
): Promise<Map<number, string>> {
  const rows = await db.$queryRaw<{ memberId: number; platform: string }[]>`
    SELECT m.id AS "memberId", latest.platform FROM unnest(${[...new Set(memberIds)]}::int[]) AS m(id)
    CROSS JOIN LATERAL (
      SELECT platform FROM change WHERE member_id = m.id AND platform = ANY(${platforms})
      ORDER BY id DESC LIMIT 1
    ) latest`;
  return new Map(rows.map(({ memberId, platform }) => [memberId, platform]));
}

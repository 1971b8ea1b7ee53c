import type { Access } from '../chat/command.ts';
import type { Person } from '../chat/platform.ts';
import type { Role } from '../crm/context.ts';
import { accessOf } from '../crm/permissions/sights.ts';
import type { Db } from '../db/client.ts';
import { isLocale, type Locale } from '../i18n/index.ts';

/** Somebody whom the visitor of the playground can be; `anyone` is not let in. */
export interface DemoPerson {
  readonly person: Person;
  readonly role: Role | 'anyone';
  readonly access: Access;
  readonly locale?: Locale;
}

/** Who opens the playground beside a company that has no members yet: the machine is theirs, so they are its admin. */
const keeper: DemoPerson = {
  person: { platform: 'playground', userId: 'keeper', name: 'Admin', full: true, administrator: true },
  role: 'admin',
  access: 'admin',
};

/**
 * Everybody with the role they have now; of the demo company a manager comes first. In a real company each member
 * can be tried on: the playground is open on this machine alone.
 */
export async function playgroundPeople(db: Db): Promise<DemoPerson[]> {
  await db.$executeRaw`
    INSERT INTO identity (platform, user_id, name, member_id)
    SELECT 'playground', 'm' || m.id, m.name, m.id FROM member m
    WHERE m.active AND NOT EXISTS (SELECT FROM identity i WHERE i.member_id = m.id AND i.platform = 'playground')
    ON CONFLICT DO NOTHING`;
  const identities = await db.identity.findMany({
    relationLoadStrategy: 'join',
    where: { platform: 'playground' },
    orderBy: { id: 'asc' },
    include: { member: { select: { role: true, active: true, locale: true } } },
  });
  if (identities.length === 0) return [keeper];
  return identities.map(({ userId, name, member }) => {
    const role = member?.active ? (member.role.toLowerCase() as Role) : 'anyone';
    return {
      person: { platform: 'playground', userId, name, full: true },
      role,
      access: role === 'anyone' ? role : accessOf(role),
      ...(member?.locale && isLocale(member.locale) && { locale: member.locale }),
    };
  });
}

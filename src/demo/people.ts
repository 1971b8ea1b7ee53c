import type { Access } from '../chat/command.ts';
import type { Person } from '../chat/platform.ts';
import type { Role } from '../crm/context.ts';
import type { Db } from '../db/client.ts';
import { isLocale, type Locale } from '../i18n/index.ts';

/** Somebody whom the visitor of the playground can be; `anyone` is not let in. */
export interface DemoPerson {
  readonly person: Person;
  readonly role: Access;
  readonly locale?: Locale;
}

/** Everybody known in the playground with the role they have now; of the demo company a manager comes first. */
export async function playgroundPeople(db: Db): Promise<DemoPerson[]> {
  const identities = await db.identity.findMany({
    relationLoadStrategy: 'join',
    where: { platform: 'playground' },
    orderBy: { id: 'asc' },
    include: { member: { select: { role: true, active: true, locale: true } } },
  });
  return identities.map(({ userId, name, member }) => ({
    person: { platform: 'playground', userId, name, full: true },
    role: member?.active ? (member.role.toLowerCase() as Role) : 'anyone',
    ...(member?.locale && isLocale(member.locale) && { locale: member.locale }),
  }));
}

import type { Db, Member, PrismaClient } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Ctx } from '../context.ts';
import type { CustomField } from '../custom/fields.ts';
import { rights, type Who } from '../permissions/of-members.ts';
import { every } from '../visibility.ts';

/** What the organisation is set to. */
export interface Organisation {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly zone: string;
  readonly currency: string;
  readonly locale: Locale;
  /** Lower-case addresses of people who are admins from their first contact. */
  readonly adminEmails: readonly string[];
  /** The fields that admins have added to records, as they are now. */
  readonly custom: () => readonly CustomField[];
  /** Fetches a file from a platform: see `Platform.download`. */
  readonly download?: (platform: string, reference: string, max: number) => Promise<Buffer | null>;
}

/** Somebody as their platform knows them. */
export interface Somebody {
  readonly platform: string;
  readonly userId: string;
  readonly name: string;
  /** Only an address that the platform vouches for. */
  readonly email?: string;
  /** A full member of the connected workspace. */
  readonly full: boolean;
  readonly administrator?: boolean;
  /** Spoken with them until they have chosen one. */
  readonly locale?: Locale;
}

/** The member with an e-mail address, whose case does not matter: addresses are kept as people write them. */
export async function memberAt(db: Db, email: string): Promise<Member | null> {
  const [found] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM member WHERE lower(email) = ${email.toLowerCase()} ORDER BY active DESC, id LIMIT 1`;
  return found ? db.member.findUnique({ where: { id: found.id } }) : null;
}

/** A member as every command needs to know them. */
export type Known = Pick<Member, 'name' | 'active' | 'locale'> & Who;

/** The member behind an identity; null when it has none yet. One plain statement: every command begins with it. */
export async function findMember(db: Db, platform: string, userId: string): Promise<Known | null> {
  const [known] = await db.$queryRaw<Known[]>`${kept}
    SELECT m.name, m.active, m.locale, ${rights}
    FROM identity i JOIN member m ON m.id = i.member_id
    WHERE i.platform = ${platform} AND i.user_id = ${userId}`;
  return known ?? null;
}

/** The context of the operator at the terminal and of jobs: an admin who is nobody in particular. */
export function operator(org: Organisation, locale: Locale = org.locale): Ctx {
  return {
    db: org.db,
    t: translator(locale),
    now: org.clock.now(),
    zone: org.zone,
    currency: org.currency,
    access: 'admin',
    member: null,
    sight: every('all'),
    reach: every('all'),
    custom: org.custom(),
    platform: 'terminal',
    userId: 'operator',
    channel: 'terminal',
    private: true,
    eventKey: null,
  };
}

import type { PrismaClient } from '../../db/client.ts';
import { isLocale, type Locale, translator } from '../../i18n/index.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Ctx, Role } from '../context.ts';
import { sightOf } from '../visibility.ts';
import { firstContact } from './first-contact.ts';

/** What the organisation is set to. */
export interface Organisation {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly zone: string;
  readonly currency: string;
  readonly locale: Locale;
  /** Lower-case addresses of people who are admins from their first contact. */
  readonly adminEmails: readonly string[];
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
}

export interface Asked {
  readonly person: Somebody;
  readonly place: { readonly channel: string; readonly private: boolean };
  readonly key?: string;
  readonly visibility?: 'private' | 'channel';
}

/** The identity's member with the team mates that a rep sees. One statement. */
export function findIdentity(db: PrismaClient, platform: string, userId: string) {
  return db.identity.findUnique({
    relationLoadStrategy: 'join',
    where: { platform_userId: { platform, userId } },
    include: { member: { include: { team: { include: { members: { select: { id: true } } } } } } },
  });
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
    sight: 'all',
    platform: 'terminal',
    userId: 'operator',
    channel: 'terminal',
    private: true,
    eventKey: null,
  };
}

/**
 * Who is asking, with the rights they have at this moment. A full member whom we do not know yet is linked to the
 * member with the same vouched e-mail, or made an admin when the settings or their platform say so.
 */
export async function identify(org: Organisation, { person, place, key, visibility }: Asked): Promise<Ctx> {
  const system = operator(org);
  const asked = {
    ...system,
    platform: person.platform,
    userId: person.userId,
    channel: place.channel,
    private: place.private,
    eventKey: key ?? null,
  };
  if (person.platform === 'terminal' && person.userId === 'operator') return { ...asked, eventKey: null };
  const [known, channel] = await Promise.all([
    findIdentity(org.db, person.platform, person.userId),
    visibility === 'channel' ? channelLocale(org.db, person.platform, place.channel) : null,
  ]);
  const identity = known?.member || !person.full ? known : await firstContact(org, person);
  const member = identity?.member;
  const chosen = visibility === 'channel' ? channel : member?.locale;
  const t = translator(chosen && isLocale(chosen) ? chosen : org.locale);
  if (!person.full || (member && !member.active)) return { ...asked, t, access: 'outsider', sight: [] };
  if (!member) return { ...asked, t, access: 'anyone', sight: [] };
  return {
    ...asked,
    t,
    access: member.role.toLowerCase() as Role,
    member: { id: member.id, name: member.name },
    sight: sightOf(member, member.team?.members.map((m) => m.id) ?? []),
  };
}

async function channelLocale(db: PrismaClient, platform: string, channel: string): Promise<string | null> {
  const found = await db.channel.findUnique({ where: { platform_channel: { platform, channel } } });
  return found?.locale ?? null;
}

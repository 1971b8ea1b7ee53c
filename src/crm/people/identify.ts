import type { PrismaClient } from '../../db/client.ts';
import { isLocale, translator } from '../../i18n/index.ts';
import type { Ctx } from '../context.ts';
import { accessOf, sightsOf } from '../permissions/sights.ts';
import { every } from '../visibility.ts';
import { firstContact } from './first-contact.ts';
import { findMember, type Organisation, operator, type Somebody } from './known.ts';

export interface Asked {
  readonly person: Somebody;
  readonly place: { readonly channel: string; readonly private: boolean };
  readonly key?: string;
  readonly visibility?: 'private' | 'channel';
}

/**
 * Who is asking, with the rights they have at this moment. A full member whom we do not know yet is linked to the
 * member with the same vouched e-mail, or made an admin when the settings or their platform say so.
 */
export async function identify(org: Organisation, { person, place, key, visibility }: Asked): Promise<Ctx> {
  const system = operator(org);
  const { download } = org;
  const asked = {
    ...system,
    ...(download && {
      download: (reference: string, max: number) => download(person.platform, reference, max),
    }),
    platform: person.platform,
    userId: person.userId,
    person: { name: person.name, ...(person.email && { email: person.email.toLowerCase() }) },
    channel: place.channel,
    private: place.private,
    eventKey: key ?? null,
  };
  if (person.platform === 'terminal' && person.userId === 'operator') return { ...asked, eventKey: null };
  const [known, channel] = await Promise.all([
    findMember(org.db, person.platform, person.userId),
    visibility === 'channel' ? channelLocale(org.db, person.platform, place.channel) : null,
  ]);
  const member = known || !person.full ? known : await firstContact(org, person);
  const chosen = visibility === 'channel' ? channel : (member?.locale ?? person.locale);
  const t = translator(chosen && isLocale(chosen) ? chosen : org.locale);
  if (!person.full || (member && !member.active)) return { ...asked, t, access: 'outsider', ...blind };
  if (!member) return { ...asked, t, access: 'anyone', ...blind };
  return {
    ...asked,
    t,
    access: accessOf(member.role),
    member: { id: member.id, name: member.name, role: member.role },
    ...sightsOf(member),
  };
}

const blind = { sight: every('none'), reach: every('none') };

async function channelLocale(db: PrismaClient, platform: string, channel: string): Promise<string | null> {
  const found = await db.channel.findUnique({ where: { platform_channel: { platform, channel } } });
  return found?.locale ?? null;
}

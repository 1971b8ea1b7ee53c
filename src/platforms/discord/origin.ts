import { DiscordAPIError, type Guild, type GuildMember, PermissionFlagsBits, type User } from 'discord.js';
import type { Person, Place } from '../../chat/platform.ts';
import type { Desk } from './desk.ts';

export interface Origin {
  readonly person: Person;
  readonly place: Place;
}

/** Something that came from Discord: an interaction or a message. */
interface Event {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly member: unknown;
}

/** What somebody is told who is not answered. */
export type StrangerKey = 'discord.outsider' | 'platform.unknown_person';

const UNKNOWN_MEMBER = 10007;

/**
 * Who asks and where: a member of our guild, in it or in a direct message. For everybody else (other guilds, bots,
 * strangers, members who have not passed the guild's screening) and when Discord cannot say: the sentence for them.
 */
export async function originOf(desk: Desk, user: User, event: Event): Promise<Origin | StrangerKey> {
  const { guildId, channelId } = event;
  if (user.bot || user.system || !channelId || (guildId && guildId !== desk.guildId))
    return 'discord.outsider';
  try {
    const member = guildId ? (event.member as GuildMember | null) : await memberOf(desk, user.id);
    if (!member || member.pending) return 'discord.outsider';
    const person = {
      platform: 'discord',
      userId: user.id,
      name: member.displayName,
      full: true,
      administrator: member.permissions.has(PermissionFlagsBits.Administrator),
    } as const;
    return { person, place: { channel: channelId, private: !guildId } };
  } catch (error) {
    desk.log.warn({ err: error, user: user.id }, 'Discord did not say who somebody is');
    return 'platform.unknown_person';
  }
}

/** Asked anew each time: who left the guild may not go on in a direct message. */
async function memberOf(desk: Desk, userId: string): Promise<GuildMember | undefined> {
  const guild = desk.client.guilds.cache.get(desk.guildId) as Guild;
  try {
    return await guild.members.fetch({ user: userId, force: true });
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === UNKNOWN_MEMBER) return undefined;
    throw error;
  }
}

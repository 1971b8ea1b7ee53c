import type { webApi } from '@slack/bolt';
import type { Person, Place } from '../../chat/platform.ts';
import type { Clock } from '../../lib/clock.ts';
import { remembering } from '../../lib/remember.ts';

/** Who somebody is and where they are reached, as Slack says; remembered for a few minutes. */
export interface People {
  identify(userId: string): Promise<Person>;
  /** The direct messages of a person with the bot. */
  direct(userId: string): Promise<string>;
  /** Where something was said; a person's own id as the channel means their direct messages with the bot. */
  place(channel: string, userId: string): Promise<Place>;
}

type User = NonNullable<webApi.UsersInfoResponse['user']>;

export function createPeople(client: webApi.WebClient, clock: Clock, teamId: string): People {
  const persons = remembering(clock, async (id) =>
    personOf((await client.users.info({ user: id })).user, id, teamId),
  );
  const directs = remembering(clock, async (id) => {
    const { channel } = await client.conversations.open({ users: id });
    if (!channel?.id) throw new Error(`Slack opened no direct messages with ${id}`);
    return channel.id;
  });
  return {
    identify: persons,
    direct: directs,
    async place(channel, userId) {
      if (channel === userId) return { channel: await directs(userId), private: true };
      // Only direct messages with the bot itself are private: two people may use a command between them.
      const isDirect = channel.startsWith('D') && (await directs(userId).catch(() => '')) === channel;
      return { channel, private: isDirect };
    },
  };
}

function personOf(user: User | undefined, id: string, teamId: string): Person {
  const profile = user?.profile;
  const email = profile?.email;
  return {
    platform: 'slack',
    userId: id,
    name: profile?.display_name || profile?.real_name || user?.real_name || user?.name || id,
    ...(email && { email }),
    full: user !== undefined && isFull(user, teamId),
  };
}

/** A full member of the connected workspace: no guest, nobody from a shared channel, no bot. */
function isFull(user: User, teamId: string): boolean {
  const belongs = user.team_id === teamId || user.enterprise_user?.teams?.includes(teamId) === true;
  const limited = user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  return (
    belongs && !limited && !user.is_bot && !user.is_workflow_bot && !user.deleted && user.id !== 'USLACKBOT'
  );
}

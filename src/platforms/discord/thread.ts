import { type APIMessage, type Client, type Message, MessageReferenceType, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { type Packed, unpack } from '../../chat/wire.ts';
import type { Clock } from '../../lib/clock.ts';
import { inTime } from '../../lib/in-time.ts';
import { remembering } from '../../lib/remember.ts';
import { limits } from './limits.ts';

/** Where something was said: in a channel, which may be a thread, and perhaps as a reply. */
interface Spot {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly reference?: Message['reference'];
}

/** The cards that threads and replies hang from. */
export interface Threads {
  /** The buttons of a message of the bot's own; none of anybody else's. */
  buttons(message: Message): readonly Packed[];
  /** Those of the message that is replied to, or that the thread was started from; none where Discord is slow to say. */
  under(spot: Spot): Promise<readonly Packed[]>;
}

export function createThreads(client: Client, clock: Clock, log: Logger): Threads {
  const own = (author: string, components: unknown) =>
    author === client.user?.id ? packedIn(components) : [];
  const posted = remembering(clock, async (key) => {
    const [channel = '', id = ''] = key.split(':');
    const { author, components } = (await client.rest.get(Routes.channelMessage(channel, id))) as APIMessage;
    return own(author.id, components);
  });

  async function above({ guildId, channelId, reference }: Spot): Promise<readonly Packed[]> {
    const replied = reference?.type === MessageReferenceType.Default && reference.messageId;
    const buttons = replied ? await posted(`${reference.channelId}:${replied}`) : [];
    if (buttons.length > 0 || !guildId || !channelId) return buttons;
    const parent = await parentOf(client, channelId);
    // A thread has the id of the message that it was started from.
    return parent ? posted(`${parent}:${channelId}`) : [];
  }

  return {
    buttons: ({ author, components }) =>
      own(
        author.id,
        components.map((component) => component.toJSON()),
      ),
    under(spot) {
      const found = above(spot);
      found.catch((error) =>
        log.warn({ err: error, channel: spot.channelId }, 'Discord does not tell what a thread is about'),
      );
      return inTime(found, [], limits.beforePlanMs);
    },
  };
}

/** The channel that a thread belongs to; null of any other channel. A thread that was asleep is not known yet. */
async function parentOf({ channels }: Client, id: string): Promise<string | null> {
  const known = channels.cache.get(id);
  const isKnown = known && !(known.isThread() && !known.parentId);
  const channel = isKnown ? known : await channels.fetch(id, { force: true });
  return channel?.isThread() ? channel.parentId : null;
}

/** The buttons that `render` drew, in the order in which they stand. */
function packedIn(components: unknown): Packed[] {
  const found: Packed[] = [];
  JSON.stringify(components, (key, value) => {
    if (key === 'custom_id' && typeof value === 'string') found.push(unpack(value));
    return value;
  });
  return found;
}

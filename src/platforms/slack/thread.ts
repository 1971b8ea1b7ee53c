import type { types, webApi } from '@slack/bolt';
import { type Packed, unpack } from '../../chat/wire.ts';
import type { Clock } from '../../lib/clock.ts';
import { inTime } from '../../lib/in-time.ts';
import { remembering } from '../../lib/remember.ts';
import { limits } from './limits.ts';
import type { Log } from './log.ts';

/** A message as events, payloads and histories carry it. */
interface Posted {
  readonly user?: string;
  readonly blocks?: readonly unknown[];
}

/** The cards that threads hang from. */
export interface Threads {
  /** The buttons of a message of the bot's own; none of anybody else's. */
  buttons(message: Posted): readonly Packed[];
  /**
   * Those of the message that a thread hangs from; where that is a person's, of all cards that they were answered
   * with there. None where Slack does not say it soon.
   */
  under(channel: string, thread: string): Promise<readonly Packed[]>;
}

export function createThreads(
  { conversations }: webApi.WebClient,
  clock: Clock,
  botUserId: string,
  log: Log,
): Threads {
  const buttons: Threads['buttons'] = ({ user, blocks = [] }) =>
    user === botUserId ? (blocks as types.KnownBlock[]).flatMap(packedIn) : [];
  const roots = remembering(clock, async (key) => {
    const [channel = '', ts = ''] = key.split(':');
    const { messages = [] } = await conversations.replies({ channel, ts, limit: 1 });
    const root = messages.find((message) => message.ts === ts);
    return root?.user === botUserId ? buttons(root) : null;
  });
  async function above(channel: string, ts: string): Promise<readonly Packed[]> {
    const root = await roots(`${channel}:${ts}`);
    if (root) return root;
    const { messages = [] } = await conversations.replies({ channel, ts, limit: limits.threadMessages });
    return messages.flatMap(buttons);
  }
  return {
    buttons,
    under(channel, thread) {
      const found = above(channel, thread);
      found.catch((error) =>
        log.warn({ err: error, channel, thread }, 'Slack does not tell what a thread is about'),
      );
      return inTime(found, [], limits.beforeAnswerMs);
    },
  };
}

/** The buttons that `render` drew. */
function packedIn(block: types.KnownBlock): Packed[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((element) =>
    element.type === 'button' && element.value && element.action_id?.startsWith('do:')
      ? [unpack(element.value)]
      : [],
  );
}

import type { Outcome, Outgoing } from '../../chat/platform.ts';
import { outcomeOf } from './errors.ts';
import { channelOf, metadataType } from './send.ts';
import type { Slack } from './slack.ts';

const lookBackMs = 24 * 3600_000;
const pages = 10;

/** Looks for a message by the key in its metadata, through a day of the channel's history. */
export async function reconcile(message: Outgoing, slack: Slack): Promise<Outcome | null> {
  try {
    const channel = await channelOf(message.destination, slack);
    const oldest = String((slack.clock.now().getTime() - lookBackMs) / 1000);
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const { messages, response_metadata } = await slack.client.conversations.history({
        channel,
        oldest,
        limit: 200,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      });
      const found = messages?.find(({ metadata }) => {
        const payload = metadata?.event_payload as { key?: unknown } | undefined;
        return metadata?.event_type === metadataType && payload?.key === message.key;
      });
      if (found) return { kind: 'sent', reference: `${channel}:${found.ts}` };
      cursor = response_metadata?.next_cursor;
      if (!cursor) return null;
    }
    return { kind: 'unknown', error: 'not among the latest messages of a busy channel' };
  } catch (error) {
    return outcomeOf(error);
  }
}

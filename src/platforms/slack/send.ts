import type { Outcome, Outgoing } from '../../chat/platform.ts';
import { compose } from './compose.ts';
import { outcomeOf } from './errors.ts';
import type { Slack } from './slack.ts';

/** The event type of the metadata that carries a message's key. */
export const metadataType = 'chot_delivery';

/** Posts a message that the bot owes, once. What is not certain is said to be unknown. */
export async function send(message: Outgoing, slack: Slack): Promise<Outcome> {
  try {
    const channel = await channelOf(message.destination, slack);
    const { ts } = await compose(message.card, message.locale, slack, ({ text, blocks }) =>
      slack.client.chat.postMessage({
        channel,
        text,
        blocks,
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: metadataType, event_payload: { key: message.key } },
      }),
    );
    return { kind: 'sent', reference: `${channel}:${ts}` };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** A channel by its id, or the direct messages of `user:<id>`. */
export async function channelOf(destination: string, { people }: Slack): Promise<string> {
  return destination.startsWith('user:') ? people.direct(destination.slice('user:'.length)) : destination;
}

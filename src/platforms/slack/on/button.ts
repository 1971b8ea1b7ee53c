import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { unpack } from '../../../chat/wire.ts';
import { show } from '../answer.ts';
import { ask } from '../ask.ts';
import type { ReplyTo } from '../reply.ts';
import { platform, type Slack } from '../slack.ts';
import { take } from '../take.ts';

/** A button of a card, in a message or on the App Home: its value says which command with which fields. */
export function onButton(app: App, slack: Slack): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: /^do:/ },
    async ({ body, action, ack }) => {
      const { command, wire, replace } = unpack(action.value ?? '');
      const from = await whence(body);
      const reply: ReplyTo = { ...from, ...(replace && { replace }) };
      const plan = slack.chat.plan({ command, wire }, { platform, userId: reply.user });
      switch (plan.kind) {
        case 'run':
          return take(plan, body.trigger_id, reply, () => ack(), slack);
        case 'ask': {
          const opening = ask(body.trigger_id, plan, reply, slack);
          await ack();
          return opening;
        }
        case 'refuse':
          await ack();
          return show({ ...reply, replace: false }, plan.card, 'private', slack);
      }
    },
  );
}

function whence({ user, container, message, view, response_url }: BlockAction): ReplyTo {
  // The App Home is in no channel: answers go to the direct messages, and the Home is drawn anew.
  if (view) return { user: user.id, channel: user.id, home: true };
  // Slack tells what stands in a message only where everybody sees it.
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  return {
    user: user.id,
    channel: String(container.channel_id),
    responseUrl: response_url,
    card: { ts: String(container.message_ts), ephemeral: container.is_ephemeral === true },
    ...(typeof thread === 'string' && { thread }),
  };
}

import type { App, MessageShortcut } from '@slack/bolt';
import { askKey } from '../../../chat/wire.ts';
import { show } from '../answer.ts';
import { ask } from '../ask.ts';
import { unmarkup } from '../markup.ts';
import type { ReplyTo } from '../reply.ts';
import { platform, type Slack } from '../slack.ts';

/** The callback id of «Log on a deal» in the app's manifest. */
export const logShortcut = 'log_on_deal';

/** «Log on a deal» in the menu of a message: the form of a note that holds its text, and what its thread is about. */
export function onShortcut(app: App, slack: Slack): void {
  app.shortcut<MessageShortcut>(
    { callback_id: logShortcut, type: 'message_action' },
    async ({ shortcut, ack }) => {
      const { message, channel, user, response_url: responseUrl, trigger_id } = shortcut;
      const thread: unknown = message.thread_ts;
      const reply: ReplyTo = {
        user: user.id,
        channel: channel.id,
        responseUrl,
        ...(typeof thread === 'string' && { thread }),
      };
      // Of a card of the bot itself it is the record that is meant, not its words.
      const own = slack.threads.buttons(message);
      const text = own.length ? '' : unmarkup(message.text ?? '');
      const isReply = typeof thread === 'string' && thread !== message.ts;
      const under = own.length || !isReply ? own : await slack.threads.under(channel.id, thread);
      const said = { command: 'log.note', wire: { text, [askKey]: '1' }, under };
      const plan = slack.chat.plan(said, { platform, userId: user.id });
      if (plan.kind === 'ask') {
        const opening = ask(trigger_id, plan, reply, slack);
        await ack();
        return opening;
      }
      await ack();
      if (plan.kind === 'refuse') await show(reply, plan.card, 'private', slack);
    },
  );
}

import type { App, MessageShortcut } from '@slack/bolt';
import { askKey } from '../../../chat/wire.ts';
import { show } from '../answer.ts';
import { ask } from '../ask.ts';
import { unmarkup } from '../markup.ts';
import type { ReplyTo } from '../reply.ts';
import { platform, type Slack } from '../slack.ts';

/** The callback id of «Log on a deal» in the app's manifest. */
export const logShortcut = 'log_on_deal';

/** «Log on a deal» in the menu of a message: the form of a note that already holds its text. */
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
      const wire = { text: unmarkup(message.text ?? ''), [askKey]: '1' };
      const plan = slack.chat.plan({ command: 'log.note', wire }, { platform, userId: user.id });
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

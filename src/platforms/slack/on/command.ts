import type { App } from '@slack/bolt';
import { ask } from '../ask.ts';
import { unmarkup } from '../markup.ts';
import type { ReplyTo } from '../reply.ts';
import { platform, type Slack } from '../slack.ts';
import { refuse, take } from '../take.ts';

/** `/deal add …`: every slash command of the app is a line. */
export function onCommand(app: App, slack: Slack): void {
  app.command(/.*/, async ({ command, ack }) => {
    const reply: ReplyTo = {
      user: command.user_id,
      channel: command.channel_id,
      responseUrl: command.response_url,
    };
    const line = `${command.command} ${unmarkup(command.text ?? '')}`;
    const plan = slack.chat.plan({ line }, { platform, userId: reply.user });
    switch (plan.kind) {
      case 'run':
        return take(plan, command.trigger_id, reply, () => ack(), slack);
      case 'ask': {
        const opening = ask(command.trigger_id, plan, reply, slack);
        await ack();
        return opening;
      }
      case 'refuse':
        await ack();
        return refuse(plan.card, reply, slack);
    }
  });
}

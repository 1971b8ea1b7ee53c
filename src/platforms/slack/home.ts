import { compose } from './compose.ts';
import { platform, type Slack } from './slack.ts';

/** Puts a person's own card on their App Home. */
export async function publishHome(userId: string, slack: Slack): Promise<void> {
  const card = await slack.chat.home(await slack.people.identify(userId));
  const locale = slack.chat.locale({ platform, userId });
  const publish = ({ blocks }: { blocks: object[] }) =>
    slack.client.views.publish({ user_id: userId, view: { type: 'home', blocks: blocks as never } });
  await compose(card, locale, slack, publish, { surface: 'home' });
}

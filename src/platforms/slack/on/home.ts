import type { App } from '@slack/bolt';
import { publishHome } from '../home.ts';
import type { Slack } from '../slack.ts';

/** The App Home, drawn when it is looked at. */
export function onHome(app: App, slack: Slack): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await publishHome(event.user, slack);
  });
}

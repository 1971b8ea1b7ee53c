import { freePort, slackEnv, startBot } from '../../test/app/bot.ts';
import { type SlackEmulator, startSlack } from '../../test/emulators/slack/index.ts';
import type { Person } from '../../test/emulators/slack/person.ts';
import { timed } from './stats.ts';

/** The bot on a database, in front of a pretended Slack with some people in it. */
export async function botInSlack(folder: string) {
  const slack = await startSlack();
  const people = Array.from({ length: 17 }, (_, i) =>
    slack.person(`Member ${i + 1}`, { email: `member${i + 1}@example.com` }),
  );
  const port = String(await freePort());
  const bot = await startBot({ ...slackEnv(slack), DATA_DIR: folder, PORT: port, LOG_LEVEL: 'info' });
  slack.useHttp(`${bot.url}/slack/events`);
  return {
    slack,
    people,
    bot,
    async stop() {
      await bot.end('SIGTERM');
      await slack.stop();
      const [violation] = slack.violations;
      if (violation) throw new Error(`Slack would not have accepted it: ${JSON.stringify(violation)}`);
    },
  };
}

/** From the signed request to the card: milliseconds. */
export async function command(slack: SlackEmulator, person: Person, line: string): Promise<number> {
  const [, name = '', text = ''] = /^(\/\S+) ?(.*)$/.exec(line) ?? [];
  const seen = slack.store.messages.length;
  const took = await timed(async () => {
    const { ok, status } = await person.slash(name, text);
    if (!ok) throw new Error(`${line} was answered with ${status}`);
    await slack.until(() => slack.store.messages.length > seen, line);
  });
  return took;
}

import { botScopes } from '../../src/platforms/slack/manifest.ts';
import { type Message, shown, startSlack } from '../emulators/slack/index.ts';
import type { Person } from '../emulators/slack/person.ts';
import { wholeBot } from '../support/app.ts';

/** The whole bot on a pretended Slack, with an admin who has spoken to it. Await it where tests are declared. */
export async function slackApp() {
  const slack = await startSlack({ scopes: botScopes });
  const app = await wholeBot({ slack });
  const boss = slack.person('Boss', { email: 'boss@example.com' });

  const said = (who: Person) => slack.messages(who.im).filter(({ bot }) => bot);
  /** The next thing that the bot says, or says instead of something, after `act`. */
  async function answerTo(who: Person, act: () => unknown): Promise<Message> {
    const before = said(who).map(({ ts, edited }) => `${ts}:${edited}`);
    await act();
    return slack.until(() => said(who).find(({ ts, edited }) => !before.includes(`${ts}:${edited}`)));
  }
  return {
    slack,
    app,
    boss,
    db: app.database.prisma,
    said,
    answerTo,
    words: (message: Message) => shown(message.body),
    drop: (who: Person, name: string, content: string | Buffer, text?: string) =>
      answerTo(who, () => who.drop(name, Buffer.from(content), text === undefined ? {} : { text })),
    press: (who: Person, message: Message, label: string) => answerTo(who, () => who.click(message, label)),
  };
}

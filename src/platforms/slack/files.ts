import type { Block, Card } from '../../chat/card.ts';
import { wholeFile } from '../../chat/file.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import { limits } from './limits.ts';
import type { Slack } from './slack.ts';
import { upload } from './upload.ts';

/**
 * Sends the files of a card to one person, in their direct messages with the bot: in a channel nothing but words can
 * be for one person alone. What is to be said of each file where the card stands. Never rejects. Like an answer a file may
 * come twice, where the process was ended between the two: it is not left out for that.
 */
export async function sendFiles(
  card: Card,
  userId: string,
  locale: Locale,
  slack: Slack,
): Promise<Map<Block, string>> {
  const t = translator(locale);
  const said = new Map<Block, string>();
  const failed = (error: unknown) => slack.log.warn({ err: error }, 'a file was not sent');
  for (const file of card.blocks) {
    if (file.kind !== 'file') continue;
    const { name } = file;
    // One at a time is held, whoever else waits for theirs.
    const sentence = await slack.turn(async () => {
      try {
        const [reader, channel] = await Promise.all([
          slack.people.identify(userId),
          slack.people.direct(userId),
        ]);
        const { make } = slack;
        const whole = await wholeFile(file, { make, reader, megabytes: limits.fileMegabytes, t, failed });
        if (typeof whole === 'string') return whole;
        await upload(slack.client, { name, bytes: whole, channel });
        return t('file.direct', { name });
      } catch (error) {
        failed(error);
        return t('file.failed', { name });
      }
    });
    said.set(file, sentence);
  }
  return said;
}

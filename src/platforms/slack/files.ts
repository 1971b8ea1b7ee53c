import { webApi } from '@slack/bolt';
import type { Block, Card } from '../../chat/card.ts';
import { wholeFile } from '../../chat/file.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import { limits } from './limits.ts';
import type { ReplyTo } from './reply.ts';
import type { Slack } from './slack.ts';
import { upload } from './upload.ts';

/** Keeps with an invocation, before it is shared, the id that Slack has given the file of a block. */
export type NoteFile = (block: number, id: string) => Promise<void>;

/**
 * Sends the files of a card to one person, in their direct messages with the bot: in a channel nothing but words can
 * be for one person alone. What is to be said of each file where the card stands. Never rejects.
 *
 * Slack shares a file as often as it is told to. So its id is noted before that, and after a crash one that Slack knows
 * by its id is not sent again. What remains: the call was still on its way when the process was ended, and arrives
 * after that look; or it took over a minute, and another process took the invocation up meanwhile.
 */
export async function sendFiles(
  card: Card,
  { user, files }: ReplyTo,
  locale: Locale,
  slack: Slack,
  note: NoteFile,
): Promise<Map<Block, string>> {
  const t = translator(locale);
  const said = new Map<Block, string>();
  const failed = (error: unknown) => slack.log.warn({ err: error }, 'a file was not sent');
  for (const [place, file] of card.blocks.entries()) {
    if (file.kind !== 'file') continue;
    const { name } = file;
    const earlier = files?.[place];
    // One at a time is held, whoever else waits for theirs.
    const sentence = await slack.turn(async () => {
      try {
        if (earlier && (await wasShared(earlier, slack))) return t('file.direct', { name });
        const [reader, channel] = await Promise.all([slack.people.identify(user), slack.people.direct(user)]);
        const { make } = slack;
        const whole = await wholeFile(file, { make, reader, megabytes: limits.fileMegabytes, t, failed });
        if (typeof whole === 'string') return whole;
        await upload(slack.client, { name, bytes: whole, channel, noted: (id) => note(place, id) });
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

/** Slack shows a shared file in its own time, but knows it at once; one that was only uploaded it does not know. */
async function wasShared(file: string, { client }: Slack): Promise<boolean> {
  try {
    await client.files.info({ file });
    return true;
  } catch (error) {
    const code = error instanceof webApi.WebAPIPlatformError && error.data.error;
    if (code === 'file_not_found') return false;
    if (code === 'file_deleted') return true;
    throw error;
  }
}

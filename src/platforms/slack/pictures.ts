import { setTimeout as wait } from 'node:timers/promises';
import type { Block, Card } from '../../chat/card.ts';
import type { Slack } from './slack.ts';

/** Slack looks at a fresh file in its own time, and shows none before that. */
const looks = [150, 300, 600, 1200, 2400];
const uploadMs = 15_000;

/** Draws and uploads the charts of a card. One that fails is left out: its table is shown instead. */
export async function uploadCharts(card: Card, slack: Slack): Promise<Map<Block, string>> {
  const uploaded = await Promise.all(
    card.blocks.map(async (block): Promise<[Block, string][]> => {
      if (block.kind !== 'chart') return [];
      try {
        const { png } = await slack.draw(block.chart);
        return [[block, await upload(png, block.alt, slack)]];
      } catch (error) {
        slack.log.warn({ err: error, chart: block.chart.title }, 'a chart is shown as its table');
        return [];
      }
    }),
  );
  return new Map(uploaded.flat());
}

/** Uploads a picture in three calls, shared with nobody, and waits until it can stand in a message. Its id. */
async function upload(png: Buffer, alt: string, { client }: Slack): Promise<string> {
  const filename = 'chart.png';
  const { upload_url, file_id: id } = await client.files.getUploadURLExternal({
    filename,
    length: png.length,
    alt_text: alt.slice(0, 1000),
  });
  if (!upload_url || !id) throw new Error('Slack gave no place to upload to');
  const signal = AbortSignal.timeout(uploadMs);
  const sent = await fetch(upload_url, { method: 'POST', body: new Uint8Array(png), signal });
  if (!sent.ok) throw new Error(`Slack took no picture: ${sent.status}`);
  await client.files.completeUploadExternal({ files: [{ id, title: filename }] });
  for (const pause of looks) {
    if ((await client.files.info({ file: id })).file?.mimetype) return id;
    await wait(pause);
  }
  throw new Error('Slack has not looked at the picture in time');
}

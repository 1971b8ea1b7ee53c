import { setTimeout as wait } from 'node:timers/promises';
import type { Block, Card } from '../../chat/card.ts';
import type { Slack } from './slack.ts';
import { upload } from './upload.ts';

/** Slack looks at a fresh file in its own time, and shows none before that. */
const looks = [150, 300, 600, 1200, 2400];

/** Draws and uploads the charts of a card. One that fails is left out: its table is shown instead. */
export async function uploadCharts(card: Card, slack: Slack): Promise<Map<Block, string>> {
  const uploaded = await Promise.all(
    card.blocks.map(async (block): Promise<[Block, string][]> => {
      if (block.kind !== 'chart') return [];
      try {
        const { png } = await slack.draw(block.chart);
        return [[block, await uploadPicture(png, block.alt, slack)]];
      } catch (error) {
        slack.log.warn({ err: error, chart: block.chart.title }, 'a chart is shown as its table');
        return [];
      }
    }),
  );
  return new Map(uploaded.flat());
}

/** Uploads a picture, shared with nobody, and waits until it can stand in a message. Its id. */
async function uploadPicture(png: Buffer, alt: string, { client }: Slack): Promise<string> {
  const id = await upload(client, {
    name: 'chart.png',
    bytes: new Blob([new Uint8Array(png)]),
    alt: alt.slice(0, 1000),
  });
  for (const pause of looks) {
    if ((await client.files.info({ file: id })).file?.mimetype) return id;
    await wait(pause);
  }
  throw new Error('Slack has not looked at the picture in time');
}

import type { RawFile } from 'discord.js';
import type { Logger } from 'pino';
import type { Card } from '../../chat/card.ts';
import type { Chart } from '../../chat/chart.ts';

export interface Pictures {
  /** File names by the place of their chart among the card's blocks; a chart that could not be drawn has none. */
  readonly names: ReadonlyMap<number, string>;
  readonly files: RawFile[];
}

export type Draw = (chart: Chart) => Promise<{ readonly png: Buffer }>;

/** Draws the charts of a card. Never rejects: what cannot be drawn is logged and left to its table. */
export async function drawAll(card: Card, draw: Draw, log: Pick<Logger, 'warn'>): Promise<Pictures> {
  const names = new Map<number, string>();
  const files: RawFile[] = [];
  for (const [i, block] of card.blocks.entries()) {
    if (block.kind !== 'chart') continue;
    try {
      const { png } = await draw(block.chart);
      const name = `chart-${i + 1}.png`;
      files.push({ name, data: png, contentType: 'image/png' });
      names.set(i, name);
    } catch (error) {
      log.warn({ err: error }, 'a chart could not be drawn; its table is shown');
    }
  }
  return { names, files };
}

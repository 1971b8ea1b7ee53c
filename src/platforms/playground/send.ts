import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Card } from '../../chat/card.ts';
import type { Chart } from '../../chat/chart.ts';
import type { Outcome, Outgoing } from '../../chat/platform.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Drawing, Entry, Rooms } from './rooms.ts';
import { isDirect } from './rooms.ts';

export interface Sender {
  readonly rooms: Rooms;
  readonly clock: Clock;
  /** The public channels. */
  readonly channels: readonly string[];
  readonly log: Pick<Logger, 'warn' | 'error'>;
  draw(chart: Chart): Promise<{ readonly png: Buffer; readonly width: number; readonly height: number }>;
}

/** Draws the card's charts and posts it. A chart that cannot be drawn is left to its table. */
export async function post(
  sender: Sender,
  entry: Omit<Entry, 'pictures' | 'at'> & { readonly card: Card; readonly at?: string },
): Promise<void> {
  const pictures = new Map<number, Drawing>();
  for (const [index, block] of entry.card.blocks.entries()) {
    if (block.kind !== 'chart') continue;
    try {
      pictures.set(index, { id: randomBytes(16).toString('hex'), ...(await sender.draw(block.chart)) });
    } catch (error) {
      sender.log.warn({ err: error }, 'a chart could not be drawn and is shown as a table');
    }
  }
  sender.rooms.put({ at: sender.clock.now().toISOString(), ...entry, pictures });
}

const idOf = (message: Outgoing) => `sent:${message.key}`;

/** Posts what the bot owes. A channel that does not exist is refused for good. */
export async function send(sender: Sender, message: Outgoing): Promise<Outcome> {
  const { destination: channel, card, locale } = message;
  if (!isDirect(channel) && !sender.channels.includes(channel))
    return { kind: 'refused', error: `there is no channel ${channel}` };
  const id = idOf(message);
  await post(sender, { id, channel, card, locale });
  return { kind: 'sent', reference: id };
}

/** What is not in the history was not sent, or nobody can see it any more. */
export function reconcile(rooms: Rooms, message: Outgoing): Outcome | null {
  const id = idOf(message);
  return rooms.has(message.destination, id) ? { kind: 'sent', reference: id } : null;
}

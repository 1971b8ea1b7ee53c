import { type APIMessage, type Message, Routes } from 'discord.js';
import type { Dropped } from '../../chat/dropped.ts';
import { gather } from '../../lib/gather.ts';
import type { Desk } from './desk.ts';

const timeoutMs = 60_000;
const hosts = ['cdn.discordapp.com', 'media.discordapp.net'];

/** The files of a message. Their addresses run out after a day: they are asked for again. */
export const filesOf = ({ attachments, channelId, id: message }: Message): Dropped[] =>
  [...attachments.values()].map(({ id, name, size }) => ({
    reference: `${channelId}/${message}/${id}`,
    name,
    size,
  }));

/** A file by its message. Null where that is gone. */
export async function download(
  reference: string,
  max: number,
  { rest }: Pick<Desk, 'rest'>,
): Promise<Buffer | null> {
  const [, channel, message, id] = /^(\d+)\/(\d+)\/(\d+)$/.exec(reference) ?? [];
  if (!channel || !message) return null;
  const { attachments } = (await rest.get(Routes.channelMessage(channel, message))) as APIMessage;
  const found = attachments.find((one) => one.id === id);
  if (!found || !isDiscords(new URL(found.url), rest.options.api)) return null;
  const response = await fetch(found.url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    return null;
  }
  return gather(response.body, max);
}

/** Discord's own store of files, or what stands in for all of Discord (`DISCORD_API_URL`). */
const isDiscords = ({ protocol, hostname, origin }: URL, api: string) =>
  (protocol === 'https:' && hosts.includes(hostname)) || origin === new URL(api).origin;

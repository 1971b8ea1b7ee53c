import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, type RawFile, type REST, Routes } from 'discord.js';
import type { Body } from './render.ts';

export const EPHEMERAL = 64;

/** By what an interaction can be answered, for fifteen minutes, also by another process. */
export interface Ticket {
  readonly application: string;
  readonly token: string;
}

/** The first response; type and data as Discord numbers them. Due within three seconds. */
export async function firstResponse(
  rest: REST,
  { id, token }: { readonly id: string; readonly token: string },
  type: number,
  data?: object,
): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), { body: { type, data }, auth: false });
}

/** Waits before the second and third attempt. */
const AGAIN_MS = [100, 1000];

/** Fills or replaces the first response. Doing it twice does no harm, so a lost connection is tried again. */
export async function editFirst(rest: REST, ticket: Ticket, body: Body, files: RawFile[]): Promise<void> {
  const route = Routes.webhookMessage(ticket.application, ticket.token);
  for (const wait of [...AGAIN_MS, undefined])
    try {
      await rest.patch(route, { body, files, auth: false });
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError || wait === undefined) throw error;
      await setTimeout(wait);
    }
}

export async function deleteFirst(rest: REST, ticket: Ticket): Promise<void> {
  await rest.delete(Routes.webhookMessage(ticket.application, ticket.token), { auth: false });
}

/** One more message that only the person sees. */
export async function whisper(rest: REST, ticket: Ticket, body: Body, files: RawFile[]): Promise<void> {
  const hidden = { ...body, flags: body.flags | EPHEMERAL };
  await rest.post(Routes.webhook(ticket.application, ticket.token), { body: hidden, files, auth: false });
}

/** Posts a message. Resolves to its id. */
export async function post(rest: REST, channel: string, body: object, files: RawFile[]): Promise<string> {
  const made = await rest.post(Routes.channelMessages(channel), { body, files });
  return (made as { id: string }).id;
}

/** The channel of the direct messages with somebody. */
export async function directChannel(rest: REST, userId: string): Promise<string> {
  const made = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
  return (made as { id: string }).id;
}

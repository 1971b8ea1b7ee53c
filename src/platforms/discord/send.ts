import { createHash } from 'node:crypto';
import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, Routes } from 'discord.js';
import type { Outcome, Outgoing } from '../../chat/platform.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import type { Body } from './render.ts';
import { directChannel, post } from './rest.ts';

const PAGE = 100;
const PAGES = 5;

/**
 * Sends a card that is owed. Discord gives the same message back for the same nonce for a few minutes; two numbers
 * on its components tell it from others for good.
 */
export async function send(desk: Desk, message: Outgoing): Promise<Outcome> {
  try {
    const { nonce, marks } = signs(message.key);
    const channel = await channelOf(desk, message.destination);
    const once = { nonce, enforce_nonce: true };
    const { card, locale } = message;
    const put = (body: Body, files: RawFile[]) => post(desk.rest, channel, { ...body, ...once }, files);
    const id = await compose(desk, { card, locale, marks }, put);
    return { kind: 'sent', reference: `${channel}/${id}` };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Looks for a message among the latest of its channel. Null when it is not among them. */
export async function reconcile(desk: Desk, message: Outgoing): Promise<Outcome | null> {
  try {
    const channel = await channelOf(desk, message.destination);
    const { marks } = signs(message.key);
    const me = desk.client.user?.id;
    let before: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
      const found = (await desk.rest.get(Routes.channelMessages(channel), { query })) as Found[];
      const hit = found.find((one) => one.author.id === me && isMarked(one, marks));
      if (hit) return { kind: 'sent', reference: `${channel}/${hit.id}` };
      before = found.at(-1)?.id;
      if (found.length < PAGE) break;
    }
    return null;
  } catch (error) {
    const outcome = outcomeOf(error);
    // Looking changed nothing: whether it was sent is as unknown as before.
    return outcome.kind === 'unknown' ? { kind: 'later', afterMs: 5000, error: outcome.error } : outcome;
  }
}

interface Found {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly components: readonly {
    readonly id?: number;
    readonly components?: readonly { readonly id?: number }[];
  }[];
}

function isMarked({ components: [container] }: Found, [outer, inner]: readonly [number, number]): boolean {
  return container?.id === outer && container.components?.[0]?.id === inner;
}

/** What a key looks like on Discord: a nonce, and two component ids (31 bits each). */
function signs(key: string): { nonce: string; marks: [number, number] } {
  const digest = createHash('sha256').update(key).digest();
  const outer = digest.readUInt32BE(0) >>> 1 || 1;
  const inner = digest.readUInt32BE(4) >>> 1 || 1;
  return {
    nonce: digest.toString('base64url').slice(0, limits.nonce),
    // Ids are unique within a message, and Discord numbers the other components from 1 up.
    marks: [outer | 0x40000000, (inner & 0x3fffffff) | 0x20000000],
  };
}

async function channelOf(desk: Desk, destination: string): Promise<string> {
  const user = /^user:(\d+)$/.exec(destination)?.[1];
  return user ? directChannel(desk.rest, user) : destination;
}

/** 4xx is no for good, except for a token that does not hold now; without an answer nobody knows. */
function outcomeOf(error: unknown): Outcome {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof RateLimitError)
    return { kind: 'later', afterMs: Math.max(error.timeToReset, error.retryAfter), error: text };
  if (error instanceof DiscordAPIError)
    return error.status === 401
      ? { kind: 'later', afterMs: 60_000, error: text }
      : { kind: 'refused', error: `${error.code}: ${text}` };
  const code = (error as { code?: string }).code ?? (error as { cause?: { code?: string } }).cause?.code;
  const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code ?? '');
  if (notSent) return { kind: 'later', afterMs: 5000, error: text };
  return { kind: 'unknown', error: error instanceof HTTPError ? `${error.status}: ${text}` : text };
}

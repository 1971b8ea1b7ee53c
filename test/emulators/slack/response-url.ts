import { type Json, str } from './json.ts';
import { shows } from './methods/files.ts';
import { post } from './methods/post.ts';
import { checkMessage } from './validate.ts';
import type { World } from './world.ts';

interface Issued {
  readonly channel: string;
  readonly user: string;
  /** The message that it came from, if any. */
  readonly ts?: string;
  uses: number;
  expired: boolean;
}

const known = [
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'metadata',
].concat(['mrkdwn', 'unfurl_links', 'unfurl_media', 'parse', 'link_names']);

/** `response_url`: five answers within thirty minutes, in the conversation where the person acted. */
export class ResponseUrls {
  readonly #world: World;
  readonly #issued = new Map<string, Issued>();

  constructor(world: World) {
    this.#world = world;
  }

  issue(channel: string, user: string, ts?: string): string {
    const id = `${this.#issued.size + 1}-${Math.random().toString(36).slice(2)}`;
    this.#issued.set(id, { channel, user, ts, uses: 0, expired: false });
    return `${this.#world.origin}/response/${id}`;
  }

  /** Half an hour passes. */
  expire() {
    for (const each of this.#issued.values()) each.expired = true;
  }

  answer(id: string, body: Json): { status: number; body: Json } {
    const { store, violations } = this.#world;
    const url = this.#issued.get(id);
    const violate = (what: string) => violations.push({ where: 'response_url', what, detail: body });
    if (!url || url.expired) return { status: 404, body: { ok: false, error: 'expired_url' } };
    url.uses += 1;
    if (url.uses > 5) {
      violate('used more than five times');
      return { status: 404, body: { ok: false, error: 'used_url' } };
    }
    const unknown = Object.keys(body).filter((key) => !known.includes(key));
    if (unknown.length > 0) violate(`unknown arguments: ${unknown.join(', ')}`);

    const original = url.ts ? store.message(url.channel, url.ts) : undefined;
    if (body.delete_original === true) {
      if (original) store.messages.splice(store.messages.indexOf(original), 1);
      store.changed();
      return { status: 200, body: { ok: true } };
    }
    const refusal = checkMessage(body, shows(this.#world));
    if (refusal) {
      violate(`${refusal.error} ${refusal.messages.join('; ')}`);
      return { status: 400, body: { ok: false, error: refusal.error } };
    }
    if (body.replace_original === true && original) {
      original.body = { text: body.text, blocks: body.blocks, metadata: original.body.metadata };
      original.edited += 1;
      store.changed();
    } else {
      const visible = body.response_type === 'in_channel';
      const threadTs = str(body.thread_ts) || undefined;
      post(this.#world, url.channel, body, { threadTs, ...(!visible && { onlyFor: url.user }) });
    }
    return { status: 200, body: { ok: true } };
  }
}

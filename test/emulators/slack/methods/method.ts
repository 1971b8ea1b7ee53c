import type { Json } from '../json.ts';
import type { World } from '../world.ts';

/** A Web API method: what it takes, what scope it needs, what it does. */
export interface Method {
  /** The scope it needs; which one depends on the kind of conversation for some. */
  readonly scope?: string | ((world: World, args: Json) => string);
  /** The app-level token instead of the bot's. */
  readonly appLevel?: true;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  run(world: World, args: Json): Json;
}

export type Methods = Readonly<Record<string, Method>>;

export const ok = (body: Json = {}): Json => ({ ok: true, ...body });

export const no = (error: string, messages?: readonly string[]): Json => ({
  ok: false,
  error,
  ...(messages && messages.length > 0 && { errors: messages, response_metadata: { messages } }),
});

import { webApi } from '@slack/bolt';
import type { Rendered } from './render.ts';

/** How an answer is to appear at a `response_url`. */
export interface Manner {
  readonly visible: boolean;
  readonly replace: boolean;
  readonly thread?: string | undefined;
}

const timeoutMs = 10_000;

/**
 * Answers at a `response_url`; false where it is used up or too old. Throws the errors of the Web API's client,
 * so that they are judged alike.
 */
export async function respond(url: string, { text, blocks }: Rendered, manner: Manner): Promise<boolean> {
  const response = await post(url, {
    text,
    blocks,
    response_type: manner.visible ? 'in_channel' : 'ephemeral',
    replace_original: manner.replace,
    ...(manner.thread && !manner.replace && { thread_ts: manner.thread }),
  });
  // Read to its end also when it is well: only then is the connection free for the next answer.
  const said = await response.text();
  if (response.ok) return true;
  if (response.status === 429)
    throw new webApi.WebAPIRateLimitedError(Number(response.headers.get('retry-after')) || 1);
  if (said.includes('invalid_blocks'))
    throw new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_blocks' });
  if (response.status >= 500)
    throw new webApi.WebAPIHTTPError(response.status, response.statusText, {}, said);
  return false;
}

/** Takes away the message that a `response_url` came with. */
export async function remove(url: string): Promise<void> {
  const response = await post(url, { delete_original: true });
  await response.text();
}

async function post(url: string, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
}

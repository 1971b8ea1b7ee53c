import type { Picture } from './picture.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Has a QuickChart server draw. Rejects on a timeout, a refusal, or an answer that is not a PNG.
 * Not the library's `toBinary`: that can be neither timed out nor cancelled.
 */
export async function drawOnServer(picture: Picture, url: string, timeoutMs: number): Promise<Buffer> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/chart`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(picture.getPostData()),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The chart server answered ${response.status}`);
  }
  const png = Buffer.from(await response.arrayBuffer());
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE) || png.length < 24) {
    throw new Error('The chart server answered with something that is not a PNG');
  }
  return png;
}

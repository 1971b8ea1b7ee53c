import { gather } from '../../lib/gather.ts';
import type { Slack } from './slack.ts';

const timeoutMs = 60_000;

/** A file by its id. Null where Slack has no bytes of it: what lies elsewhere (a link to a drive) is not followed. */
export async function download(
  reference: string,
  max: number,
  { client }: Pick<Slack, 'client'>,
): Promise<Buffer | null> {
  const { file } = await client.files.info({ file: reference });
  const url = new URL(file?.url_private_download ?? file?.url_private ?? 'none:');
  if (!isSlacks(url, client.slackApiUrl)) return null;
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${client.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  // To a token without the scope Slack shows a page to sign in at.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || !response.body || isPage) {
    await response.body?.cancel();
    return null;
  }
  return gather(response.body, max);
}

/** The token goes to Slack alone, or to what stands in for all of it (`SLACK_API_URL`). */
function isSlacks({ protocol, hostname, origin }: URL, apiUrl: string): boolean {
  return (protocol === 'https:' && hostname.endsWith('.slack.com')) || origin === new URL(apiUrl).origin;
}

import type { webApi } from '@slack/bolt';

interface Upload {
  readonly name: string;
  readonly bytes: Blob;
  readonly alt?: string;
  /** Where it is shared; nowhere when left out. */
  readonly channel?: string;
  /** Told its id when nothing is left but to share it, which waits for that. */
  noted?(id: string): Promise<void>;
}

const patienceMs = 60_000;

/** Uploads a file in three calls. Its id. */
export async function upload(
  client: webApi.WebClient,
  { name, bytes, alt, channel, noted }: Upload,
): Promise<string> {
  const { upload_url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.size,
    ...(alt && { alt_text: alt }),
  });
  if (!upload_url || !id) throw new Error('Slack gave no place to upload to');
  const signal = AbortSignal.timeout(patienceMs);
  const sent = await fetch(upload_url, { method: 'POST', body: bytes, signal });
  if (!sent.ok) throw new Error(`Slack took no file: ${sent.status}`);
  await noted?.(id);
  const files: [{ id: string; title: string }] = [{ id, title: name }];
  await client.files.completeUploadExternal({ files, ...(channel && { channel_id: channel }) });
  return id;
}

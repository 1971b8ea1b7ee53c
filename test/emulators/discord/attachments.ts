import type { APIAttachment } from 'discord.js';
import { type Issue, missingPermissions, tooLarge } from './errors.ts';
import type { Json, Message } from './store.ts';
import type { Call, World } from './world.ts';

const MAX_FILE = 10 * 1024 * 1024;
const TYPES: Record<string, string> = { png: 'image/png', json: 'application/json', csv: 'text/csv' };

/** The attachments of a message after a request: listed new files, listed old ones, all old ones when none are listed. */
export function attach(call: Call, world: World, message: Message | undefined, channelId: string) {
  const issues: Issue[] = [];
  const files = new Map(message?.files);
  const listed = call.body.attachments as Json[] | null | undefined;
  const old = message?.body.attachments ?? [];
  const wanted = listed ?? [
    ...(listed === undefined ? old : []),
    ...[...call.files.keys()].map((id) => ({ id })),
  ];
  const attachments = wanted.flatMap((entry, i): APIAttachment[] => {
    const id = String((entry as Json).id);
    const kept = old.find((a) => a.id === id);
    if (kept) return [kept];
    const file = call.files.get(id);
    if (!file) {
      issues.push({ path: ['attachments', String(i), 'id'], message: 'No such file' });
      return [];
    }
    if (world.store.channels.get(channelId)?.noFiles) throw missingPermissions();
    if (file.bytes.length > MAX_FILE) throw tooLarge();
    files.set(file.name, file.bytes);
    return [attachment(file, entry as Json, world, channelId)];
  });
  for (const id of call.files.keys())
    if (listed && !listed.some((entry) => String(entry.id) === id))
      issues.push({ path: ['attachments'], message: `files[${id}] is not listed` });
  return { attachments, files, issues };
}

/** What is told of a file; its bytes are at its address. */
export function attachment(
  file: { name: string; bytes: Buffer },
  entry: Json,
  world: World,
  channelId: string,
): APIAttachment {
  const id = world.newId();
  const url = `${world.origin()}/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  const png = file.bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return {
    id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: TYPES[file.name.split('.').pop() ?? ''] ?? 'application/octet-stream',
    ...(png && { width: file.bytes.readUInt32BE(16), height: file.bytes.readUInt32BE(20) }),
    ...(typeof entry.description === 'string' && { description: entry.description }),
  };
}

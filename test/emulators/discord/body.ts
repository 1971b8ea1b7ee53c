import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';
import type { Json } from './store.ts';
import type { Call } from './world.ts';

type Body = Pick<Call, 'body' | 'files'>;

/** Reads JSON, or `payload_json` with `files[n]`; nothing else is Discord's. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: {}, files: new Map() };
  if (type.startsWith('application/json')) return { body: parse(bytes.toString('utf8')), files: new Map() };
  if (type.startsWith('multipart/form-data')) return multipart(bytes, type);
  throw new ApiError(400, 50035, `Unsupported content type: ${type}`);
}

async function multipart(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, { name: string; bytes: Buffer }>();
  let body: Json = {};
  for (const [key, value] of form.entries()) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (key === 'payload_json') body = parse(String(value));
    else if (index !== undefined && typeof value !== 'string')
      files.set(index, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
    else throw new ApiError(400, 50035, `Unexpected form part: ${key}`);
  }
  return { body, files };
}

// discord.js sends these two with every message, also where the OpenAPI knows neither.
const ownWays = new Set(['tts', 'enforce_nonce']);

function parse(text: string): Json {
  try {
    return JSON.parse(text, (key, value) => (ownWays.has(key) && value === false ? undefined : value));
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './api.ts';
import { isJson, type Json } from './json.ts';
import { no } from './methods/method.ts';
import type { ResponseUrls } from './response-url.ts';
import type { World } from './world.ts';

interface Reply {
  readonly status: number;
  readonly body: Json | string;
}

/** The HTTP side of Slack: the Web API, the place for uploads, the response URLs. */
export function createApiServer(world: World, urls: ResponseUrls): Server {
  return createServer((request, response) => {
    handle(world, urls, request, response).catch((error: unknown) => {
      world.violations.push({ where: request.url ?? '', what: 'emulator failed', detail: error });
      response.destroy();
    });
  });
}

export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function handle(world: World, urls: ResponseUrls, request: IncomingMessage, response: ServerResponse) {
  const [, area = '', name = ''] = new URL(request.url ?? '/', world.origin).pathname.split('/');
  const raw = Buffer.concat(await request.toArray());
  const fault = world.faults.take(area === 'api' ? name : area === 'response' ? 'response_url' : area);
  if (fault) world.store.changed();
  switch (fault?.kind) {
    case 'rate_limited':
      response.writeHead(429, { 'retry-after': String(fault.retryAfter) });
      response.end(JSON.stringify(no('ratelimited')));
      return;
    case 'status':
      response.writeHead(fault.status).end('upstream unavailable');
      return;
    case 'error':
      send(response, { status: 200, body: no(fault.error) });
      return;
    case 'dies_before':
      request.socket.destroy();
      return;
    case 'hangs_before':
      return;
  }
  if (area === 'files') return sendFile(world, name, request, response);
  const reply = await route(world, urls, area, name, request, raw);
  switch (fault?.kind) {
    case 'dies_after':
      request.socket.destroy();
      return;
    case 'status_after':
      response.writeHead(fault.status).end('upstream unavailable');
      return;
    case 'hangs_after':
      return;
  }
  send(response, reply);
}

async function route(
  world: World,
  urls: ResponseUrls,
  area: string,
  name: string,
  request: IncomingMessage,
  raw: Buffer,
): Promise<Reply> {
  if (request.method !== 'POST') return { status: 405, body: no('method_not_supported') };
  if (area === 'api') {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    return { status: 200, body: answer(world, name, token, await fields(request, raw)) };
  }
  if (area === 'response') return urls.answer(name, asJson(raw.toString()));
  if (area === 'upload') return upload(world, name, await contents(request, raw));
  world.violations.push({ where: request.url ?? '', what: 'no such place' });
  return { status: 404, body: 'not found' };
}

/** The bytes of a file, for whoever has the token; to anybody else a page to sign in at. */
function sendFile(
  { store, settings }: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const file = store.files.get(id);
  if (request.headers.authorization !== `Bearer ${settings.botToken}` || !file?.bytes)
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Slack</title>');
  response.writeHead(200, { 'content-type': 'text/csv' }).end(file.bytes);
}

function upload(world: World, id: string, bytes: Buffer): Reply {
  const file = world.store.files.get(id);
  if (!file || file.bytes) return { status: 404, body: 'no such upload' };
  if (bytes.length !== file.length) {
    world.violations.push({ where: 'upload', what: `${bytes.length} bytes instead of ${file.length}` });
    return { status: 400, body: 'wrong length' };
  }
  file.bytes = bytes;
  world.store.changed();
  return { status: 200, body: `OK - ${bytes.length}` };
}

async function fields(request: IncomingMessage, raw: Buffer): Promise<Json> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return asJson(raw.toString());
  if (type.startsWith('multipart/')) return Object.fromEntries(await form(type, raw));
  return Object.fromEntries(new URLSearchParams(raw.toString()));
}

/** The bytes of an upload, sent bare or as the one file of a form. */
async function contents(request: IncomingMessage, raw: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return raw;
  for (const value of (await form(type, raw)).values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

function form(type: string, raw: Buffer): Promise<FormData> {
  return new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
}

function asJson(text: string): Json {
  const value: unknown = JSON.parse(text || '{}');
  return isJson(value) ? value : {};
}

function send(response: ServerResponse, { status, body }: Reply) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
  });
  response.end(text);
}

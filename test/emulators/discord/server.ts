import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { readBody } from './body.ts';
import { ApiError, invalidForm, notFound, unauthorized } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { routes } from './routes/index.ts';
import { check } from './spec.ts';
import type { Json } from './store.ts';
import type { Route, World } from './world.ts';

/** A request as it came, and how it was answered (0: the connection died). */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  status: number;
}

export interface Log {
  readonly requests: Recorded[];
  /** Everything a real server would have refused for its form, ours included. Tests expect none. */
  readonly violations: string[];
  /** `METHOD path` of every route that has answered. */
  readonly served: Set<string>;
}

const table = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The REST half: `/api/v10`, one route table, strict about everything. */
export function restServer(world: World, log: Log, faults: Faults): Server {
  return createServer((request, response) => {
    handle(request, response, world, log, faults).catch((error: unknown) => {
      log.violations.push(`the emulator failed: ${error instanceof Error ? error.stack : error}`);
      response.writeHead(500).end();
    });
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  log: Log,
  faults: Faults,
): Promise<void> {
  const method = request.method ?? '';
  const url = new URL(request.url ?? '', 'http://discord.test');
  const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
  if (path.startsWith('/attachments/')) return sendFile(world, path, response);
  const recorded: Recorded = { method, path, body: {}, status: 0 };
  log.requests.push(recorded);
  const fault = faults.take(method, path);
  const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) => {
    recorded.status = status;
    if (fault && 'die' in fault) recorded.status = 0;
    if (recorded.status === 0) return void request.socket.destroy();
    response.writeHead(status, status === 204 ? headers : { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (fault && 'late' in fault) await delay(fault.late);
  const read = await readBody(request).catch((error: unknown) =>
    error instanceof ApiError ? error : Promise.reject(error),
  );
  if (fault && !('late' in fault) && !('die' in fault && fault.die === 'after')) return strike(fault, answer);
  try {
    if (read instanceof ApiError) throw read;
    Object.assign(recorded, { body: read.body });
    const { route, params } = find(method, path);
    if (route.auth && request.headers.authorization !== `Bot ${world.store.token}`) throw unauthorized();
    const issues = queryIssues(route, url.searchParams);
    if (route.body) issues.push(...check(route.body, read.body));
    if (issues.length > 0) throw invalidForm(issues);
    const body = await route.run({ params, query: url.searchParams, ...read }, world);
    log.served.add(`${method} ${route.path}`);
    if (body !== undefined && route.answer)
      for (const { path: at, message } of check(route.answer, body))
        log.violations.push(`the emulator's answer to ${method} ${path}: ${at.join('.')} ${message}`);
    answer(body === undefined ? 204 : 200, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 400 || error.status === 413 || error.message === '404: Not Found')
      log.violations.push(
        `${method} ${path}: ${error.message} ${error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`,
      );
    answer(error.status, error.body);
  }
}

/** The store of files: whoever has the address has the file. */
function sendFile({ store }: World, path: string, response: ServerResponse): void {
  const [, , , id, name = ''] = path.split('/');
  const owner = [...store.messages.values()].find(({ body }) => body.attachments.some((a) => a.id === id));
  const bytes = owner?.files.get(name);
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'text/csv' }).end(bytes);
}

function find(method: string, path: string): { route: Route; params: Record<string, string> } {
  for (const { route, pattern } of table) {
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { route, params: { ...match.groups } };
  }
  throw notFound();
}

function queryIssues(route: Route, query: URLSearchParams) {
  return [...query.keys()]
    .filter((key) => !route.query?.includes(key))
    .map((key) => ({ path: [key], message: 'Unknown query parameter' }));
}

function strike(
  fault: Exclude<Fault, { late: number }>,
  answer: (status: number, body?: unknown, headers?: Record<string, string>) => void,
): void {
  if ('die' in fault) answer(0);
  else if ('status' in fault) answer(fault.status, { message: `${fault.status}`, code: 0 });
  else {
    const { rateLimit, global = false } = fault;
    answer(
      429,
      { message: 'You are being rate limited.', retry_after: rateLimit, global },
      {
        'retry-after': String(rateLimit),
        'x-ratelimit-scope': global ? 'global' : 'user',
        ...(global && { 'x-ratelimit-global': 'true' }),
      },
    );
  }
}

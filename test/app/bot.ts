import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SlackEmulator } from '../emulators/slack/index.ts';
import { shortLived } from '../support/node.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Env = Readonly<Record<string, string>>;

/** What `npm run <script>` runs, without npm. */
function argvOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const [node, ...args] = scripts[script].split(' ');
  if (node !== 'node') throw new Error(`npm run ${script} does not start node itself`);
  // From wherever it is started: it is the repository's own.
  return args.map((arg: string) => (arg === 'scripts/run.mjs' ? `${root}${arg}` : arg));
}

/** Starts what `npm run <script>` does, with nothing of this process's own settings. */
export function run(script: string, env: Env, args: readonly string[] = [], cwd?: string): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const system = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value));
  const child = spawn(process.execPath, [shortLived, ...argvOf(script), ...args], {
    env: { ...system, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that runs out of time does not end it.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  return child;
}

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** All it says until it ends. */
export async function finished(child: ChildProcess): Promise<Finished> {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text) => (said.out += text));
  child.stderr?.on('data', (text) => (said.err += text));
  const [code] = await once(child, 'close');
  return { code, ...said };
}

export interface Bot {
  readonly url: string;
  readonly child: ChildProcess;
  /** The lines of its log so far. */
  readonly said: readonly string[];
  /** When /readyz says so; rejects when it ends before that. */
  readonly ready: Promise<void>;
  /** When it has ended, by itself or not: its exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The whole bot as a process of its own. */
export async function launch(env: Env, cwd?: string): Promise<Bot> {
  const port = env.PORT ?? String(await freePort());
  const child = run('start', { DEFAULT_LOCALE: 'en', LOG_LEVEL: 'info', ...env, PORT: port }, [], cwd);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface(stream).on('line', (line) => said.push(line));
  const ended = once(child, 'close').then(([code]): number | null => code);
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  const url = `http://127.0.0.1:${port}`;
  async function becomeReady() {
    while ((await statusOf(`${url}/readyz`)) !== 200) {
      if (isOver) throw new Error(`the bot ended before it was ready:\n${said.join('\n')}`);
      await pause(20);
    }
  }
  const ready = becomeReady();
  ready.catch(() => {});
  return {
    ...{ url, child, said, ready, ended },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** The same, ready to be spoken to. */
export async function startBot(env: Env, cwd?: string): Promise<Bot> {
  const bot = await launch(env, cwd);
  await bot.ready;
  return bot;
}

/** The settings of a bot in this workspace. */
export function slackEnv({ apiUrl, world }: SlackEmulator): Env {
  const { botToken, signingSecret } = world.settings;
  return { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
}

/** The status that an address answers with; 0 when nobody does. */
export function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
}

/** A port that was free a moment ago: for what has to be known before the start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { startSlack } from '../emulators/slack/index.ts';
import { cloneTemplate } from '../support/database.ts';
import { finished, freePort, launch, run, slackEnv, startBot, statusOf } from './bot.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const clean of cleaning.reverse()) await clean();
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'chot-test-'));
  cleaning.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function migrated(): Promise<string> {
  const dir = await cloneTemplate();
  cleaning.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function slackEmulator() {
  const slack = await startSlack();
  cleaning.push(() => slack.stop());
  return slack;
}

/** What is there, asked beside the bot that runs it. */
async function count(dataDir: string): Promise<{ members: number; deals: number; pipelines: number }> {
  const { prisma, close } = await openDatabase({ dataDir });
  const [members, deals, pipelines] = await Promise.all([
    prisma.member.count(),
    prisma.deal.count(),
    prisma.pipeline.count(),
  ]);
  await close();
  return { members, deals, pipelines };
}

/** A request with any Host, which `fetch` does not allow. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('a start', () => {
  it('with settings that cannot be used says all that is wrong at once, and how to mend it', async () => {
    const env = { PORT: 'many', SLACK_BOT_TOKEN: 'xoxp-no', DISCORD_TOKEN: 'x', DEFAULT_LOCALE: 'fr' };
    const { code, out, err } = await finished(run('start', env, [], await folder()));
    expect(code).toBe(1);
    expect(out).toBe('');
    const [, ...problems] = err.trim().split('\n');
    expect(problems.map((line) => line.trim().split(':')[0]).sort()).toEqual([
      'DEFAULT_LOCALE',
      'PORT',
      'SLACK_BOT_TOKEN',
    ]);
    for (const problem of problems) expect(problem).toMatch(/: give /);
  });

  it('with a token that Slack refuses ends with one sentence that names it', async () => {
    const slack = await slackEmulator();
    const env = { ...slackEnv(slack), SLACK_BOT_TOKEN: 'xoxb-wrong', DATA_DIR: await migrated() };
    const { code, err } = await finished(run('start', { ...env, PORT: '0', LOG_LEVEL: 'silent' }));
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/Slack.*invalid_auth.*SLACK_BOT_TOKEN/)]);
  });

  it('on a port that is taken ends with a sentence', async () => {
    const slack = await slackEmulator();
    const { port } = new URL(slack.apiUrl);
    const env = { ...slackEnv(slack), HOST: '127.0.0.1', PORT: port, DATA_DIR: await migrated() };
    const { code, err } = await finished(run('start', { ...env, LOG_LEVEL: 'silent' }));
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain(port);
  });

  it('without settings opens the playground with a demo company, made once and kept', async () => {
    const cwd = await folder();
    const port = String(await freePort());
    const env = { PORT: port, HOST: '0.0.0.0' };
    const bot = await launch(env, cwd);
    const url = `http://127.0.0.1:${port}`;
    // Whatever it is asked before it is ready, it never says that it is.
    const early = await statusOf(`${url}/readyz`);
    expect([0, 503]).toContain(early);
    await bot.ready;

    expect(await statusOf(`${url}/healthz`)).toBe(200);
    expect(await statusOf(`${url}/readyz`)).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^chot_command_seconds_count|process_cpu/m);
    expect(await (await fetch(url)).text()).toMatch(/<!doctype html>/i);
    expect(await statusOf(`${url}/no/such/page`)).toBe(404);
    expect(await statusOf(`${url}/slack/events`)).toBe(404);
    expect(await statusFor(url, 'evil.example')).toBe(403);
    const elsewhere = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    if (elsewhere) {
      expect(await statusOf(`http://${elsewhere.address}:${port}/`)).toBe(404);
      expect(await statusOf(`http://${elsewhere.address}:${port}/healthz`)).toBe(200);
    }
    const first = await count(join(cwd, 'data'));
    expect(first.members).toBeGreaterThan(3);
    expect(first.deals).toBeGreaterThan(20);
    expect(await bot.end('SIGTERM'), bot.said.join('\n')).toBe(0);

    const again = await startBot(env, cwd);
    expect(await count(join(cwd, 'data'))).toEqual(first);
    await again.end('SIGTERM');
  }, 90_000);

  it('with Slack makes no demo company, and shows no playground', async () => {
    const slack = await slackEmulator();
    const dataDir = await migrated();
    const bot = await startBot({ ...slackEnv(slack), DATA_DIR: dataDir });
    expect(await statusOf(bot.url)).toBe(404);
    expect(await count(dataDir)).toEqual({ members: 0, deals: 0, pipelines: 1 });
    await bot.end('SIGTERM');
  }, 60_000);
});

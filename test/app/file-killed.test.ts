import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import type { Fault } from '../emulators/slack/faults.ts';
import { shown, startSlack } from '../emulators/slack/index.ts';
import { list, str } from '../emulators/slack/json.ts';
import { cloneTemplate } from '../support/database.ts';
import { type Bot, slackEnv, startBot } from './bot.ts';

const dataDir = await cloneTemplate();
const slack = await startSlack();
const boss = slack.person('Sếp', { email: 'boss@example.com' });
const env = { ...slackEnv(slack), DATA_DIR: dataDir, ADMIN_EMAILS: 'boss@example.com' };
let bot: Bot;

async function start() {
  bot = await startBot(env);
  slack.useHttp(`${bot.url}/slack/events`);
}

async function inDatabase<T>(work: (db: PrismaClient) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir });
  try {
    return await work(database.prisma);
  } finally {
    await database.close();
  }
}

beforeAll(async () => {
  await inDatabase((db) =>
    db.company.create({ data: { name: 'Sao Mai', folded: 'sao mai', createdAt: new Date() } }),
  );
  await start();
}, 60_000);
afterAll(async () => {
  await bot.end('SIGKILL');
  await slack.stop();
  await rm(dataDir, { recursive: true });
});

const bodies = () => slack.messages(boss.im).map(({ body }) => body);
const files = () => bodies().flatMap((body) => list(body.files));
const cards = () => bodies().filter((body) => !body.files);

it.each<[string, string, Fault['kind']]>([
  ['has taken the file and the bot has not heard of it', 'files.completeUploadExternal', 'hangs_after'],
  ['has not been told to share it', 'files.completeUploadExternal', 'hangs_before'],
  ['has its bytes and nothing more', 'upload', 'hangs_after'],
  ['has shared it and not shown the card yet', 'response_url', 'hangs_before'],
])(
  'killed when Slack %s, the bot sends a file once and says so',
  async (_, method, kind) => {
    const [filesBefore, cardsBefore] = [files().length, cards().length];
    slack.faults.add(method, { kind } as Fault);
    await boss.slash('/export', 'companies');
    await slack.store.until(() => slack.faults.isSpent(method), 'the moment to kill it', 30_000);
    // What it does before its answer is lost is done when the next request is there.
    if (kind === 'hangs_after' && method !== 'upload')
      await slack.store.until(() => files().length > filesBefore, 'the file', 30_000);
    expect(await bot.end('SIGKILL'), bot.said.join('\n')).toBe(null);
    await start();
    await slack.store.until(() => cards().length > cardsBefore, 'the card', 60_000);
    await vi.waitFor(
      async () => expect(await inDatabase((db) => db.seenEvent.count({ where: { doneAt: null } }))).toBe(0),
      { timeout: 30_000, interval: 200 },
    );
    const [sent, ...more] = files().slice(filesBefore);
    expect(more).toEqual([]);
    expect(slack.store.files.get(str(sent?.id))?.bytes?.toString()).toContain('Sao Mai');
    expect(cards().slice(cardsBefore).map(shown).join()).toMatch(
      /I have sent you companies-[\d-]+\.csv in our/,
    );
    expect(slack.violations).toEqual([]);
  },
  180_000,
);

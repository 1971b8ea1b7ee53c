import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { type SlackEmulator, startSlack } from '../emulators/slack/index.ts';
import type { Person } from '../emulators/slack/person.ts';
import { cloneTemplate } from '../support/database.ts';
import { type Bot, launch, slackEnv, startBot } from './bot.ts';

/** How often the process is killed; more when asked for: `TEST_KILLS=50 npx vitest run test/app/killed`. */
const kills = Number(process.env.TEST_KILLS ?? 4);
const perLife = 4;

const dataDir = await cloneTemplate();
const slack = await startSlack();
afterAll(async () => {
  await slack.stop();
  await rm(dataDir, { recursive: true });
});

/** The database, as its owner or as a guest of the bot that runs it. */
async function inDatabase<T>(work: (db: PrismaClient) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir });
  try {
    return await work(database.prisma);
  } finally {
    await database.close();
  }
}

/** Digests that fell due half an hour ago, in channels of their own. */
function owe(db: PrismaClient, channels: readonly string[]) {
  const due = new Date(Date.now() - 30 * 60_000);
  const createdAt = new Date(Date.now() - 2 * 86_400_000);
  const minute = due.getUTCHours() * 60 + due.getUTCMinutes();
  return db.subscription.createMany({
    data: channels.map((channel) => ({
      ...{ digest: 'pipeline', platform: 'slack', channel, minute, timezone: 'UTC', createdAt },
      days: 'DAILY' as const,
    })),
  });
}

/** What was acknowledged and is still to be done. */
const unfinished = (db: PrismaClient) => db.seenEvent.count({ where: { doneAt: null } });

/** What was asked for; whether it was acknowledged. */
const asked = new Map<string, boolean>();

/** Opens deals one after another until the bot does not answer any more; some by a line in direct messages. */
async function work(person: Person, bot: Bot) {
  await bot.ready.catch(() => {});
  for (let i = 0; i < 12; i++) {
    const title = `Deal ${String(asked.size + 1).padStart(4, '0')}`;
    asked.set(title, false);
    if (i % 4 === 3) {
      person.say(`deal add "${title}" 5tr`);
      continue;
    }
    const { ok } = await person.slash('/deal', `add "${title}" 5tr`);
    if (!ok) return;
    asked.set(title, true);
  }
}

/** Everything Slack has seen of the bot. */
const steps = ({ calls, store }: SlackEmulator) => calls.length + store.messages.length;

const digests = ({ store }: SlackEmulator) =>
  store.messages.filter(({ channel }) => store.channels.get(channel)?.kind === 'channel').length;

it(`killed ${kills} times, loses nothing that it acknowledged and says and does nothing twice`, async () => {
  const boss = slack.person('Sếp', { email: 'boss@example.com' });
  const people = [boss, slack.person('An', { email: 'an@example.com' })];
  const env = { ...slackEnv(slack), DATA_DIR: dataDir, ADMIN_EMAILS: 'boss@example.com,an@example.com' };
  const channels = Array.from({ length: perLife * (kills + 1) }, (_, i) => slack.channel(`sales-${i}`));
  await inDatabase(async (db) => {
    await ensurePipeline(db);
    // Something for a digest to tell of.
    const at = new Date(Date.now() - 3 * 86_400_000);
    const first = { title: 'First', folded: 'first', amount: 1_000_000, currency: 'VND', createdAt: at };
    await db.deal.create({ data: { ...first, pipelineId: 1, events: { create: { stageId: 1, at } } } });
    await owe(db, channels.splice(0, perLife));
  });
  slack.duplicates = 'same_id';

  for (let life = 0; life < kills; life++) {
    const bot = await launch(env);
    slack.useHttp(`${bot.url}/slack/events`);
    const working = Promise.all(people.map((person) => work(person, bot)));
    // Due at the next start. It may be cut off by the death of the bot; what was written counts.
    const owing = inDatabase((db) => owe(db, channels.splice(0, perLife))).catch(() => {});
    // Every second death is in the middle of a digest: it has arrived, and the bot may not have heard of it.
    const [told, last] = [digests(slack), steps(slack) + 1 + Math.floor(Math.random() * 60)];
    const isTime = life % 2 ? () => digests(slack) > told : () => steps(slack) >= last;
    const enough = slack.store.until(isTime, 'the moment to kill it', 60_000);
    await (life % 2 ? enough : Promise.race([enough, working]).then(() => pause(Math.random() * 20)));
    expect(await bot.end('SIGKILL'), bot.said.join('\n')).toBe(null);
    await Promise.all([working, owing]);
    enough.catch(() => {});
    await slack.idle();
  }

  // As if the minutes had passed after which a courier or a recovery that was cut off is followed by another.
  const subscribed = await inDatabase(async (db) => {
    await db.delivery.updateMany({ data: { dueAt: new Date() } });
    await db.jobRun.deleteMany({ where: { job: 'recover' } });
    return db.subscription.findMany();
  });
  const bot = await startBot(env);
  slack.useHttp(`${bot.url}/slack/events`);
  const acknowledged = [...asked].filter(([, isAcknowledged]) => isAcknowledged).map(([title]) => title);
  await slack.store.until(
    () => subscribed.every(({ channel }) => slack.messages(channel).length > 0),
    'every digest',
    60_000,
  );
  await vi.waitFor(async () => expect(await inDatabase(unfinished)).toBe(0), {
    timeout: 60_000,
    interval: 200,
  });
  expect(await bot.end('SIGTERM'), bot.said.join('\n')).toBe(0);

  for (const { channel } of subscribed) expect(slack.messages(channel), channel).toHaveLength(1);
  expect(subscribed.length).toBeGreaterThan(perLife);
  const deals = await inDatabase((db) => db.deal.findMany({ select: { id: true, title: true } }));
  const made = deals.map(({ title }) => title);
  expect(
    made.filter((title, i) => made.indexOf(title) !== i),
    'done twice',
  ).toEqual([]);
  expect(
    acknowledged.filter((title) => !made.includes(title)),
    'lost',
  ).toEqual([]);
  // What was done before a death is answered after it by its number.
  const answers = JSON.stringify(slack.store.messages.filter((message) => message.bot));
  const isAnswered = ({ id, title }: (typeof deals)[number]) =>
    answers.includes(title) || new RegExp(`\\bD-${id}\\b`).test(answers);
  const unanswered = deals.filter((deal) => acknowledged.includes(deal.title) && !isAnswered(deal));
  expect(unanswered, 'not answered').toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(kills);
  expect(slack.violations).toEqual([]);
}, 240_000);

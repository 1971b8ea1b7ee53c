import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { startSlack } from '../emulators/slack/index.ts';
import { cloneTemplate } from '../support/database.ts';
import { slackEnv, startBot, statusOf } from './bot.ts';

const dataDir = await cloneTemplate();
const slack = await startSlack();
afterAll(async () => {
  await slack.stop();
  await rm(dataDir, { recursive: true });
});

it('told to stop with commands under way, answers all it has acknowledged and ends within seconds', async () => {
  const boss = slack.person('Sếp', { email: 'boss@example.com' });
  const bot = await startBot({ ...slackEnv(slack), DATA_DIR: dataDir, ADMIN_EMAILS: 'boss@example.com' });
  slack.useHttp(`${bot.url}/slack/events`);
  await boss.slash('/me');
  await slack.until(() => slack.messages(boss.im).length === 1, 'a first answer');

  const asked = Array.from({ length: 24 }, (_, i) => boss.slash('/deal', `add "Deal ${i}" 5tr`));
  await Promise.race(asked);
  const begin = performance.now();
  const code = await bot.end('SIGTERM');
  const took = performance.now() - begin;
  const acknowledged = (await Promise.all(asked)).filter(({ ok }) => ok);

  expect(code, bot.said.join('\n')).toBe(0);
  expect(took).toBeLessThan(10_000);
  const answers = slack.store.messages.filter(({ body }) => JSON.stringify(body).includes('Deal '));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(answers).toHaveLength(acknowledged.length);
  expect(await statusOf(`${bot.url}/healthz`)).toBe(0);
  expect(slack.violations).toEqual([]);
}, 60_000);

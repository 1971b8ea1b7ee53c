import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { startSlack } from '../emulators/slack/index.ts';
import { cloneTemplate } from '../support/database.ts';
import { finished, run, slackEnv, startBot } from './bot.ts';

const dataDir = await cloneTemplate();
const slack = await startSlack();
afterAll(async () => {
  await slack.stop();
  await rm(dataDir, { recursive: true });
});

const crm = (...args: string[]) => finished(run('crm', { DATA_DIR: dataDir, DEFAULT_LOCALE: 'en' }, args));

const keep = (script: string, dir: string) =>
  finished(run(script, { DATA_DIR: dir, DEFAULT_LOCALE: 'en' }, [`${dataDir}/chot.gz`]));

it('the terminal works on the same records while the bot runs and while it does not, and refuses with 1', async () => {
  const alone = await crm('--json', 'deal', 'add', 'Kho lạnh', '1,2 tỷ');
  expect(alone, alone.err).toMatchObject({ code: 0, err: '' });

  const boss = slack.person('Sếp', { email: 'boss@example.com' });
  const bot = await startBot({ ...slackEnv(slack), DATA_DIR: dataDir, ADMIN_EMAILS: 'boss@example.com' });
  slack.useHttp(`${bot.url}/slack/events`);
  const beside = await crm('--json', 'deal', 'add', 'Xe tải', '500tr');
  expect(beside, beside.err).toMatchObject({ code: 0, err: '' });
  await boss.slash('/deal', 'list');
  const listed = await slack.until(() => slack.messages(boss.im)[0], 'the list');
  expect(JSON.stringify(listed.body)).toMatch(/Kho lạnh.*Xe tải|Xe tải.*Kho lạnh/);
  expect(await keep('backup', dataDir)).toMatchObject({ code: 0, out: expect.stringMatching(/rows are in/) });
  expect(await keep('restore', dataDir)).toMatchObject({ code: 1, err: expect.stringMatching(/using this/) });
  expect(await bot.end('SIGTERM'), bot.said.join('\n')).toBe(0);

  const after = await crm('--json', 'deal', 'show', 'xe tai');
  expect(after, after.err).toMatchObject({ code: 0 });
  expect(JSON.parse(after.out).card.title).toEqual(JSON.parse(beside.out).card.title);
  const refused = await crm('deal', 'show', 'Umbrella');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('Umbrella');
}, 60_000);

it('a backup and its restoring are commands of the terminal, with its exit codes', async () => {
  expect(await keep('backup', dataDir)).toMatchObject({
    code: 0,
    out: expect.stringContaining('rows are in'),
  });
  expect(await keep('restore', dataDir)).toMatchObject({ code: 1, out: '' });
  expect(await keep('restore', `${dataDir}/new`)).toMatchObject({ code: 0 });
}, 120_000);

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shown } from '../emulators/slack/index.ts';
import type { Person } from '../emulators/slack/person.ts';
import { type Bot, startBot } from './bot.ts';

describe('when Slack has a bad day', () => {
  let bot: Bot;
  let lan: Person;
  let sales: string;

  beforeEach(async () => {
    bot = await startBot();
    lan = bot.slack.person('Lan');
    sales = bot.slack.channel('sales');
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
    expect(bot.company.faults).toEqual([]);
  });

  it.each([
    { kind: 'rate_limited', retryAfter: 0.01 },
    { kind: 'status', status: 503 },
    { kind: 'dies_before' },
  ] as const)('an answer that is met with $kind is given again', async (fault) => {
    bot.slack.faults.add('response_url', fault);
    await lan.slash('/deal', 'add X 5tr', sales);
    expect(shown((await bot.slack.until(() => bot.slack.messages(sales)[0])).body)).toContain('D-2 X');
    expect(bot.company.deals).toHaveLength(2);
  });

  it('an answer whose receipt is lost is given at most twice, and what it tells of is done once', async () => {
    bot.slack.faults.add('response_url', { kind: 'dies_after' });
    await lan.slash('/deal', 'add X 5tr', sales);
    await bot.slack.until(() => bot.slack.messages(sales).length === 2);
    await bot.platform.stop();
    expect(bot.slack.messages(sales)).toHaveLength(2);
    expect(bot.company.deals).toHaveLength(2);
  });

  it.each([
    { kind: 'rate_limited', retryAfter: 1 },
    { kind: 'status', status: 500 },
    { kind: 'dies_before' },
    { kind: 'error', error: 'expired_trigger_id' },
  ] as const)(
    'a form that cannot be opened ($kind) is offered with a button, with what was said',
    async (fault) => {
      bot.slack.faults.add('views.open', fault);
      await lan.slash('/deal', 'add "Acme renewal"', sales);
      const offer = await bot.slack.until(() => lan.privately[0]);
      await lan.click(offer, 'Open the form');
      await bot.slack.until(() => lan.modal);
      await lan.submit({ 'amount~0': '5tr' });
      await bot.slack.until(() => bot.company.deals[1]?.title === 'Acme renewal');
    },
  );

  it('a form that could not be filled in further is still a form', async () => {
    bot.slack.faults.add('views.update', { kind: 'error', error: 'hash_conflict' });
    await lan.slash('/deal', 'edit D-1', sales);
    await bot.slack.until(() => lan.modal);
    await bot.slack.until(() => bot.slack.calls.some(({ method }) => method === 'users.info'));
    await lan.submit({ 'title~0': 'New name' });
    await bot.slack.until(() => bot.company.deals[0]?.title === 'New name');
  });

  it('a person whom Slack does not name just now is asked to try again, and nothing is done', async () => {
    bot.slack.faults.add('users.info', { kind: 'status', status: 503 });
    await lan.slash('/deal', 'add X 5tr', sales);
    const answer = await bot.slack.until(() => lan.privately[0]);
    expect(shown(answer.body)).toContain('Please try again');
    await lan.slash('/deal', 'add X 5tr', sales);
    await bot.slack.until(() => bot.company.deals[1]);
    expect(bot.company.deals).toHaveLength(2);
  });

  it('blocks that Slack does not take are replaced by their words', async () => {
    bot.slack.faults.add('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    lan.say('deal show D-1');
    const answer = await bot.slack.until(() => bot.slack.messages(lan.im).find((m) => m.bot));
    expect(shown(answer.body)).toContain('D-1 Gia hạn');
  });
});

describe('when the socket is cut', () => {
  it('the bot comes back by itself, outlives a refusal, and can be stopped while it is away', {
    timeout: 30_000,
  }, async () => {
    const bot = await startBot('socket');
    const lan = bot.slack.person('Lan');
    // The first attempt to come back is refused, the second is not.
    bot.slack.faults.add('apps.connections.open', { kind: 'status', status: 503 });
    bot.slack.dropSockets();
    await bot.slack.until(() => bot.slack.connections === 0);
    await bot.slack.until(() => bot.slack.connections === 1);
    lan.say('deal show D-1');
    await bot.slack.until(() => bot.slack.messages(lan.im).find((m) => m.bot));
    // Bolt leaves this one as an unhandled rejection, which would end the process (and this test).
    bot.slack.faults.add('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    bot.slack.dropSockets();
    await bot.slack.until(() => bot.slack.connections === 0);
    await bot.slack.until(() => bot.slack.faults.isSpent('apps.connections.open'));
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
  });
});

describe('a start that cannot work', () => {
  it.each([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-old' }],
    ['SLACK_APP_TOKEN', { via: { appToken: 'xapp-old' } }],
  ])('says in one sentence to check %s', async (variable, options) => {
    await expect(startBot('socket', options)).rejects.toThrow(
      new RegExp(`^Slack cannot be reached: .*invalid_auth.*; check ${variable}$`),
    );
  });

  it('says so when Slack is not there', async () => {
    await expect(startBot('http', { apiUrl: 'http://127.0.0.1:9/api/' })).rejects.toThrow(/SLACK_API_URL/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shown } from '../emulators/slack/index.ts';
import type { Person } from '../emulators/slack/person.ts';
import { type Bot, startBot } from './bot.ts';

describe('what Slack was told is done, once', () => {
  let bot: Bot;
  let lan: Person;
  let sales: string;

  const start = async (via: 'http' | 'socket') => {
    bot = await startBot(via);
    lan = bot.slack.person('Lan');
    sales = bot.slack.channel('sales');
  };
  afterEach(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
  });

  for (const via of ['http', 'socket'] as const) {
    describe(`over ${via}`, () => {
      beforeEach(() => start(via));

      it.each(['same_id', 'other_id'] as const)(
        'a message that is told twice with %s is done once',
        async (how) => {
          bot.slack.duplicates = how;
          lan.say('deal add X 5tr');
          lan.mention('deal add Y 5tr', sales);
          lan.say('nonsense');
          await bot.slack.idle();
          await bot.slack.until(
            () => bot.company.deals.length === 3 && bot.slack.messages(lan.im).length === 4,
          );
          await bot.platform.stop();
          expect(bot.company.stored).toHaveLength(2);
          expect(bot.slack.messages(lan.im).filter((m) => m.bot)).toHaveLength(2);
          expect(bot.slack.messages(sales).filter((m) => m.bot)).toHaveLength(1);
        },
      );

      it('an event is acknowledged only after it was stored', async () => {
        bot.company.down = 1;
        bot.slack.retryAfter = [0];
        lan.say('deal add X 5tr');
        await bot.slack.until(() => bot.company.deals[1]);
        await bot.slack.idle();
        expect(bot.company.stored).toHaveLength(1);
        expect(bot.company.down).toBeLessThan(0);
        bot.slack.violations.length = 0;
      });

      it('a command is acknowledged before it is done, and after it was stored', async () => {
        let open = () => {};
        bot.company.gate = new Promise<void>((resolve) => {
          open = resolve;
        });
        expect((await lan.slash('/deal', 'add X 5tr', sales)).ok).toBe(true);
        expect(bot.company.stored).toHaveLength(1);
        expect(bot.company.deals).toHaveLength(1);
        open();
        await bot.slack.until(() => bot.slack.messages(sales)[0]);
      });

      it('a stop waits for what is under way', async () => {
        let open = () => {};
        bot.company.gate = new Promise<void>((resolve) => {
          open = resolve;
        });
        await lan.slash('/deal', 'add X 5tr', sales);
        const stopped = bot.platform.stop();
        open();
        await stopped;
        expect(shown(bot.slack.messages(sales)[0]?.body ?? {})).toContain('D-2 X');
      });
    });
  }

  it('a command that cannot be stored is not acknowledged', async () => {
    await start('http');
    bot.company.down = 1;
    expect((await lan.slash('/deal', 'add X 5tr', sales)).ok).toBe(false);
    expect(bot.company.ran).toEqual([]);
    bot.slack.violations.length = 0;
  });

  it('a form that takes long is closed, and answered when it is done', async () => {
    await start('http');
    let open = () => {};
    bot.company.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await lan.slash('/deal', 'add X', sales);
    await bot.slack.until(() => lan.modal);
    expect((await lan.submit({ 'amount~0': '5tr' })).ok).toBe(true);
    expect(lan.modal).toBeUndefined();
    open();
    await bot.slack.until(() => bot.slack.messages(sales)[0]);
  });

  it('an invocation taken up again after a restart is answered where it was asked, also when its address is old', async () => {
    await start('http');
    await lan.slash('/deal', 'show D-1', sales);
    await lan.slash('/me', '', sales);
    await bot.slack.until(() => bot.slack.messages(sales).length === 1 && lan.privately.length === 1);
    bot.slack.expireResponseUrls();
    for (const invocation of JSON.parse(JSON.stringify(bot.company.stored))) {
      await bot.platform.answer(invocation, await bot.company.chat.handle(invocation));
    }
    expect(bot.slack.messages(sales)).toHaveLength(2);
    expect(lan.privately).toHaveLength(2);
  });

  it('an answer that cannot be shown in the channel reaches the person', async () => {
    await start('http');
    const elsewhere = bot.slack.channel('elsewhere', { member: false });
    await lan.slash('/deal', 'show D-1', elsewhere);
    await bot.slack.until(() => bot.slack.messages(elsewhere)[0]);
    bot.slack.expireResponseUrls();
    const [invocation] = bot.company.stored;
    if (!invocation) throw new Error('nothing was stored');
    await bot.platform.answer(invocation, await bot.company.chat.handle(invocation));
    expect(bot.slack.messages(lan.im)).toHaveLength(1);
  });
});

describe('a request on the way to the bot', () => {
  it('that is no POST is told so', async () => {
    const bot = await startBot();
    expect((await fetch(bot.url)).status).toBe(405);
    await bot.stop();
  });

  it.each([
    ['a wrong signature', { secret: 'guess' }],
    ['a time stamp of more than five minutes ago', { skew: -301 }],
    ['a time stamp of more than five minutes from now', { skew: 310 }],
  ])('is refused with 401 for %s', async (_what, forgery) => {
    const bot = await startBot();
    const lan = bot.slack.person('Lan');
    expect((await lan.slash('/deal', 'add X 5tr', lan.im, forgery)).status).toBe(401);
    expect((await lan.slash('/deal', 'add X 5tr', lan.im, { skew: 290 })).status).toBe(200);
    await bot.slack.until(() => bot.company.deals[1]);
    await bot.stop();
    expect(bot.company.ran).toHaveLength(1);
  });
});

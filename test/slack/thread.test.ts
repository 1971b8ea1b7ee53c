import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { type Message, shown } from '../emulators/slack/index.ts';
import { json, list, str } from '../emulators/slack/json.ts';
import type { Person } from '../emulators/slack/person.ts';
import { type Bot, startBot } from './bot.ts';

describe('the thread of a record’s card on Slack', () => {
  let bot: Bot;
  let lan: Person;
  let sales: string;

  beforeEach(async () => {
    bot = await startBot();
    bot.company.deals.push({ id: 2, title: 'Kho', company: 'Bình Minh', amount: '5000000', stage: 'new' });
    lan = bot.slack.person('Lan');
    sales = bot.slack.channel('sales');
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
    expect(bot.company.faults).toEqual([]);
  });

  const ours = (channel: string) => bot.slack.messages(channel).filter((message) => message.bot);
  const latest = (channel: string, count: number) =>
    bot.slack.until(() => ours(channel).length === count && ours(channel).at(-1), `message ${count}`);
  const told = (count = 1) =>
    bot.slack.until(() => lan.privately.length === count && lan.privately.at(-1), `private message ${count}`);
  const asked = () => bot.slack.calls.filter(({ method }) => method === 'conversations.replies');
  /** The card of D-2 for everybody. */
  async function posted(channel = sales): Promise<Message> {
    await lan.slash('/deal', 'show D-2', channel);
    return latest(channel, 1);
  }
  async function sent(card: Card): Promise<Message> {
    await bot.platform.send({ key: 'k', destination: sales, card, locale: 'vi' });
    return latest(sales, 1);
  }

  it('gives a mention its record, and the answer stands in the thread', async () => {
    const card = await posted();
    lan.mention('move working', sales, card.ts);
    const moved = await latest(sales, 2);
    expect(moved.threadTs).toBe(card.ts);
    expect(bot.company.deals.map(({ stage }) => stage)).toEqual(['new', 'working']);
    expect(asked()[0]?.args).toMatchObject({ channel: sales, ts: card.ts, limit: '1' });
  });

  it('in Vietnamese too, and Slack is asked once for it', async () => {
    bot.company.locales.set(lan.id, 'vi');
    const card = await posted();
    for (const [at, line] of ['ghi chú "đã gọi, hẹn thứ 6"', 'chuyển working', 'xem'].entries()) {
      lan.mention(line, sales, card.ts);
      await bot.slack.until(() => bot.company.ran.length === at + 2);
    }
    await bot.slack.idle();
    expect(bot.company.ran.map(({ command }) => command)).toEqual([
      'deal.show',
      'log.note',
      'deal.move',
      'deal.show',
    ]);
    expect(bot.company.notes).toEqual(['đã gọi, hẹn thứ 6']);
    expect(asked()).toHaveLength(1);
  });

  it('in direct messages with the bot', async () => {
    const card = await posted(lan.im);
    lan.say('move working', lan.im, card.ts);
    expect((await latest(lan.im, 2)).threadTs).toBe(card.ts);
    expect(bot.company.deals[1]?.stage).toBe('working');
  });

  it('also where it hangs from the mention that asked for the card, until there are cards of two records', async () => {
    const { ts } = lan.mention('deal show D-2', sales);
    expect((await latest(sales, 1)).threadTs).toBe(ts);
    lan.mention('move working', sales, ts);
    await latest(sales, 2);
    expect(bot.company.deals.map(({ stage }) => stage)).toEqual(['new', 'working']);
    lan.mention('deal show D-1', sales, ts);
    await latest(sales, 3);
    lan.mention('move new', sales, ts);
    await told();
    expect(bot.company.deals.map(({ stage }) => stage)).toEqual(['new', 'working']);
  });

  it('prefills the form of a line that is not complete', async () => {
    const card = await posted();
    lan.mention('edit', sales, card.ts);
    const offered = await told();
    expect(offered.threadTs).toBe(card.ts);
    await lan.click(offered, 'Open the form');
    const modal = await bot.slack.until(() => lan.modal);
    const block = json(list(modal.body.blocks).find((each) => str(each.block_id).startsWith('deal')));
    expect(json(json(block.element).initial_option).value).toBe('D-2');
    await lan.submit({ [str(list(modal.body.blocks).at(-1)?.block_id)]: 'x' });
    expect((await told(2)).threadTs).toBe(card.ts);
  });

  it('yields to a record that the line names', async () => {
    const card = await posted();
    lan.mention('move D-1 working', sales, card.ts);
    await latest(sales, 2);
    expect(bot.company.deals.map(({ stage }) => stage)).toEqual(['working', 'new']);
  });

  it('that is gone meanwhile is told privately, and nothing is changed', async () => {
    const card = await posted();
    bot.company.deals.pop();
    lan.mention('move working', sales, card.ts);
    expect(shown((await told()).body)).toContain('I found nothing for “D-2”');
    expect(bot.company.deals).toMatchObject([{ stage: 'new' }]);
  });

  describe('is no record’s', () => {
    const refused = async (root: Message) => {
      lan.mention('move working', sales, root.ts);
      await told();
      expect(bot.company.deals.map(({ stage }) => stage)).toEqual(['new', 'new']);
    };

    it('where the card lists several', async () => {
      const show = (deal: string) => ({ label: deal, command: 'deal.show', wire: { deal } });
      await refused(
        await sent({ title: ['Two'], blocks: [{ kind: 'actions', actions: [show('D-1'), show('D-2')] }] }),
      );
    });

    it('where it hangs from what somebody else wrote, whatever buttons that has', async () => {
      const card = await posted();
      const forged = lan.say('look', sales);
      forged.body = card.body;
      await refused(forged);
    });

    it('where the card was deleted', async () => {
      const card = await posted();
      bot.slack.store.messages.splice(bot.slack.store.messages.indexOf(card), 1);
      await refused(card);
    });

    it('where Slack does not say, or not soon', async () => {
      const card = await posted();
      bot.slack.faults.add('conversations.replies', { kind: 'error', error: 'internal_error' });
      await refused(card);
      bot.slack.faults.add('conversations.replies', { kind: 'hangs_after' });
      lan.mention('move working', sales, card.ts);
      await told(2);
      lan.mention('move working', sales, card.ts);
      await told(3);
      expect(bot.slack.faults.isSpent('conversations.replies')).toBe(true);
    });
  });

  describe('«Log on a deal»', () => {
    const values = async () => {
      const modal = await bot.slack.until(() => lan.modal);
      return list(modal.body.blocks).flatMap((block) => {
        const element = json(block.element);
        const said = element.initial_value ?? json(element.initial_option).value;
        return said ? [said] : [];
      });
    };

    it('on a card means its record', async () => {
      await lan.shortcut('log_on_deal', await posted());
      expect(await values()).toEqual(['D-2']);
      await lan.submit({ [str(list(lan.modal?.body.blocks).at(-1)?.block_id)]: 'đã gọi' });
      await told();
      expect(bot.company.notes).toEqual(['đã gọi']);
    });

    it('on a message in its thread means the record, and holds the text', async () => {
      const card = await posted();
      await lan.shortcut('log_on_deal', lan.say('Khách đồng ý', sales, card.ts));
      expect(await values()).toEqual(['D-2', 'Khách đồng ý']);
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shown } from '../emulators/slack/index.ts';
import { type Json, json, list, str } from '../emulators/slack/json.ts';
import type { Person } from '../emulators/slack/person.ts';
import { type Bot, startBot } from './bot.ts';

for (const via of ['http', 'socket'] as const) {
  describe(`asking the bot on Slack over ${via}`, () => {
    let bot: Bot;
    let lan: Person;
    let sales: string;

    beforeEach(async () => {
      bot = await startBot(via);
      lan = bot.slack.person('Lan');
      sales = bot.slack.channel('sales');
    });
    afterEach(async () => {
      await bot.stop();
      expect(bot.slack.violations).toEqual([]);
      expect(bot.company.faults).toEqual([]);
    });

    const first = (channel: string) => bot.slack.until(() => bot.slack.messages(channel).find((m) => m.bot));
    const alone = () => bot.slack.until(() => lan.privately[0]);

    it('a complete line runs, and its card is for everybody in the channel', async () => {
      expect((await lan.slash('/deal', 'add "Acme renewal" 1,2 tỷ company:Acme', sales)).ok).toBe(true);
      const card = await first(sales);
      expect(shown(card.body)).toContain('D-2 Acme renewal');
      expect(bot.company.deals[1]).toMatchObject({ amount: '1200000000', company: 'Acme' });
      expect(bot.company.stored).toHaveLength(1);
    });

    it('/crm reaches everything', async () => {
      await lan.slash('/crm', 'deal show D-1', sales);
      expect(shown((await first(sales)).body)).toContain('D-1 Gia hạn');
    });

    it('a private answer is seen by the person alone, in the channel and in a conversation of two people', async () => {
      const theirs = bot.slack.channel('lan-and-minh', { kind: 'im', id: 'D0LANMINH' });
      for (const channel of [sales, theirs]) {
        await lan.slash('/me', '', channel);
        await bot.slack.until(() => lan.privately.find((m) => m.channel === channel));
        expect(bot.slack.messages(channel)).toEqual([]);
      }
    });

    it('in direct messages with the bot the answer stays in the conversation', async () => {
      await lan.slash('/me');
      expect(shown((await first(lan.im)).body)).toContain('My work');
    });

    it('a mistake is told privately, with the nearest command, and nothing is stored', async () => {
      await lan.slash('/crm', 'pipelin', sales);
      expect(shown((await alone()).body)).toMatch(/Did you mean “pipeline”/);
      expect(bot.company.stored).toEqual([]);
    });

    it('a mistyped subcommand gets the nearest, and pressing that does what was typed', async () => {
      await lan.slash('/deal', 'mvoe D-1 working', sales);
      const told = await alone();
      expect(shown(told.body)).toMatch(/Did you mean “deal move”/);
      await lan.click(told, 'deal move D-1 working');
      await bot.slack.until(() => bot.company.deals[0]?.stage === 'working');
    });

    it('a bare command opens its form, and sending it does it', async () => {
      await lan.slash('/deal', 'add', sales);
      await bot.slack.until(() => lan.modal);
      await lan.submit({
        'title~0': 'Gia hạn 2',
        'amount~0': '500tr',
        'company~0': 'Bình',
        'stage~0': 'Working',
      });
      expect(lan.modal).toBeUndefined();
      expect(shown((await first(sales)).body)).toContain('D-2 Gia hạn 2');
      expect(bot.company.deals[1]).toMatchObject({
        amount: '500000000',
        company: 'Bình Minh',
        stage: 'working',
      });
    });

    it('an incomplete or mistyped line opens the form with what was understood, and says what was not', async () => {
      await lan.slash('/deal', 'add "Acme renewal" nhiều company:Acme', sales);
      const modal = await bot.slack.until(() => lan.modal);
      const block = (name: string) =>
        json(list(modal.body.blocks).find((b) => str(b.block_id).startsWith(name)));
      expect(json(block('title').element).initial_value).toBe('Acme renewal');
      expect(json(block('amount').element).initial_value).toBe('nhiều');
      expect(str(json(block('amount').hint).text)).toMatch(/⚠️/);
      expect(json(json(block('company').element).initial_option).value).toBe('Acme');
    });

    it('a form that nothing can come of says so in its place, and to the person alone', async () => {
      (bot.company.deals[0] as { stage: string }).stage = 'won';
      await lan.slash('/deal', 'edit D-1', sales);
      const told = await alone();
      expect(shown(told.body)).toContain('This deal is open');
      expect(lan.modal?.body.submit).toBeUndefined();
      expect(JSON.stringify(lan.modal?.body.blocks)).toContain('This deal is open');
      expect(bot.company.stored).toEqual([]);
    });

    it('mistakes in a form stand under their fields, nothing is changed, and it can be sent again', async () => {
      await lan.slash('/deal', 'add', sales);
      const modal = await bot.slack.until(() => lan.modal);
      await lan.submit({ 'title~0': 'X', 'amount~0': 'a lot' });
      expect(Object.keys(modal.errors)).toEqual(['amount~0']);
      await lan.submit({ 'title~0': '   ', 'amount~0': '5tr' });
      expect(modal.errors['title~0']).toBe('Please fill this in.');
      expect(bot.company.stored).toEqual([]);
      await lan.submit({ 'title~0': 'X', 'amount~0': '5tr' });
      expect(lan.modal).toBeUndefined();
      await first(sales);
      expect(bot.company.deals).toHaveLength(2);
    });

    it('what only the records can tell stands under its field too: a name that fits none or several', async () => {
      await lan.slash('/deal', 'add X 5tr company:Nobody', sales);
      expect(shown((await alone()).body)).toContain('I found nothing for “Nobody”');
      await lan.click(await alone(), 'Fix it');
      const modal = await bot.slack.until(() => lan.modal);
      await lan.submit();
      expect(Object.values(modal.errors).join()).toContain('I found nothing for “Nobody”');
      await lan.submit({ [Object.keys(modal.errors)[0] as string]: 'Bình' });
      await bot.slack.until(() => bot.company.deals[1]);
      expect(bot.company.deals[1]).toMatchObject({ title: 'X', company: 'Bình Minh' });
    });

    it('a form whose answer is refused stays open with the sentence, so that nothing typed is lost', async () => {
      await lan.slash('/deal', 'add closed', sales);
      const modal = await bot.slack.until(() => lan.modal);
      await lan.submit({ 'amount~0': '5tr' });
      expect(Object.values(modal.errors)).toEqual([expect.stringContaining('Your role does not allow this')]);
      await lan.submit({ 'title~0': 'open' });
      await first(sales);
    });

    it('asked «which one?», pressing an answer goes on', async () => {
      await lan.slash('/deal', 'add X 5tr company:acme', sales);
      await lan.click(await alone(), 'Acme Hà Nội');
      expect(shown((await first(sales)).body)).toContain('Acme Hà Nội');
      expect(bot.company.deals).toHaveLength(2);
    });

    it('a type-ahead list finds as the person types, also for an empty word', async () => {
      await lan.slash('/deal', 'add', sales);
      await bot.slack.until(() => lan.modal);
      const options = async (query: string) =>
        (await lan.suggest('company~0', query)).map((o: Json) => o.value);
      expect(await options('hà')).toEqual(['Acme Hà Nội']);
      expect(await options('')).toHaveLength(3);
    });

    it('the form of a change opens at once, then shows the present values; emptying one clears it', async () => {
      await lan.slash('/deal', 'edit D-1', sales);
      const modal = await bot.slack.until(() => lan.modal);
      await bot.slack.until(() => JSON.stringify(modal.body).includes('Gia hạn'));
      await lan.submit({ 'title~1': '' });
      await bot.slack.until(() => bot.company.deals[0]?.title === '');
    });

    it('a button edits its card in place for everybody, and another posts a new card', async () => {
      await lan.slash('/deal', 'show D-1', sales);
      const card = await first(sales);
      await lan.click(card, 'Work on it');
      await bot.slack.until(() => card.edited === 1);
      expect(shown(card.body)).toContain('working');
      await lan.click(card, 'Show');
      await bot.slack.until(() => bot.slack.messages(sales).length === 2);
    });

    it('a button with fields missing opens the form', async () => {
      await lan.slash('/deal', 'show D-1', sales);
      await lan.click(await first(sales), 'Log');
      await bot.slack.until(() => lan.modal);
      await lan.submit({ 'text~0': 'Called *them* & <all>' });
      expect(shown((await alone()).body)).toContain('Noted');
      expect(bot.company.notes).toEqual(['Called *them* & <all>']);
    });

    it('a message can be logged on a deal from its menu, in words and not in markup', async () => {
      const message = lan.say(
        'Khách <mailto:a@b.vn|a@b.vn> &amp; <https://acme.vn|acme.vn> đồng ý &lt;3',
        sales,
      );
      await lan.shortcut('log_on_deal', message);
      await bot.slack.until(() => lan.modal);
      await lan.submit({ 'deal~0': 'Gia hạn' });
      expect(shown((await alone()).body)).toContain('Noted');
      expect(bot.company.notes).toEqual(['Khách a@b.vn & acme.vn đồng ý <3']);
    });

    it('a mention is answered in its thread, privately where the answer is private', async () => {
      const asked = lan.mention('deal show D-1', sales);
      const card = await first(sales);
      expect(card.threadTs).toBe(asked.ts);
      lan.mention('me', sales);
      expect(shown((await alone()).body)).toContain('My work');
      lan.mention('', sales);
      await bot.slack.until(() => lan.privately.find((m) => shown(m.body).includes('Help')));
    });

    it('a direct message is a line, and where a form is needed a button opens it with what was said', async () => {
      lan.say('deal add "Acme renewal"');
      const offer = await first(lan.im);
      await lan.click(offer, 'Open the form');
      await bot.slack.until(() => lan.modal);
      await lan.submit({ 'amount~0': '5tr' });
      await bot.slack.until(() => bot.company.deals[1]);
      expect(bot.company.deals[1]?.title).toBe('Acme renewal');
      await bot.slack.idle();
      // Its own answers come back to it as events; it does not answer those.
      lan.say('help');
      await bot.slack.until(() => bot.slack.messages(lan.im).find((m) => m.body.text === 'Help'));
      await bot.slack.idle();
      expect(bot.company.stored.map((each) => each.command)).toEqual(['deal.add', 'crm.help']);
    });

    it('the App Home shows one’s own card, and a button there answers in direct messages and draws it anew', async () => {
      lan.openHome();
      const home = await bot.slack.until(() => lan.home);
      expect(JSON.stringify(home.body)).toContain('My work');
      const { hash } = home;
      await lan.clickIn(home, 'Work on it');
      expect(shown((await first(lan.im)).body)).toContain('working');
      await bot.slack.until(() => home.hash !== hash);
    });

    it('guests, strangers, bots and people of another workspace are no full members', async () => {
      const others = [
        bot.slack.person('Guest', { isRestricted: true }),
        bot.slack.person('Single', { isUltraRestricted: true }),
        bot.slack.person('Stranger', { isStranger: true }),
        bot.slack.person('Other', { teamId: 'T0OTHER' }),
        bot.slack.person('Robot', { isBot: true }),
      ];
      for (const person of others) {
        await person.slash('/deal', 'add X 5tr', sales);
        const answer = await bot.slack.until(() => person.privately[0]);
        expect(shown(answer.body)).toContain('no entry');
      }
      expect(bot.company.deals).toHaveLength(1);
      expect(bot.company.stored.map(({ person }) => person.full)).toEqual(others.map(() => false));
      expect(bot.company.stored[0]?.person).toMatchObject({ platform: 'slack', name: 'Guest' });
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Json } from '../emulators/discord/store.ts';
import { inputs, labels, openBot, startBot, wordsIn } from './bot.ts';

const { bot, an } = await openBot();

describe('a slash command', () => {
  it('is stored, acknowledged, done and answered in its channel', async () => {
    const asked = an.slash('deal add', { title: 'Acme', amount: '1,2 tỷ', company: 'C-2', page: 3 });
    expect((await asked.answered()).type).toBe(5);
    const message = await asked.message();
    expect(wordsIn(message)).toContain('done: deal.add');
    expect(message.ephemeralFor).toBeUndefined();
    expect(bot.ran[0]?.input).toMatchObject({ title: 'Acme', company: 'C-2', page: 3, stage: 'new' });
    const invocation = bot.stored.get(`discord:${asked.interaction.id}`);
    expect(invocation?.person).toMatchObject({
      platform: 'discord',
      name: 'An',
      full: true,
      administrator: false,
    });
    expect(invocation?.place).toEqual({ channel: bot.discord.channel.id, private: false });
  });

  it('is not acknowledged before it is stored', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startBot({
      chat: { ...bot.chat, accept: (i) => held.then(() => bot.chat.accept(i)) },
    });
    const binh = slow.discord.addPerson('Bình');
    const asked = binh.slash('pipeline');
    await slow.discord.until('the event', () => slow.discord.requests.length > 0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked.interaction.response).toBeUndefined();
    release();
    expect((await asked.answered()).type).toBe(5);
    await asked.message();
    await slow.stop();
  });

  it('whose answer is private is seen by its person only, from the first moment', async () => {
    const message = await an.slash('me').message();
    expect(message.ephemeralFor).toBe(an.user.id);
  });

  it('that is refused while it is worked on is told privately although its answer would have been public', async () => {
    const asked = an.slash('deal show', { deal: 'Nobody' });
    const told = await asked.followup();
    expect(told.ephemeralFor).toBe(an.user.id);
    expect(wordsIn(told)).toContain('Nobody');
    expect(bot.discord.store.messages.get(String(asked.interaction.original))?.deleted).toBe(true);
    expect(bot.ran).toEqual([]);
  });

  it('that Discord tells twice is done once', async () => {
    const asked = an.slash('pipeline', {}, { times: 2 });
    await asked.message();
    await an.slash('me').message();
    expect(bot.ran.map((r) => r.command)).toEqual(['pipeline', 'me']);
  });

  it('knows who is an administrator of the server', async () => {
    const boss = bot.discord.addPerson('Sếp', { admin: true });
    expect(wordsIn(await boss.slash('crm users').message())).toContain('done');
    expect(wordsIn(await an.slash('crm users').followup())).toContain('Your role does not allow this');
  });

  it('keeps a command and its sub-command of one name apart', async () => {
    await an.slash('kpi').message();
    await an.slash('kpi-how').message();
    expect(bot.ran.map((r) => r.command)).toEqual(['kpi', 'kpi.how']);
  });
});

describe('a form', () => {
  it('opens at once for a bare command, asks five questions at most, and keeps the rest of the line', async () => {
    const asked = an.slash('deal add', { title: 'Acme', close: '31/12' });
    const modal = await asked.modal();
    expect(labels(modal)).toEqual(['Title', 'Amount', 'Company', 'Page', 'Note']);
    expect(bot.ran).toEqual([]);
    const done = await an.submit(asked, { amount: '500tr', page: '2', note: 'a\nb' });
    await done.message();
    expect(bot.ran[0]?.input).toMatchObject({ title: 'Acme', page: 2, stage: 'new', note: 'a\nb' });
    expect(bot.ran[0]?.input.close).toBeDefined();
  });

  it('keeps also what is too long to go along on Discord', async () => {
    const note = 'Khách cần báo giá trước thứ 6. '.repeat(9).trim();
    const asked = an.slash('deal add', { note });
    expect(labels(await asked.modal())).not.toContain('Note');
    await (await an.submit(asked, { title: 'Acme', amount: '1tr' })).message();
    expect(bot.ran[0]?.input).toMatchObject({ note });
  });

  it('shows what is wrong under the question, with what was typed', async () => {
    const modal = await an.slash('deal add', { title: 'Acme', amount: 'vài tỷ' }).modal();
    const question = (modal.components as Json[]).find((c) => (c.component as Json).custom_id === 'amount');
    expect(String(question?.description)).toMatch(/^⚠/);
    expect(question?.component).toMatchObject({ value: 'vài tỷ' });
  });

  it('is answered with a card that opens it again when it is wrong, nothing lost', async () => {
    const note = 'Khách cần báo giá trước thứ 6. '.repeat(20).trim();
    const asked = an.slash('deal add', { close: '31/12/2030' });
    const wrong = await an.submit(asked, { title: 'Thắng Lợi', amount: 'rất nhiều', note });
    const card = await wrong.message();
    expect(card.ephemeralFor).toBe(an.user.id);
    const again = an.press(card, 'Fix it');
    const modal = await again.modal();
    expect(inputs(modal).find((i) => i.custom_id === 'title')?.value).toBe('Thắng Lợi');
    const done = await an.submit(again, { amount: '2 tỷ' });
    await done.message();
    expect(bot.ran[0]?.input).toMatchObject({ title: 'Thắng Lợi', note, close: '2030-12-31' });
  });

  it('that nothing can come of is not shown, but why, to the person alone', async () => {
    const said = await an.slash('deal edit', { deal: 'C-404' }).message();
    expect(JSON.stringify(said)).toContain('This deal is open');
    expect(said.ephemeralFor).toBe(an.user.id);
    expect(bot.ran).toEqual([]);
  });

  it('of a record shows its present values and clears what was emptied', async () => {
    const asked = an.slash('deal edit', { deal: 'C-2' });
    const modal = await asked.modal();
    expect(inputs(modal).map((i) => i.value)).toEqual(['C-2', 'Stored title', '0101']);
    await (await an.submit(asked, { taxCode: '', title: 'New' })).message();
    expect(bot.ran[0]?.input).toEqual({ deal: 'C-2', title: 'New', taxCode: null });
  });

  it('opens as it is when the stored values take too long', async () => {
    const late = await startBot({ chat: { ...bot.chat, open: () => new Promise(() => {}) } });
    const binh = late.discord.addPerson('Bình');
    const asked = binh.slash('deal edit', { deal: 'C-2' });
    const { after } = await asked.answered();
    expect(after).toBeLessThan(3000);
    expect(inputs(await asked.modal()).map((i) => i.value ?? '')).toEqual(['C-2', '', '']);
    await late.stop();
  });

  it('for a note opens from the menu on a message, with its words', async () => {
    const message = an.say('Acme wants 20 seats, **today** and not one day later');
    const modal = await an.useOn('Log on a deal', message).modal();
    const note = inputs(modal).find((i) => i.custom_id === 'text');
    expect(note?.value).toBe('Acme wants 20 seats, **today** and not o');
  });
});

describe('suggestions', () => {
  it('come for the field that is typed in, with the other fields known', async () => {
    const choices = await an.type('deal add', 'company', { company: 'sao', title: 'x' }).choices();
    expect(choices).toEqual([{ name: 'Công ty Sao Mai', value: 'C-1' }]);
  });

  it('are none, in time, when finding fails or takes too long', async () => {
    for (const search of [
      () => Promise.reject(new Error('no database')),
      () => new Promise<never>(() => {}),
    ]) {
      const poor = await startBot({ chat: { ...bot.chat, suggest: search } });
      const asked = poor.discord.addPerson('Bình').type('deal add', 'company', { company: 'a' });
      expect(await asked.choices()).toEqual([]);
      expect((await asked.answered()).after).toBeLessThan(3000);
      await poor.stop();
    }
  });

  it('are cut to what Discord takes', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ label: `${i} ${'x'.repeat(200)}`, value: `${i}` }));
    const rich = await startBot({ chat: { ...bot.chat, suggest: async () => many } });
    const choices = await rich.discord.addPerson('Bình').type('deal add', 'company').choices();
    expect(choices).toHaveLength(25);
    expect(rich.discord.violations).toEqual([]);
    await rich.stop();
  });
});

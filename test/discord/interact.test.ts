import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Message, Person } from '../emulators/discord/index.ts';
import type { Json } from '../emulators/discord/store.ts';
import { type Bot, png, startBot, wordsIn } from './bot.ts';

let bot: Bot;
let an: Person;

beforeAll(async () => {
  bot = await startBot();
  an = bot.discord.addPerson('An', { locale: 'vi' });
});
afterEach(() => {
  expect(bot.discord.violations.splice(0)).toEqual([]);
  expect(bot.faults.splice(0)).toEqual([]);
  bot.ran.length = 0;
  bot.discord.faults.clear();
});
afterAll(() => bot.stop());

const labels = (modal: Json) => (modal.components as Json[]).map((c) => c.label);
const inputs = (modal: Json) => (modal.components as Json[]).map((c) => c.component as Json);

/** A card that the bot sent by itself. */
async function sent(destination: string, card: Card) {
  const outcome = await bot.platform.send({ key: JSON.stringify(card), destination, locale: 'en', card });
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  return bot.discord.store.messages.get(String(outcome.reference.split('/')[1])) as Message;
}

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

describe('a button', () => {
  const action = (label: string, wire: Record<string, string>, more = {}) => ({
    kind: 'actions' as const,
    actions: [{ label, command: 'deal.move', wire, ...more }],
  });

  it('updates its message in place where it says so', async () => {
    bot.answer('deal.show', {
      title: ['Acme'],
      blocks: [action('Won', { deal: 'C-2', stage: 'new' }, { replace: true })],
    });
    bot.answer('deal.move', { title: ['Moved'], blocks: [] });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const pressed = an.press(card, 'Won');
    expect((await pressed.answered()).type).toBe(6);
    expect(await pressed.updated()).toBe(card);
    expect(wordsIn(card)).toContain('Moved');
    expect(card.edits).toBe(1);
  });

  it('answers below where it does not, and opens a form when something is missing', async () => {
    bot.answer('deal.show', {
      title: ['Acme'],
      blocks: [action('Move', { deal: 'C-2' }), action('To new', { deal: 'C-2', stage: 'new' })],
    });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const moved = await an.press(card, 'To new').message();
    expect(moved.body.id).not.toBe(card.body.id);
    const asked = an.press(card, 'Move');
    expect(labels(await asked.modal())).toEqual(['Deal', 'Stage']);
    await (await an.submit(asked, { stage: 'working' })).message();
    expect(bot.ran.at(-1)?.input).toMatchObject({ deal: 'C-2', stage: 'working' });
  });

  it('whose press is a mistake leaves the card as it is and tells the person alone', async () => {
    const wire = { deal: 'Nobody', stage: 'new' };
    bot.answer('deal.show', { title: ['Acme'], blocks: [action('Won', wire, { replace: true })] });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const told = await an.press(card, 'Won').followup();
    expect(told.ephemeralFor).toBe(an.user.id);
    expect(wordsIn(card)).toContain('Acme');
  });

  it('that is refused leaves the card as it is also where only its person sees it', async () => {
    const wire = { deal: 'Nobody', stage: 'new' };
    const card = { title: ['Stale'], blocks: [action('Won', wire, { replace: true })] };
    const message = await sent(`user:${an.user.id}`, card);
    await an.press(message, 'Won').followup();
    expect(wordsIn(message)).toContain('Stale');
  });

  it('is not taken from another server', async () => {
    const other = bot.discord.addGuild('Other');
    const room = bot.discord.addChannel('general', other);
    const stranger = bot.discord.addPerson('Lạ', { guild: other });
    const message = await sent(room.id, {
      title: ['x'],
      blocks: [action('To new', { deal: 'C-2', stage: 'new' })],
    });
    const told = await stranger.press(message, 'To new').message();
    expect(told.ephemeralFor).toBe(stranger.user.id);
    expect(wordsIn(told)).toContain('only answer members');
    expect(bot.ran).toEqual([]);
  });

  it('of an older version says so', async () => {
    const gone = [{ label: 'Gone', command: 'deal.gone', wire: {} }];
    const message = await sent(bot.discord.channel.id, {
      title: ['Old'],
      blocks: [{ kind: 'actions', actions: gone }],
    });
    expect(wordsIn(await an.press(message, 'Gone').message())).toContain('older version');
  });

  it('in a direct message is taken from members only', async () => {
    const card = { title: ['Stale'], blocks: [action('To new', { deal: 'C-2', stage: 'new' })] };
    const binh = bot.discord.addPerson('Bình');
    const message = await sent(`user:${binh.user.id}`, card);
    await binh.press(message, 'To new').message();
    expect(bot.ran).toHaveLength(1);
    expect([...bot.stored.values()].at(-1)?.place.private).toBe(true);
    bot.discord.guild.members.delete(binh.user.id);
    expect(wordsIn(await binh.press(message, 'To new').message())).toContain('only answer members');
    expect(bot.ran).toHaveLength(1);
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

describe('faults', () => {
  it('of Discord at the acknowledgement do not lose the answer: it comes as a message', async () => {
    bot.discord.faults.plan('POST', /callback$/, { die: 'before' });
    const before = bot.discord.store.messagesIn(bot.discord.channel.id).length;
    an.slash('pipeline');
    await bot.discord.until('the message', () => {
      const now = bot.discord.store.messagesIn(bot.discord.channel.id);
      return now.length > before && wordsIn(now.at(-1) as never).includes('done: pipeline');
    });
    bot.discord.faults.plan('POST', /callback$/, { die: 'before' });
    const chi = bot.discord.addPerson('Chi');
    chi.slash('me');
    const dm = await bot.discord.until('a direct message', () => {
      const channel = bot.discord.store.directChannel(chi.user.id);
      return channel && bot.discord.store.messagesIn(channel.id)[0];
    });
    expect(wordsIn(dm)).toContain('done: me');
  });

  it('of Discord at the answer are survived: lost connections, 5xx, rate limits', async () => {
    for (const fault of [
      { die: 'after' },
      { die: 'before' },
      { status: 503 },
      { rateLimit: 0.05 },
    ] as const) {
      bot.discord.faults.plan('PATCH', /@original$/, fault);
      expect(wordsIn(await an.slash('pipeline').message())).toContain('done');
    }
  });

  it('of ours are told with a code, privately, and end nothing', async () => {
    bot.answer('pipeline', () => Promise.reject(new Error('boom')));
    expect(wordsIn(await an.slash('pipeline').followup())).toMatch(/code: \w{8}/);
    expect(bot.faults.splice(0)).toHaveLength(1);
    const broken = await startBot({
      chat: {
        ...bot.chat,
        plan: () => {
          throw new Error('unplanned');
        },
      },
    });
    const told = await broken.discord.addPerson('Bình').slash('pipeline').message();
    const token = /code: (\w{8})/.exec(wordsIn(told))?.[1];
    expect(told.ephemeralFor).toBeDefined();
    expect(broken.logged.find((l) => l.about.token === token)?.level).toBe('error');
    await broken.stop();
    bot.answer('pipeline', { title: ['again'], blocks: [] });
  });

  it('of the picture leave the table in its place', async () => {
    const table = {
      kind: 'table' as const,
      columns: [{ label: 'Stage', align: 'left' as const }],
      rows: [[['Mới']]],
    };
    const chart = { kind: 'bars' as const, title: 't', subtitle: '', rows: [] };
    bot.answer('pipeline', {
      title: ['Pipeline'],
      blocks: [{ kind: 'chart', chart, alt: 'by stage', table }],
    });
    const drawn = await an.slash('pipeline').message();
    expect(drawn.files.get('chart-1.png')).toEqual(png);
    expect(JSON.stringify(drawn.body.components)).toContain('chart-1.png');
    const poor = await startBot({ draw: () => Promise.reject(new Error('no canvas')), chat: bot.chat });
    const plainly = await poor.discord.addPerson('Bình').slash('pipeline').message();
    expect(wordsIn(plainly)).toContain('Mới');
    expect(plainly.files.size).toBe(0);
    expect(poor.discord.violations).toEqual([]);
    await poor.stop();
  });
});

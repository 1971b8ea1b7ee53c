import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Outgoing } from '../../src/chat/platform.ts';
import { limits } from '../../src/platforms/playground/limits.ts';
import type { Message } from '../../src/platforms/playground/protocol.ts';
import { type Served, servePlayground } from './serve.ts';
import { freshKey, openTab, type Tab } from './tab.ts';

let served: Served;
let lan: Tab;
let minh: Tab;
beforeEach(async () => {
  served = await servePlayground();
  lan = await openTab(served, 'lan');
  minh = await openTab(served, 'minh');
});
afterEach(async () => {
  lan.close();
  minh.close();
  await served.close();
});

const cards = (messages: readonly Message[]) => messages.filter(({ card }) => card);
const titles = (messages: readonly Message[]) =>
  cards(messages).map(({ card }) => JSON.stringify(card?.title));
const owed = (key: string, destination: string, title = key): Outgoing => ({
  key,
  destination,
  locale: 'vi',
  card: { title: [title], blocks: [] },
});
const chart: Card['blocks'][number] = {
  kind: 'chart',
  alt: 'one bar',
  chart: {
    kind: 'bars',
    title: 'T',
    subtitle: 'S',
    rows: [{ label: 'A', value: 1, text: '1', tone: 'main' }],
  },
  table: { kind: 'table', columns: [{ label: 'A', align: 'left' }], rows: [[['1']]] },
};

describe('what is said', () => {
  it('is done once when the same key comes twice, also at the same time', async () => {
    const key = freshKey();
    const said = { line: '/deal add "Kho mới" 500tr' };
    await Promise.all([lan.act({ key, said }), lan.act({ key, said })]);
    await lan.act({ key, said });
    expect(served.company.accepted).toEqual(['deal.add']);
    expect(served.company.deals.filter((title) => title === 'Kho mới')).toHaveLength(1);
    const { messages } = await openTab(served, 'lan');
    expect(messages).toHaveLength(2);
  });

  it('is seen by everybody in a channel, as it happens, and privately where the answer is private', async () => {
    await lan.act({ said: { line: '/me' } });
    await lan.act({ said: { line: '/nonsense' } });
    await lan.act({ said: { line: '/pipeline' } });
    await lan.act({ channel: 'user:lan', said: { line: '/pipeline' } });
    const seen = await minh.until((messages) => cards(messages).length === 1);
    expect(seen.map(({ line }) => line)).toEqual(['/pipeline', undefined]);
    expect(seen[0]?.by).toEqual({ id: 'lan', name: 'Nguyễn Thị Lan' });
    await lan.until((messages) => messages.length === 8);
    expect(lan.messages.map(({ only }) => only)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    const later = await openTab(served, 'minh');
    expect(later.messages).toEqual(seen);
  });

  it('puts an answer in the place of the card whose button was pressed', async () => {
    await lan.act({ said: { line: '/deal show acme' } });
    const [, shown] = await lan.until((messages) => cards(messages).length === 1);
    const press = { command: 'deal.won', wire: { deal: 'D-1' } };
    await minh.act({ said: press, replace: shown?.id as string });
    const after = await lan.until((messages) => titles(messages).includes('["Chốt thành công"]'));
    expect(after.map(({ id }) => id)).toEqual([lan.messages[0]?.id, shown?.id]);
    await minh.act({ said: press });
    const answered = await lan.until((messages) => messages.length === 3);
    expect(answered.at(-1)?.asked).toEqual({ name: 'Trần Quang Minh', what: 'Chốt thành công' });
  });

  it('does not let a private answer take away what everybody sees', async () => {
    await lan.act({ said: { line: '/deal show acme' } });
    const [, shown] = await lan.until((messages) => cards(messages).length === 1);
    const vy = await openTab(served, 'vy');
    await vy.act({ said: { command: 'deal.won', wire: { deal: 'D-1' } }, replace: shown?.id as string });
    const seen = await vy.until((messages) => cards(messages).length === 2);
    expect(seen.find(({ id }) => id === shown?.id)?.card).toEqual(shown?.card);
    expect(seen.at(-1)).toMatchObject({ only: true });
    vy.close();
  });
});

describe('a form', () => {
  it('that nothing can come of is not opened, but why is told to the person alone', async () => {
    const asked = await lan.act({ said: { line: '/deal edit "Kho lạnh Bình Dương" title:' } });
    expect(asked).toEqual({ kind: 'done' });
    const [line, why] = await lan.until((messages) => messages.length === 2);
    expect(line).toMatchObject({ line: '/deal edit "Kho lạnh Bình Dương" title:' });
    expect(JSON.stringify(why)).toContain('Cơ hội này đang mở');
    expect(JSON.stringify(minh.messages)).not.toContain('Cơ hội này đang mở');
  });

  it('opens with what was understood, complains by field, and changes nothing until it is right', async () => {
    const asked = await lan.act({ said: { line: '/deal add "Kho mới" amount:nhiều' } });
    expect(asked).toMatchObject({ kind: 'ask', form: { command: 'deal.add' } });
    const submit = (wire: Record<string, string>) =>
      lan.act({ form: true, said: { command: 'deal.add', wire } });
    const empty = await submit({ title: '', amount: '', company: '' });
    expect(empty).toEqual({
      kind: 'errors',
      errors: { title: 'Bạn điền mục này nhé.', amount: 'Bạn điền mục này nhé.' },
    });
    const unknown = await submit({ title: 'Kho mới', amount: '1 tỷ', company: 'Không có' });
    expect(unknown).toMatchObject({
      kind: 'errors',
      errors: { company: expect.stringContaining('Không có') },
    });
    const refused = await submit({ title: 'Gia hạn Acme', amount: '1 tỷ' });
    expect(refused).toMatchObject({
      kind: 'errors',
      errors: { '': expect.stringContaining('Gia hạn Acme') },
    });
    expect(served.company.deals).toHaveLength(3);
    expect(lan.messages).toEqual([]);
    expect(await submit({ title: 'Kho mới', amount: '1 tỷ', company: 'Acme' })).toEqual({ kind: 'done' });
    expect(served.company.deals).toHaveLength(4);
  });

  it('that was asked for by a button is done when it is submitted, and clears what was emptied', async () => {
    const asked = await lan.act({ said: { command: 'deal.edit', wire: { deal: 'D-1', _ask: '1' } } });
    expect(asked).toMatchObject({
      kind: 'ask',
      form: {
        fields: [{}, { name: 'title', value: 'Gia hạn Acme' }, { name: 'note', value: 'Gọi lại sau Tết' }],
      },
    });
    const carried = asked.kind === 'ask' ? asked.form.carried : {};
    const wire = { ...carried, deal: 'D-1', title: 'Gia hạn Acme', note: '' };
    await lan.act({ form: true, said: { command: 'deal.edit', wire } });
    const seen = await lan.until((messages) => cards(messages).length === 1);
    expect(titles(seen)).toEqual(['["Gia hạn Acme / cleared"]']);
  });
});

describe('what the bot owes', () => {
  it('arrives live where it belongs, once for its key, and is found again', async () => {
    const digest = owed('digest:1', 'sales');
    expect(await served.playground.reconcile(digest)).toBeNull();
    const sent = await served.playground.send(digest);
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(await served.playground.send(digest)).toEqual(sent);
    expect(await served.playground.reconcile(digest)).toEqual(sent);
    await served.playground.send(owed('nudge:1', 'user:lan'));
    const seen = await lan.until((messages) => messages.length === 2);
    expect(seen.map(({ channel }) => channel)).toEqual(['sales', 'user:lan']);
    await served.playground.send(owed('digest:2', 'sales'));
    await minh.until((messages) => messages.length === 2);
    expect(titles(minh.messages)).toEqual(['["digest:1"]', '["digest:2"]']);
  });

  it('is refused for good in a channel that does not exist', async () => {
    expect(await served.playground.send(owed('x', 'C123'))).toMatchObject({ kind: 'refused' });
  });

  it('shows a chart as a picture that only its id opens, or as its table where it cannot be drawn', async () => {
    await served.playground.send({ ...owed('a', 'sales'), card: { title: ['a'], blocks: [chart] } });
    const [message] = await lan.until((messages) => messages.length === 1);
    const picture = message?.pictures?.[0];
    expect(picture?.url).toMatch(/^\/playground\/charts\/[0-9a-f]{32}\.png$/);
    const png = Buffer.from(await (await fetch(served.url + picture?.url)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture?.width, picture?.height]);

    const broken = await servePlayground({ draw: () => Promise.reject(new Error('no canvas')) });
    await broken.playground.send({ ...owed('a', 'sales'), card: { title: ['a'], blocks: [chart] } });
    const tab = await openTab(broken, 'lan');
    expect(tab.messages).toMatchObject([{ card: { blocks: [chart] }, pictures: {} }]);
    tab.close();
    await broken.close();
  });

  it('leaves memory again, with its pictures, when the history is full', async () => {
    const draw = async () => ({ png: Buffer.from('png'), width: 2, height: 2 });
    const small = await servePlayground({ draw });
    const card = { title: ['a'], blocks: [chart] };
    await small.playground.send({ ...owed('0', 'sales'), card });
    const first = (await openTab(small, 'lan')).messages[0];
    const url = small.url + first?.pictures?.[0]?.url;
    expect((await fetch(url)).status).toBe(200);
    for (let i = 1; i <= limits.history; i++) await small.playground.send(owed(String(i), 'sales'));
    expect((await fetch(url)).status).toBe(404);
    const { messages } = await openTab(small, 'lan');
    expect(messages).toHaveLength(limits.history);
    expect(messages[0]?.card?.title).toEqual(['1']);
    await small.close();
  });
});

describe('the playground', () => {
  it('lets what is under way finish when it stops, ends its streams and takes nothing new', async () => {
    let finish = () => {};
    const drawing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const isDrawing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = await servePlayground({
      draw: async () => {
        begun();
        await drawing;
        return { png: Buffer.from('png'), width: 2, height: 2 };
      },
    });
    const tab = await openTab(slow, 'lan');
    const acting = tab.act({ said: { line: '/pipeline' } });
    await isDrawing;
    let isStopped = false;
    const stopping = slow.playground.stop().then(() => {
      isStopped = true;
    });
    await tab.ended;
    await expect(tab.act({ said: { line: '/pipeline' } })).rejects.toThrow('503');
    expect(isStopped).toBe(false);
    finish();
    expect(await acting).toEqual({ kind: 'done' });
    await stopping;
    await slow.close();
  });

  it('speaks the language that was chosen, from the next answer on', async () => {
    await fetch(`${served.url}/playground/language`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: freshKey(), person: 'lan', locale: 'en' }),
    });
    expect(lan.messages).toEqual([]);
    await lan.act({ said: { line: '/me' } });
    const seen = await lan.until((messages) => cards(messages).length === 1);
    expect(titles(seen)).toEqual(['["My work"]']);
    const start = await (await fetch(`${served.url}/playground/start?person=lan`)).json();
    expect(start).toMatchObject({ locale: 'en', words: { 'playground.unread': '{count} unread' } });
  });

  it('offers each person the commands of their role', async () => {
    const ids = async (person: string) => {
      const start = await (await fetch(`${served.url}/playground/start?person=${person}`)).json();
      return (start as { commands: { id: string }[] }).commands.map(({ id }) => id);
    };
    expect(await ids('nam')).toEqual(['crm.join']);
    expect(await ids('vy')).not.toContain('deal.add');
    expect(await ids('lan')).toContain('deal.add');
  });

  it('shows a card as data and in every preview, to those who see the card', async () => {
    await lan.act({ said: { line: '/me' } });
    const [, message] = await lan.until((messages) => messages.length === 2);
    const json = (person: string) =>
      fetch(`${served.url}/playground/card?${new URLSearchParams({ message: message?.id ?? '', person })}`);
    expect(await (await json('lan')).json()).toEqual({
      card: message?.card,
      slack: { blocks: 1 },
      discord: { locale: 'vi' },
    });
    expect((await json('minh')).status).toBe(404);
  });
});

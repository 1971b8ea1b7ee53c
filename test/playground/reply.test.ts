import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { cards, chromiumPath, line, say, useBrowser } from './browser.ts';
import { type Served, servePlayground } from './serve.ts';
import { openTab, type Tab } from './tab.ts';

describe('a line in reply to a card', () => {
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

  const titles = ({ messages }: Tab) => messages.flatMap(({ card }) => (card ? [card.title.join('')] : []));
  async function shown(): Promise<string> {
    await lan.act({ said: { line: '/deal show acme' } });
    const seen = await lan.until((messages) => messages.some(({ id }) => id.startsWith('answer:')));
    return seen.find(({ id }) => id.startsWith('answer:'))?.id as string;
  }
  async function sent(card: Card, to = 'sales'): Promise<string> {
    await served.playground.send({ key: to, destination: to, card, locale: 'vi' });
    return `sent:${to}`;
  }

  it('means its record, in either language, and shows what it is a reply to', async () => {
    const to = await shown();
    for (const said of ['chốt', 'won', 'log call "đã gọi, hẹn thứ 6"'])
      await lan.act({ said: { line: said }, to });
    const seen = await lan.until((messages) => messages.length === 8);
    expect(served.company.accepted).toEqual(['deal.show', 'deal.won', 'deal.won', 'log.call']);
    expect(seen.filter(({ line }) => line === 'chốt')).toMatchObject([{ to }]);
    expect(seen.at(-1)?.card?.blocks).toEqual([{ kind: 'text', text: ['đã gọi, hẹn thứ 6'] }]);
  });

  it('opens a form that holds its record', async () => {
    const asked = await minh.act({ said: { line: 'log call' }, to: await shown() });
    expect(asked).toMatchObject({ kind: 'ask', form: { command: 'log.call' } });
    expect(JSON.stringify(asked)).toContain('"value":"D-1"');
  });

  it('means no record where the card names several, is a person’s line, is gone, or is not theirs to see', async () => {
    const show = (deal: string) => ({ label: deal, command: 'deal.show', wire: { deal } });
    const list = await sent({
      title: ['2'],
      blocks: [{ kind: 'actions', actions: [show('D-1'), show('D-2')] }],
    });
    await shown();
    const spoken = lan.messages.find(({ line }) => line)?.id as string;
    for (const to of [list, spoken, 'gone']) await lan.act({ said: { line: 'chốt' }, to });
    const own = await sent(
      { title: ['1'], blocks: [{ kind: 'actions', actions: [show('D-1')] }] },
      'user:minh',
    );
    await lan.act({ said: { line: 'chốt' }, to: own });
    expect(served.company.accepted).not.toContain('deal.won');
    await minh.act({ said: { line: 'chốt' }, to: own, channel: 'user:minh' });
    expect(served.company.accepted).toContain('deal.won');
    await minh.until(() => titles(minh).includes('Chốt thành công'));
  });
});

describe.skipIf(!chromiumPath)('the button «Reply» (needs Chromium)', () => {
  const open = useBrowser();

  it('makes the next line a reply, until it is sent or left', async () => {
    const { page, served } = await open();
    await say(page, '/deal show acme');
    const reply = page.getByRole('button', { name: 'Trả lời', exact: true });
    await reply.click();
    const above = page.locator('.composer .above');
    await above.getByText('Gia hạn Acme').waitFor();
    expect(await line(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await line(page).press('Escape');
    await above.waitFor({ state: 'detached' });
    await reply.click();
    await line(page).fill('chốt');
    await line(page).press('Enter');
    await cards(page).getByText('Chốt thành công').last().waitFor();
    await above.waitFor({ state: 'detached' });
    await page.locator('.message .above').getByText('Gia hạn Acme').waitFor();
    expect(served.company.accepted).toEqual(['deal.show', 'deal.won']);
  });
});

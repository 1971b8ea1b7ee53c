import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundOptions } from '../../src/platforms/playground/index.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { cards, chromiumPath, say, useBrowser } from './browser.ts';

const database = await testDatabase();
const phone = { width: 390, height: 844 };
const lists = ['/deal list', '/lead list', '/contact list', '/company list', '/pipeline', '/crm users'];

describe.skipIf(!chromiumPath)('lists in the playground (needs Chromium)', () => {
  let options: Partial<PlaygroundOptions>;
  const open = useBrowser(() => options);

  beforeAll(async () => {
    const acme = await company(database, { env: { DEFAULT_LOCALE: 'vi' } });
    const person = await acme.member('Nguyễn Thị Phương Lan', 'manager', 'Kinh doanh miền Bắc');
    const site = 'Công ty TNHH Dược phẩm Sao Mai – Chi nhánh Cần Thơ';
    for (const line of [
      `company add "${site}" industry:"Dược phẩm, thiết bị y tế" region:"Miền Nam" tier:vip`,
      `contact add "Trần Thị Bình" company:"${site}" phone:"0987 654 321" jobTitle:"Trưởng phòng Công nghệ"`,
      `lead add "Công-ty-không-có-khoảng-trắng-nào-trong-tên-của-mình" source:referral`,
      `deal add "Cổng đặt hàng cho đại lý" 1.882.000.000 company:"${site}" close:31/12/2026`,
      'deal add "Kho lạnh" 90tr stage:negotiation',
    ])
      expect(await acme.say(person, line), line).toMatchObject({ ok: 'done' });
    options = {
      chat: acme.chat,
      registry: acme.live.registry,
      people: async () => [{ person, role: 'manager', access: 'manager', locale: 'vi' }],
    };
  });

  /** The newest card's table: how far it scrolls, and the cells that reach out of it or into the next one. */
  const tableOf = (page: Page) =>
    cards(page)
      .last()
      .locator('.table')
      .evaluate((table) => {
        const scroller = table.querySelector('.scroller') as HTMLElement;
        const edge = table.getBoundingClientRect();
        const cells = [...table.querySelectorAll('td')];
        const boxes = cells.map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect();
        });
        const wrong = cells.filter((_, i) => {
          const { left, right, top, bottom } = boxes[i] as DOMRect;
          const others = boxes.filter((_, j) => j !== i);
          const met = others.some(
            (b) => b.left < right - 1 && left < b.right - 1 && b.top < bottom - 6 && top < b.bottom - 6,
          );
          return left < edge.left - 8 || right > edge.right + 8 || met;
        });
        return {
          scrolls: scroller.scrollWidth - scroller.clientWidth,
          wrong: wrong.map((cell) => cell.textContent),
          labels: cells.map((cell) => getComputedStyle(cell, '::before').content),
          display: cells[0] && getComputedStyle(cells[0]).display,
        };
      });

  it('fit a phone of 390 pixels, every value whole and behind the name of its column', async () => {
    const { page } = await open(phone);
    for (const [i, line] of lists.entries()) {
      await say(page, line);
      await cards(page).nth(i).locator('.table').waitFor();
      const { scrolls, wrong, labels } = await tableOf(page);
      expect({ line, scrolls, wrong }).toEqual({ line, scrolls: 0, wrong: [] });
      const header = await cards(page).last().getByRole('columnheader').allTextContents();
      const led = header[0] === '#' ? 2 : 1;
      const said = labels.slice(0, header.length).map((label) => /^"(.*)\u00a0"/.exec(label)?.[1] ?? label);
      expect(said).toEqual([...header.slice(0, led).map(() => 'none'), ...header.slice(led)]);
    }
  });

  it('are tables for who listens to them on a phone, with rows, cells and names of columns', async () => {
    const { page } = await open(phone);
    await say(page, '/deal list');
    await cards(page).last().locator('.table').waitFor();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const count = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    expect(['table', 'row', 'columnheader', 'cell'].map(count)).toEqual([1, 3, 6, 12]);
    // What stands before a value is the name of its column, which is told anyway.
    const amount = nodes.find(({ role, name }) => role?.value === 'cell' && /1,88/.test(name?.value));
    expect(amount?.name?.value).not.toContain('Giá trị');
  });

  it('stay tables on a wide screen', async () => {
    const { page } = await open();
    await say(page, '/deal list');
    expect(await tableOf(page)).toMatchObject({ scrolls: 0, wrong: [], display: 'table-cell' });
    expect((await tableOf(page)).labels.every((label) => label === 'none')).toBe(true);
  });
});

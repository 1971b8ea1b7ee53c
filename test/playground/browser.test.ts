import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { cards, chromiumPath, line, say, useBrowser } from './browser.ts';

describe.skipIf(!chromiumPath)('the playground in a browser (needs Chromium)', () => {
  const open = useBrowser();

  it('answers a typed line with a card: the chart with its words, the table, the buttons', async () => {
    const { page } = await open();
    await say(page, '/pipeline');
    const card = cards(page).last();
    const chart = card.getByRole('img', { name: /Đàm phán 1,73 tỷ/ });
    await chart.waitFor();
    expect(await chart.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
      1120,
    );
    expect(await card.getByRole('row').count()).toBe(4);
    // What people wrote is shown as it is.
    expect(await card.getByRole('cell').nth(8).textContent()).toBe('<b>*_`<!channel> @everyone');
    expect(await card.getByText('và 12').count()).toBe(1);
    await card.getByRole('button', { name: 'Cơ hội mới' }).waitFor();
  });

  it('links to the web only, marks who is meant, and shows moments in the organisation’s zone', async () => {
    const { page } = await open();
    await say(page, '/deal show acme');
    const card = cards(page).last();
    await card.waitFor();
    expect(await card.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(
      ['https://acme.vn'],
    );
    expect(await card.locator('.mention.mine').textContent()).toBe('@Lan');
    const moment = card.locator('time');
    const at = new Date((await moment.getAttribute('datetime')) as string);
    const day = new Intl.DateTimeFormat('vi', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    });
    expect(await moment.textContent()).toContain(day.format(at));
    expect(await card.getByText('Tin vui').count()).toBe(1);
  });

  it('asks with a form, keeps it open with the errors under their fields, and is done when it is right', async () => {
    const { page, served } = await open();
    await say(page, '/deal add "Kho mới" amount:nhiều');
    const dialog = page.getByRole('dialog', { name: 'Cơ hội mới' });
    await dialog.waitFor();
    const amount = dialog.getByLabel('Giá trị');
    expect(await dialog.getByLabel('Tên cơ hội').inputValue()).toBe('Kho mới');
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog.getByLabel('Tên cơ hội').fill('');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText('Bạn điền mục này nhé.').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'field-title');
    expect(served.company.deals).toHaveLength(3);
    await dialog.getByLabel('Tên cơ hội').fill('Kho lớn');
    await amount.fill('1,2 tỷ');
    await dialog.getByLabel('Công ty').pressSequentially('thien');
    await dialog.getByRole('option', { name: 'Công ty TNHH Thiên Long' }).click();
    await dialog.getByLabel('Nguồn').selectOption({ label: 'Giới thiệu' });
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await cards(page).getByText('Kho lớn').waitFor();
    expect(served.company.deals.at(-1)).toBe('Kho lớn');
    expect(served.company.accepted.filter((command) => command === 'deal.add')).toHaveLength(1);
  });

  it('draws a control for every kind of field', async () => {
    const { page } = await open();
    await say(page, '/log call D-1');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    // The record's value has become its name.
    await expect.poll(() => dialog.getByLabel('Hồ sơ').inputValue()).toBe('Gia hạn Acme');
    const kinds = await dialog
      .locator('[data-field]')
      .evaluateAll((all) =>
        all.map((field) => [
          field.getAttribute('data-field'),
          field.getAttribute('role') ?? field.getAttribute('inputmode') ?? field.tagName.toLowerCase(),
        ]),
      );
    expect(kinds).toEqual([
      ['record', 'combobox'],
      ['text', 'textarea'],
      ['at', 'input'],
      ['duration', 'input'],
      ['phone', 'tel'],
      ['email', 'email'],
      ['employees', 'numeric'],
      ['period', 'input'],
      ['days', 'input'],
    ]);
    await dialog.getByRole('button', { name: 'tháng trước' }).click();
    expect(await dialog.getByLabel('Kỳ').inputValue()).toBe('tháng trước');
    await dialog
      .locator('.picker')
      .first()
      .evaluate((picker: HTMLInputElement) => {
        picker.value = '2026-01-15T08:30';
        picker.dispatchEvent(new Event('change', { bubbles: true }));
      });
    expect(await dialog.getByLabel('Lúc', { exact: true }).inputValue()).toBe('2026-01-15 08:30');
    await dialog.getByLabel('Nội dung').fill('Đã gọi');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await cards(page).getByText('Đã gọi').waitFor();
  });

  it('does a pressed button once, however often it is clicked, and puts the answer in its place', async () => {
    const { page, served } = await open();
    await say(page, '/deal show acme');
    await cards(page).last().getByRole('button', { name: 'Chốt thành công' }).dblclick();
    await cards(page).getByRole('heading', { name: 'Tin vui: Chốt thành công' }).waitFor();
    expect(await cards(page).count()).toBe(1);
    expect(served.company.accepted).toEqual(['deal.show', 'deal.won']);
  });

  it('is another person with their rights, and a newcomer who is not let in', async () => {
    const { page } = await open();
    await say(page, '/me');
    await page.getByText('Chỉ bạn thấy tin này').first().waitFor();
    const play = async (name: string) => {
      await page.getByRole('button', { name: /Vào vai người khác/ }).click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.getByRole('button', { name: new RegExp(`Bạn là ${name}`) }).waitFor();
      await page.getByRole('log').waitFor({ state: 'attached' });
    };
    await play('Đặng Tường Vy');
    expect(await cards(page).count()).toBe(0);
    await say(page, '/deal show acme');
    await cards(page).last().getByRole('button', { name: 'Chốt thành công' }).click();
    await cards(page).getByText(translator('vi')('problem.access.denied')).waitFor();
    await play('Phạm Hoài Nam');
    await say(page, '/pipeline');
    await cards(page).last().getByRole('button', { name: 'Xin tham gia' }).waitFor();
  });

  it('changes its language and the bot’s, and its theme, and remembers both', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Welcome to Chốt').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await say(page, '/me');
    await cards(page).getByText('My work').waitFor();
    const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect.poll(paper).toBe('rgb(22, 26, 33)');
    await page.reload();
    await cards(page).getByText('My work').waitFor();
    expect(await paper()).toBe('rgb(22, 26, 33)');
  });

  it('can be used by keyboard alone', async () => {
    const { page, served } = await open();
    const { keyboard } = page;
    const isFocused = (selector: string) =>
      page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    await tabTo('.composer textarea');
    await keyboard.type('/deal');
    await page.getByRole('listbox').waitFor();
    await keyboard.press('ArrowDown');
    expect(await page.locator('[role=option][aria-selected=true]').textContent()).toContain('/deal thêm');
    const active = await line(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).textContent()).toContain('/deal thêm');
    await keyboard.press('Enter');
    expect(await line(page).inputValue()).toBe('/deal thêm ');
    await keyboard.press('Enter');
    await isFocused('#field-title');
    await keyboard.type('Bàn phím');
    await keyboard.press('Tab');
    await keyboard.type('2 tỷ');
    await keyboard.press('Tab');
    await keyboard.type('acme');
    await expect
      .poll(() => page.locator('.lookup [role=option]').allTextContents())
      .toEqual(['Acme Việt Nam']);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await isFocused('#field-company');
    expect(await page.locator('#field-company').inputValue()).toBe('Acme Việt Nam');
    await keyboard.press('Enter');
    await cards(page).getByText('Bàn phím').waitFor();
    expect(served.company.deals.at(-1)).toBe('Bàn phím');
    await isFocused('.composer textarea');
    // Escape leaves a form without doing anything; the arrow up brings the line back.
    await keyboard.press('ArrowUp');
    expect(await line(page).inputValue()).toBe('/deal thêm');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(served.company.deals).toHaveLength(4);
    await tabTo('[aria-haspopup=menu]');
    await keyboard.press('Enter');
    await isFocused('[role=menuitemradio][aria-checked=true]');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('button', { name: /Bạn là Trần Quang Minh/ }).waitFor();
  });

  it('completes records on the line from what is stored', async () => {
    const { page } = await open();
    await line(page).pressSequentially('/deal show kho');
    await page.getByRole('option', { name: 'Kho lạnh Bình Dương' }).waitFor();
    await line(page).press('Tab');
    expect(await line(page).inputValue()).toBe('/deal show D-2 ');
    await line(page).press('Enter');
    await cards(page).getByText('Kho lạnh Bình Dương').waitFor();
  });

  it('shows what the bot owes as it comes, counts it elsewhere, and does not tear the reader away', async () => {
    const { page, served } = await open({ width: 1280, height: 600 });
    const owe = (key: string, destination: string) =>
      served.playground.send({ key, destination, locale: 'vi', card: { title: [key], blocks: [] } });
    await owe('nhắc việc', 'user:lan');
    await page.getByRole('button', { name: 'Chốt 1 tin chưa đọc' }).waitFor();
    for (let i = 0; i < 12; i++) await owe(`bản tin ${i}`, 'sales');
    await cards(page).getByText('bản tin 11').waitFor();
    const log = page.locator('.log');
    const distance = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    await expect.poll(distance).toBeLessThan(5);
    // The page knows that somebody has scrolled up when it is told, a frame later.
    await log.evaluate(
      (box) =>
        new Promise((told) => {
          box.addEventListener('scroll', told, { once: true });
          box.scrollTo({ top: 0 });
        }),
    );
    expect(await log.evaluate((box) => box.scrollTop)).toBe(0);
    await owe('bản tin mới', 'sales');
    await page.getByRole('button', { name: 'Tin nhắn mới' }).click();
    await expect.poll(distance).toBeLessThan(5);
    await page.getByRole('button', { name: /Chốt 1 tin/ }).click();
    await cards(page).getByText('nhắc việc').waitFor();
  });

  it('shows a card as data and as other platforms get it', async () => {
    const { page } = await open();
    await say(page, '/pipeline');
    await page.getByRole('button', { name: 'Nhà phát triển' }).click();
    const json = page.getByRole('region', { name: /Thẻ này ở dạng dữ liệu/ });
    expect(JSON.parse((await json.locator('pre').textContent()) ?? '')).toMatchObject({
      blocks: [{ kind: 'chart' }, {}, {}, {}],
    });
    await json.getByRole('button', { name: 'Slack' }).click();
    expect(JSON.parse((await json.locator('pre').textContent()) ?? '')).toEqual({ blocks: 4 });
  });

  it('fits a phone of 360 pixels in both themes without scrolling sideways', async () => {
    const { page } = await open({ width: 360, height: 740 });
    const widest = () =>
      page.evaluate(() =>
        Math.max(document.documentElement.scrollWidth, document.querySelector('.log')?.scrollWidth ?? 0),
      );
    expect(await widest()).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Kênh và cài đặt' }).click();
    await page.getByRole('button', { name: 'Giao diện tối' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { name: '#general' }).waitFor();
    await say(page, '/pipeline');
    await cards(page).getByRole('img').waitFor();
    await say(page, '/deal show acme');
    await cards(page).getByText('Gia hạn Acme').waitFor();
    expect(await widest()).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Nhà phát triển' }).last().click();
    await page.locator('.json pre').waitFor();
    expect(await widest()).toBeLessThanOrEqual(360);
    await say(page, '/log call');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const box = await dialog.boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 360]);
    expect(await dialog.locator('.fields').evaluate((fields) => fields.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('says when the bot is gone, and goes on when it is back', async () => {
    const { page, complaints } = await open();
    await page.route('**/playground/act', (route) => route.abort());
    await say(page, '/me');
    const again = page.getByRole('button', { name: 'Gửi lại' });
    await again.waitFor();
    await page.unroute('**/playground/act');
    await again.click();
    await cards(page).getByText('Việc của tôi').waitFor();
    complaints.splice(0);
  });
});

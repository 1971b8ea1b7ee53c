import { readFile, rm } from 'node:fs/promises';
import pino from 'pino';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openDatabase } from '../../src/db/client.ts';
import { cards, chromiumPath } from '../playground/browser.ts';
import { testConfig } from '../support/company.ts';
import { cloneTemplate } from '../support/database.ts';

describe('a file handed over in the playground', () => {
  let app: Awaited<ReturnType<typeof createApp>>;
  let dataDir: string;
  let boss: string;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    dataDir = await cloneTemplate();
    const config = testConfig({ PORT: '0', DATA_DIR: dataDir });
    app = await createApp(config, await openDatabase(config), { log: pino({ level: 'silent' }) });
    await app.start();
    const identity = { platform: 'playground', member: { role: 'ADMIN' } } as const;
    boss = (await app.database.prisma.identity.findFirstOrThrow({ where: identity })).userId;
    if (!chromiumPath) return;
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.addInitScript((person) => {
      localStorage.setItem('chot.playground', JSON.stringify({ person, locale: 'en' }));
    }, boss);
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Chốt' }).first().click();
  });
  afterAll(async () => {
    await browser?.close();
    await app.stop();
    await rm(dataDir, { recursive: true });
  });

  const csv = 'Tên công ty,Ngành\nSao Mai Mới,IT\n';
  const post = (more: Record<string, string>, headers: Record<string, string> = {}, body = csv) => {
    const told = new URLSearchParams({
      ...{ key: 'key-00000001', person: boss, channel: `user:${boss}`, name: 'x.csv', size: '30' },
      ...more,
    });
    const type = { 'content-type': 'application/octet-stream' };
    return fetch(`${app.url}/playground/drop?${told}`, {
      method: 'POST',
      headers: { ...type, ...headers },
      body,
    });
  };

  it('comes through its own door only in private, from the page itself, and not without end', async () => {
    expect((await post({ channel: 'sales' })).status).toBe(404);
    expect((await post({}, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({}, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({}, {}, 'a'.repeat(20 * 1024 * 1024 + 1))).status).toBe(413);
    expect(await app.database.prisma.upload.count()).toBe(0);
    expect((await post({})).status).toBe(200);
    expect((await post({})).status).toBe(200);
    expect(await app.database.prisma.upload.count()).toBe(1);
  });

  const latest = () => cards(page).last();

  it.skipIf(!chromiumPath)(
    'by the button is recognised, tried, imported and taken back (needs Chromium)',
    async () => {
      const file = { name: 'khách.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await page.getByRole('button', { name: 'Hand over a file' }).waitFor();
      await page.locator('.composer input[type=file]').setInputFiles(file);
      await page.getByText('khách.csv: 1 row, Companies').waitFor();
      await latest().getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run of khách.csv').waitFor();
      await latest().getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByText('khách.csv was imported').waitFor();
      const made = () => app.database.prisma.company.count({ where: { name: 'Sao Mai Mới' } });
      expect(await made()).toBe(1);
      await latest().getByRole('button', { name: 'Undo' }).click();
      await page.getByText('was undone').waitFor();
      expect(await made()).toBe(0);
    },
  );

  it.skipIf(!chromiumPath)(
    'has its rejected rows behind a link, by the dry run and by its result (needs Chromium)',
    async () => {
      const text = 'Tên công ty,Công ty mẹ\nTân An Mới,\nBình An Mới,Nơi lạ\n';
      const file = { name: 'lỗi.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('.composer input[type=file]').setInputFiles(file);
      await page.getByText('lỗi.csv: 2 rows, Companies').waitFor();
      await latest().getByRole('button', { name: 'Dry run' }).click();
      const checked = cards(page).filter({ hasText: 'Dry run of lỗi.csv' });
      const asked = async (button: Locator, count: number) => {
        await button.click();
        const links = page.getByRole('link', { name: /^rejected-rows-.*csv$/ });
        await links.nth(count - 1).waitFor();
        const [download] = await Promise.all([page.waitForEvent('download'), links.last().click()]);
        expect(download.suggestedFilename()).toMatch(/^rejected-rows-.*csv$/);
        return readFile(await download.path(), 'utf8');
      };
      const rows = /\n3,Công ty mẹ: we have no “Nơi lạ”,Bình An Mới,Nơi lạ\n$/;
      const button = { name: 'Rejected rows (CSV)' };
      expect(await asked(checked.getByRole('button', button), 1)).toMatch(rows);
      await checked.getByRole('button', { name: 'Import', exact: true }).click();
      const ran = cards(page).filter({ hasText: 'lỗi.csv was imported' });
      expect(await asked(ran.getByRole('button', button), 2)).toMatch(rows);
      await ran.getByRole('button', { name: 'Undo' }).click();
    },
  );

  it.skipIf(!chromiumPath)(
    'dropped on the conversation is recognised; one that is too large is told so without being sent (needs Chromium)',
    async () => {
      const dropOf = (name: string, size: number) =>
        page.evaluate(
          ([name, text, size]) => {
            const data = new DataTransfer();
            data.items.add(new File([text.padEnd(size)], name));
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector('.log')?.dispatchEvent(event);
          },
          [name, csv, size] as const,
        );
      await dropOf('thả.csv', 0);
      await page.getByText('thả.csv: 1 row, Companies').waitFor();
      await dropOf('lớn.csv', 20 * 1024 * 1024 + 1);
      await page.getByText('lớn.csv is larger than 20 MB').waitFor();
    },
  );
});

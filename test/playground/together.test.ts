import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { chromiumPath, say, useBrowser } from './browser.ts';

const database = await testDatabase();

describe.skipIf(!chromiumPath)('a newcomer in the playground (needs Chromium)', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  beforeAll(async () => {
    acme = await company(database, { env: { DEFAULT_LOCALE: 'vi' } });
  });
  const yen: Person = { platform: 'playground', userId: 'yen', name: 'Yến', full: true };
  const open = useBrowser(() => ({
    chat: acme.chat,
    registry: acme.live.registry,
    people: async () => [{ person: yen, role: 'anyone', access: 'anyone' }],
  }));

  it('is asked to join in the language of the page', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Welcome to Chốt').waitFor();
    await say(page, '/pipeline');
    await page.getByRole('button', { name: 'Ask to join' }).waitFor();
  });
});

describe.skipIf(!chromiumPath)(
  'two people who edit the same company in the playground (needs Chromium)',
  () => {
    let acme: Awaited<ReturnType<typeof company>>;
    let lan: Person;
    let minh: Person;
    beforeAll(async () => {
      acme = await company(database, { env: { DEFAULT_LOCALE: 'vi' } });
      lan = await acme.member('Lan', 'manager');
      minh = await acme.member('Minh', 'manager');
      await acme.say(lan, 'company add Thép phone:0912345678 region:Nam');
    });
    const open = useBrowser(() => ({
      chat: acme.chat,
      registry: acme.live.registry,
      people: async () => [{ person: minh, role: 'manager', access: 'manager', locale: 'vi' }],
    }));

    it('the form stays open with what the second typed, says what the first has set, and can be sent again', async () => {
      const { page } = await open();
      await say(page, '/company edit C-1');
      const dialog = page.getByRole('dialog', { name: 'Sửa công ty' });
      const region = dialog.getByLabel('Khu vực', { exact: true });
      await region.waitFor();
      await region.fill('Bắc');
      await dialog.getByLabel('Ngành', { exact: true }).fill('Thép');
      await acme.say(lan, 'company edit 1 region:Trung website:thep.vn');

      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await dialog.getByText('Lan đã đổi Khu vực thành Trung.').waitFor();
      expect(await region.inputValue()).toBe('Bắc');
      expect(await dialog.getByLabel('Ngành', { exact: true }).inputValue()).toBe('Thép');
      expect(await dialog.getByLabel('Website').inputValue()).toBe('thep.vn');
      const row = () => acme.db.company.findUniqueOrThrow({ where: { id: 1 } });
      expect(await row()).toMatchObject({ region: 'Trung', industry: null });

      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await row()).toMatchObject({ region: 'Bắc', industry: 'Thép', website: 'thep.vn' });
    });
  },
);

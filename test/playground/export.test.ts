import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { handedTo } from '../../src/commands/handed.ts';
import type { PlaygroundOptions } from '../../src/platforms/playground/index.ts';
import { importing } from '../import/importing.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { cards, chromiumPath, say, useBrowser } from './browser.ts';
import { type Served, servePlayground } from './serve.ts';
import { openTab } from './tab.ts';

const database = await testDatabase();
const desk = await importing();

describe('an export in the playground', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let options: Partial<PlaygroundOptions>;
  let served: Served | undefined;

  beforeAll(async () => {
    acme = await company(database, { env: { DEFAULT_LOCALE: 'en' } });
    const lan = await acme.member('Lan', 'rep', 'North', 'vi');
    const minh = await acme.member('Minh', 'manager');
    const nam = { platform: 'playground', userId: 'nam', name: 'Nam', full: true } as const;
    await acme.say(lan, { command: 'lead.add', wire: { name: '=Của Lan', source: 'website' } });
    await acme.say(minh, { command: 'lead.add', wire: { name: 'Kín', source: 'website', owner: 'Minh' } });
    options = {
      chat: acme.chat,
      registry: acme.live.registry,
      people: async () => [
        { person: lan, role: 'rep', access: 'rep', locale: 'vi' },
        { person: minh, role: 'manager', access: 'manager', locale: 'en' },
        { person: nam, role: 'anyone', access: 'anyone' },
      ],
      make: (file, reader) => handedTo(acme.org, reader, file),
    };
  });
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });

  /** Asks for an export and gives what its link gives to somebody. */
  async function link(person: string, line: string, change: Partial<PlaygroundOptions> = {}) {
    const here = await servePlayground({ ...options, ...change });
    served = here;
    const tab = await openTab(here, person);
    await tab.act({ said: { line } });
    const message = (await tab.until((all) => all.some(({ card }) => card))).find(({ card }) => card);
    tab.close();
    expect(message).toMatchObject({ only: true });
    return (reader: string, block = '0') => {
      const query = new URLSearchParams({ message: message?.id ?? '', block, person: reader });
      return fetch(`${here.url}/playground/file?${query}`);
    };
  }

  it('is a link that gives the file of who asked, made as it is opened', async () => {
    const get = await link('lan', '/export leads');
    const response = await get('lan');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="leads-2026-11-18.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toContain(",'=Của Lan");
    expect(bytes.toString()).not.toContain('Kín');
    expect((await desk.load('leads', bytes)).out).toContain('0 new, 0 updated, 1 unchanged');
    await acme.say(
      { platform: 'playground', userId: 'lan', name: 'Lan', full: true },
      { command: 'lead.add', wire: { name: 'Mới', source: 'website' } },
    );
    expect(await (await get('lan')).text()).toContain('Mới');
  });

  it('is not there for another person, nor behind another block or message', async () => {
    const get = await link('minh', '/export leads');
    expect((await get('minh')).status).toBe(200);
    expect((await get('lan')).status).toBe(404);
    expect((await get('nam')).status).toBe(404);
    expect((await get('minh', '1')).status).toBe(404);
    expect((await get('minh', 'x')).status).toBe(404);
  });

  it('is refused with a sentence to who lost their rights after the card was shown', async () => {
    const get = await link('minh', '/export leads');
    await acme.db.member.updateMany({ where: { name: 'Minh' }, data: { active: false } });
    const refused = await get('minh');
    expect([refused.status, await refused.text()]).toEqual([
      403,
      'Your role does not allow this; please ask a manager or an admin.',
    ]);
    await acme.db.member.updateMany({ where: { name: 'Minh' }, data: { active: true } });
  });

  it('that breaks off is not taken for a whole file', async () => {
    const get = await link('minh', '/export leads', {
      make: async () =>
        (async function* () {
          yield 'id\n';
          throw new Error('the database went away');
        })(),
    });
    await expect(get('minh').then((response) => response.text())).rejects.toThrow();
  });

  describe.skipIf(!chromiumPath)('in a browser (needs Chromium)', () => {
    const open = useBrowser(() => options);

    it('is downloaded with its name by the link of a list’s button', async () => {
      const { page } = await open();
      await say(page, '/lead list');
      await cards(page).last().getByRole('button', { name: 'Xuất CSV' }).click();
      const link = cards(page)
        .last()
        .getByRole('link', { name: /^leads-.*csv$/ });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('leads-2026-11-18.csv');
      expect(await readFile(await download.path(), 'utf8')).toContain(",'=Của Lan");
    });
  });
});

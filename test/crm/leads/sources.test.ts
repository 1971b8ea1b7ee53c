import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();
let acme: Awaited<ReturnType<typeof company>>;
let admin: Person;
let lan: Person;

beforeEach(async () => {
  await database.truncate();
  acme = await company(database);
  admin = await acme.member('Bảo', 'admin');
  lan = await acme.member('Lan', 'rep');
});

const sources = async () =>
  (await acme.db.lead.findMany({ orderBy: { id: 'asc' } })).map(({ source }) => source);
const offered = async (text = '') => {
  const asked = {
    person: lan,
    place: { channel: 'x', private: true },
    command: 'lead.add',
    field: 'source',
  } as const;
  return (await acme.chat.suggest({ ...asked, text, wire: {} })).map(({ label }) => label);
};

describe('the sources of leads', () => {
  it('are what an admin says, in forms, lines, lists and suggestions, beside those that are always there', async () => {
    const { card } = await acme.say(admin, 'lead sources "website, Hội thảo, Zalo, hoi thao"');
    expect(textOf(card)).toContain('Website, Social network, Sales team, Referral, Other, Hội thảo, Zalo');
    const form = await acme.ask(lan, 'lead add "Lê Nam"');
    expect(textOf(form)).toContain('"options":[{"value":"website","label":"Website"}');
    expect(textOf(form)).toContain('{"value":"Hội thảo","label":"Hội thảo"}');
    for (const source of ['hoi thao', 'ZALO', '"sales team"'])
      expect(await acme.say(lan, `lead add "Lê Nam" source:${source}`)).toMatchObject({ ok: 'done' });
    expect(await sources()).toEqual(['Hội thảo', 'Zalo', 'team']);
    expect(textOf(await acme.say(lan, 'lead list source:"hội thảo"'))).toContain('1 lead');
    expect(await offered()).toEqual([
      ...['Website', 'Social network', 'Sales team', 'Referral', 'Other'],
      ...['Hội thảo', 'Zalo'],
    ]);
    expect(await offered('hoi')).toEqual(['Hội thảo']);
  });

  it('are required, and only these', async () => {
    await acme.say(admin, 'lead sources "Hội thảo"');
    expect((await acme.ask(lan, 'lead add "Lê Nam"')).kind).toBe('ask');
    expect(textOf(await acme.ask(lan, 'lead add "Lê Nam" source:báo'))).toContain('"error":');
    expect(await sources()).toEqual([]);
  });

  it('cannot be taken away while something came from them; what was set is taken back by an undo', async () => {
    await acme.say(admin, 'lead sources "Hội thảo, Zalo"');
    await acme.say(lan, 'lead add "Lê Nam" source:Zalo');
    await acme.say(lan, 'deal add "Kho" 5tr source:"Hội thảo"');
    for (const [line, source] of [
      ['lead sources "Hội thảo"', 'Zalo'],
      ['lead sources Zalo', 'Hội thảo'],
      ['lead sources website', 'Zalo'],
    ] as const) {
      const { ok, card } = await acme.say(admin, line);
      expect([ok, textOf(card)]).toEqual(['refused', expect.stringContaining(`“${source}” is where some`)]);
    }
    expect(textOf(await acme.say(admin, 'lead sources "Hội thảo, Zalo"'))).toContain('Nothing would change');
    await acme.say(admin, 'lead sources "Hội thảo, Zalo, Báo"');
    await acme.say(admin, 'undo');
    expect(await offered('bao')).toEqual([]);
    expect(await offered('zalo')).toEqual(['Zalo']);
    expect((await acme.say(lan, 'undo 1')).ok).toBe('refused');
    expect((await acme.say(lan, 'lead sources Báo')).ok).toBe('refused');
  });

  it('of an import stay as they are when the lead is edited', async () => {
    await acme.say(lan, 'lead add "Lê Nam" source:website');
    await acme.db.lead.update({ where: { id: 1 }, data: { source: 'Facebook Ads' } });
    expect(textOf(await acme.say(lan, 'lead show 1'))).toContain('Facebook Ads');
    const wire = { lead: '1', name: 'Lê Hoài Nam', source: '', _shown: '1' };
    expect(await acme.say(lan, { command: 'lead.edit', wire })).toMatchObject({ ok: 'done' });
    expect(await sources()).toEqual(['Facebook Ads']);
  });

  it('that another replica has set are known after it looks', async () => {
    await acme.db.setting.create({ data: { key: 'lead.sources', value: ['Zalo'] } });
    expect(await offered('zalo')).toEqual([]);
    await acme.live.refresh();
    expect(await offered('zalo')).toEqual(['Zalo']);
  });
});

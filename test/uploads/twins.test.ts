import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { dropping, textOf } from './dropping.ts';

const desk = await dropping();
let hoa: Person;
beforeEach(async () => {
  await desk.reset();
  hoa = await desk.acme.member('Hoa', 'admin');
});

const file = 'name,phone,source\nLan Anh,0912345678,website\nMinh,0987654321,website\n';

describe('rows that are likely here already', () => {
  /** The dry run of a file of which the first row is a lead that is here. */
  async function tried() {
    await desk.acme.say(hoa, 'lead add "Nguyễn Lan Anh" phone:0912345678 source:website');
    const card = await desk.drop(hoa, 'leads.csv', file);
    return desk.press(hoa, card, 'Dry run');
  }
  const names = async () => (await desk.db.lead.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name);

  it('are told with whom they are, and not imported', async () => {
    const card = await tried();
    expect(textOf(card)).toContain('this is likely L-1 Nguyễn Lan Anh');
    await desk.press(hoa, card, 'Import');
    expect(await names()).toEqual(['Nguyễn Lan Anh', 'Minh']);
  });

  it('are left out and counted at the press of a button', async () => {
    const card = await desk.press(hoa, await tried(), 'Leave the duplicates out');
    expect(textOf(card)).toContain('{"label":"Duplicates left out","value":["1"]}');
    expect(textOf(card)).not.toContain('likely L-1');
    await desk.press(hoa, card, 'Import');
    expect(await names()).toEqual(['Nguyễn Lan Anh', 'Minh']);
  });

  it('are imported too at the press of the other', async () => {
    const card = await desk.press(hoa, await tried(), 'Import the duplicates too');
    await desk.press(hoa, card, 'Import');
    expect(await names()).toEqual(['Nguyễn Lan Anh', 'Lan Anh', 'Minh']);
  });
});

describe('leads without an owner', () => {
  it('go to whom the rules say where that is asked, and come back from them with the import', async () => {
    const lan = await desk.acme.member('Lan', 'rep');
    await desk.acme.say(hoa, 'assign add source:website to:Lan by:turns');
    await desk.drop(hoa, 'leads.csv', file);
    const wire = { upload: '1', byRules: 'yes' };
    const { card } = await desk.acme.say(hoa, { command: 'import.options', wire });
    expect(textOf(card)).toContain('{"label":"Assigned","value":["Lan 2"]}');
    expect(await desk.db.delivery.count()).toBe(0);
    const done = await desk.press(hoa, card, 'Import');
    expect(textOf(await desk.acme.say(lan, 'lead list owner:me'))).toContain('Minh');
    expect(await desk.db.delivery.count()).toBe(1);
    await desk.press(hoa, done, 'Undo');
    expect(await desk.db.lead.count()).toBe(0);
  });

  it('of another kind are none', async () => {
    await desk.drop(hoa, 'firms.csv', 'name,industry\nA,IT\n');
    const wire = { upload: '1', byRules: 'yes' };
    const answer = await desk.acme.say(hoa, { command: 'import.options', wire });
    expect([answer.ok, textOf(answer.card)]).toEqual(['refused', expect.stringContaining('Only leads')]);
  });
});

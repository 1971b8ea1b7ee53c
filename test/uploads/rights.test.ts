import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { actionsOf, buttonOf, dropping, textOf } from './dropping.ts';

const desk = await dropping();

describe('who may import', () => {
  let [hoa, lan, bao, look] = [] as unknown as [Person, Person, Person, Card];
  beforeAll(async () => {
    hoa = await desk.acme.member('Hoa', 'manager');
    lan = await desk.acme.member('Lan', 'rep');
    bao = await desk.acme.member('Bảo', 'admin');
    look = await desk.drop(hoa, 'x.csv', 'name,industry\nA,IT\n');
  });

  it('a rep is refused before anything is fetched', async () => {
    desk.fetched.length = 0;
    expect(textOf(await desk.drop(lan, 'y.csv', 'name\nA\n'))).toContain('Your role does not allow this');
    expect(desk.fetched).toEqual([]);
  });

  it('another person’s file does not exist, not even for an admin', async () => {
    for (const who of [bao, lan]) {
      const answers = await Promise.all(
        ['Dry run', 'Import', 'Cancel'].map((label) => desk.acme.say(who, buttonOf(look, label))),
      );
      expect(answers.map(({ ok }) => ok)).toEqual(['refused', 'refused', 'refused']);
    }
    const place = { channel: 'x', private: true };
    const asked = { command: 'import.check', field: 'upload', text: '', wire: {}, place } as const;
    expect(await desk.acme.chat.suggest({ ...asked, person: bao })).toEqual([]);
    expect(await desk.acme.chat.suggest({ ...asked, person: hoa })).toEqual([{ value: '1', label: 'x.csv' }]);
    expect(await desk.db.company.count()).toBe(0);
  });

  it('members are made by admins alone, as owners too', async () => {
    const users = await desk.drop(hoa, 'u.csv', 'name,email,team,manager\nA,a@b.vn,X,B\n');
    expect(textOf(users.title)).toContain('Contacts');
    const asUsers = { command: 'import.columns', wire: { upload: '2', kind: 'users' } };
    expect((await desk.acme.say(hoa, asUsers)).ok).toBe('refused');
    const deals = 'title,amount,stage,owner\nA,5,Negotiation,Nobody\n';
    const checked = await desk.press(hoa, await desk.drop(hoa, 'd.csv', deals), 'Dry run');
    expect(actionsOf(checked).map(({ label }) => label)).not.toContain('Make the missing owners');
    const forced = { command: 'import.options', wire: { upload: '2', create: 'owner' } };
    expect((await desk.acme.say(hoa, forced)).ok).toBe('refused');
    const own = await desk.press(bao, await desk.drop(bao, 'd.csv', deals), 'Dry run');
    expect(actionsOf(own).map(({ label }) => label)).toContain('Make the missing owners');
  });

  it('a manager whose role no longer sees everything may not', async () => {
    const granted = { record: 'deal', sees: 'TEAM', changes: 'OWN' } as const;
    await desk.db.permission.create({ data: { role: 'MANAGER', ...granted } });
    expect((await desk.acme.say(hoa, buttonOf(look, 'Import'))).ok).toBe('refused');
    expect(await desk.db.company.count()).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the department in charge of a stage', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let lan: Person;
  const card = async (line: string, person = lan) => (await acme.say(person, line)).card;
  const listed = async (line: string) => [...new Set(textOf((await card(line)).blocks).match(/D-\d/g) ?? [])];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    lan = await acme.member('Lan', 'rep');
    for (const line of [
      'deal add Mở 1tỷ',
      'deal add "Báo giá" 2tỷ stage:"quote sent"',
      'deal add Thắng 3tỷ',
      'deal won 3',
      'deal add Thua 4tỷ',
      'deal lost 4 giá',
    ])
      expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
  });

  it('is sales until the contract is closed, and care from then on, as the card tells', async () => {
    expect(textOf(await card('deal show 1'))).toContain(' · Sales in charge');
    expect(textOf(await card('deal show 3'))).toContain(' · Customer care in charge');
    expect(textOf(await card('deal show 4'))).not.toContain('in charge');
    await acme.say(lan, 'me language:vi');
    expect(textOf(await card('deal show 2'))).toContain(' · phòng Kinh doanh phụ trách');
  });

  it('finds its deals in a list, by its name in either language', async () => {
    expect(await listed('deal list department:care')).toEqual(['D-3']);
    expect(await listed('deal list phòng:"kinh doanh"')).toEqual(['D-2', 'D-1']);
    expect(await listed('deal list department:sales|care')).toEqual(['D-2', 'D-1', 'D-3']);
    expect(await listed('deal list department:none')).toEqual(['D-4']);
    expect(await listed('deal list -department:sales')).toEqual(['D-3', 'D-4']);
    const refused = await acme.say(lan, 'deal list department:finance');
    expect(refused).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(refused.card)).toContain('Sales, Marketing, Customer care');
  });

  it('stands beside the stages of a list whose deals are of several departments', async () => {
    expect(textOf(await card('deal list department:sales|care'))).toContain('New lead · Sales');
    expect(textOf(await card('deal list'))).not.toContain('· Sales');
  });

  it('is changed by admins with the form of a button, from then on holds everywhere, and can be taken back', async () => {
    const shown = await card('crm stages', admin);
    const button = shown.blocks
      .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      .find(({ label }) => label === 'Edit Quote sent');
    if (!button) throw new Error(textOf(shown));
    const asked = await acme.ask(admin, button);
    if (asked.kind !== 'ask') throw new Error('no form');
    const filled = Object.fromEntries(asked.form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(filled).toMatchObject({ department: 'sales', stale: '5' });
    const wire = { ...asked.form.carried, ...filled, department: 'marketing', stale: '' };
    const done = await acme.say(admin, { command: 'crm.stage', wire });
    expect(textOf(done.card)).toContain('[["Quote sent"],["Marketing"],["–"],["40%"]]');
    expect(await listed('deal list department:marketing')).toEqual(['D-2']);
    expect(textOf(await card('deal show 2'))).toContain(' · Marketing in charge');
    await acme.say(admin, 'undo');
    expect(await listed('deal list department:marketing')).toEqual([]);
    expect(await acme.db.stage.findFirstOrThrow({ where: { nameEn: 'Quote sent' } })).toMatchObject({
      ...{ department: 'SALES', staleAfterDays: 5 },
    });
  });

  it('is changed by what says something new alone, and a deal that is closed may rest as long as it likes', async () => {
    const before = await acme.db.stage.findMany({ orderBy: { id: 'asc' } });
    const count = await acme.db.change.count();
    for (const line of ['crm stage won care 5', 'crm stage "quote sent" sales 5'])
      expect(await acme.say(admin, line), line).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(await acme.db.stage.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await acme.db.change.count()).toBe(count);
  });

  it('is seen by everybody who reads, and changed and taken back by admins alone', async () => {
    expect(textOf(await card('crm stages'))).not.toContain('Edit ');
    await acme.say(admin, 'crm stage "quote sent" care');
    const hoa = await acme.member('Hoa', 'manager');
    expect(await acme.say(hoa, 'undo 7')).toMatchObject({ ok: 'refused' });
    expect(await acme.say(hoa, 'crm stage "quote sent" sales')).toMatchObject({ ok: 'refused' });
    expect(await listed('deal list department:care')).toEqual(['D-2', 'D-3']);
  });
});

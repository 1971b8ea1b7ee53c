import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the form of a record whose links are out of sight', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    const boss = await acme.member('Hoa', 'admin');
    lan = await acme.member('Lan', 'rep', 'North');
    for (const line of [
      'company add "Kín"',
      'contact add "Trần Bình" company:C-1',
      'company add "Con" parent:C-1 owner:Lan',
      'contact add "An" company:C-1 owner:Lan',
      'deal add Kho 5tr company:C-1 contact:P-1 owner:Lan',
      'lead add Nam source:website company:Kín owner:Lan',
      'crm permit rep company sees:own changes:own',
      'crm permit rep contact sees:own changes:own',
    ])
      expect(await acme.say(boss, line), line).toMatchObject({ ok: 'done' });
  });

  it.each([
    ['company edit C-2', { region: 'Nam' }],
    ['contact edit P-2', { region: 'Nam' }],
    ['deal edit D-1', { amount: '6tr' }],
    ['lead edit L-1', { region: 'Nam' }],
  ])('shows none and clears none: %s', async (line, changed) => {
    const got = await acme.ask(lan, line);
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const { command, carried, fields } = got.form;
    if (command !== 'lead.edit') expect(textOf(fields)).not.toContain('Kín');
    const filled = Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']));
    const sent = await acme.say(lan, { command, wire: { ...carried, ...filled, ...changed } });
    expect(sent.ok, textOf(sent.card)).toBe('done');
    const [child, person, deal, lead] = await Promise.all([
      acme.db.company.findUniqueOrThrow({ where: { id: 2 } }),
      acme.db.contact.findUniqueOrThrow({ where: { id: 2 } }),
      acme.db.deal.findUniqueOrThrow({ where: { id: 1 } }),
      acme.db.lead.findUniqueOrThrow({ where: { id: 1 } }),
    ]);
    expect([child.parentId, person.companyId, deal.companyId, deal.contactId, lead.companyId]).toEqual(
      Array(5).fill(1),
    );
  });

  it('keeps that of a lead whose company is said again', async () => {
    expect((await acme.say(lan, 'lead edit L-1 company:Kín region:Nam')).ok).toBe('done');
    expect(await acme.db.lead.findMany()).toMatchObject([{ companyId: 1, region: 'Nam' }]);
  });
});

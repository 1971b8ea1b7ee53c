import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('undo', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan Anh', 'rep');
  });

  /** Every business table, as it is. */
  async function state() {
    const { db } = acme;
    return {
      deals: await db.deal.findMany({ orderBy: { id: 'asc' } }),
      events: await db.stageEvent.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } }),
      leads: await db.lead.findMany({ orderBy: { id: 'asc' } }),
      contacts: await db.contact.findMany({ orderBy: { id: 'asc' } }),
      companies: await db.company.findMany({ orderBy: { id: 'asc' } }),
      activities: await db.activity.findMany({ orderBy: { id: 'asc' } }),
      members: await db.member.findMany({ orderBy: { id: 'asc' } }),
    };
  }

  const lines = [
    'deal add Beta 200tr company:Acme',
    'deal edit 1 amount:900tr close:31/12',
    'deal move 1 negotiation',
    'deal won 1',
    'deal lost 1 reason:price',
    'lead add Nam source:website phone:"0912 345 678"',
    'log call 1 "talked about price" outcome:answered duration:15',
    'log note L-1 "first contact"',
    'contact add "Trần Bình" company:Acme email:binh@example.com',
    'company add "Hoàng Long" industry:IT',
  ];

  it.each(lines)('takes back “%s” whole, and brings it back whole', async (line) => {
    await acme.say(lan, 'company add Acme');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'lead add Vy source:referral');
    const before = await state();
    await acme.say(lan, line);
    const after = await state();
    expect(after).not.toEqual(before);
    const { card } = await acme.say(lan, 'undo');
    expect(textOf(card)).toContain('undone');
    expect(await state()).toEqual(before);
    const redo = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))[0];
    await acme.say(lan, { command: redo?.command ?? '', wire: redo?.wire ?? {} });
    expect(await state()).toEqual(after);
  });

  it('of a reopening gives the deal its old close time back, and keeps the history', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal won 1');
    const won = await acme.db.stageEvent.findFirstOrThrow({ where: { stageId: 6 } });
    acme.clock.pass(3);
    await acme.say(lan, 'deal reopen 1');
    acme.clock.pass(1);
    await acme.say(lan, 'undo');
    expect(textOf(await acme.say(lan, 'deal show 1'))).toContain(won.at.toISOString());
    expect(await acme.db.stageEvent.count()).toBe(3);
  });

  it('goes back one change after the other, and not twice through one', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:1tỷ');
    await acme.say(lan, 'undo');
    await acme.say(lan, 'undo');
    expect(await acme.db.deal.count()).toBe(0);
    expect(textOf(await acme.say(lan, 'undo'))).toContain('no change to take back');
    expect(textOf(await acme.say(lan, 'undo 1'))).toContain('undone before');
  });

  it('refuses what somebody changed or built on since, and changes nothing', async () => {
    const boss = await acme.member('Hoa', 'manager');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:1tỷ');
    await acme.say(boss, 'deal edit 1 amount:2tỷ');
    expect(textOf(await acme.say(lan, 'undo 2'))).toContain('Hoa changed the same record later');
    await acme.say(boss, 'log note 1 "seen"');
    expect(textOf(await acme.say(lan, 'undo 1'))).toMatch(/changed the same record later|built on it/);
    expect((await acme.db.deal.findFirstOrThrow()).amount?.toFixed()).toBe('2000000000');
  });

  it('is for what one did oneself; for others a manager’s', async () => {
    const other = await acme.member('Tú', 'rep');
    const boss = await acme.member('Hoa', 'manager');
    await acme.say(lan, 'company add Acme');
    expect(textOf(await acme.say(other, 'undo 1'))).toContain('Only a manager');
    await acme.say(boss, 'undo 1');
    expect(await acme.db.company.count()).toBe(0);
  });
});

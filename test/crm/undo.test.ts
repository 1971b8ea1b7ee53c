import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

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

describe('undo of an undo, and of what others may not', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let boss: Person;
  let admin: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan Anh', 'rep', 'North');
    boss = await acme.member('Hoa', 'manager');
    admin = await acme.member('Bảo', 'admin');
  });

  const amount = async (id = 1) =>
    (await acme.db.deal.findUnique({ where: { id } }))?.amount?.toFixed().replace(/0{6}$/, 'tr');
  const press = async (person: Person, card: Card, label: string) => {
    const all = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    const found = all.find((action) => action.label === label);
    return acme.say(person, { command: found?.command ?? '', wire: found?.wire ?? {} });
  };

  it('names the one record it was about, however the change wrote it, and none of several', async () => {
    const undone = async (line: string) => {
      expect(await acme.say(lan, line)).toMatchObject({ ok: 'done' });
      const { card } = await acme.say(lan, 'undo');
      return textOf(card.title).match(/”(.*) was undone/)?.[1];
    };
    expect(await undone('deal add Kho 5tr')).toMatch(/^: D-\d+ Kho$/);
    await acme.say(lan, 'deal add Kho 5tr');
    const { id } = await acme.db.deal.findFirstOrThrow({ where: { title: 'Kho' } });
    expect(await undone(`log call D-${id} "đã gọi"`)).toBe(`: D-${id} Kho`);
    expect(await undone(`task add D-${id} "gọi lại" due:20/12`)).toBe(`: D-${id} Kho`);
    expect(await undone(`deal won D-${id}`)).toBe(`: D-${id} Kho`);
    await acme.say(lan, 'lead add Nam website company:"Sao Mai"');
    const lead = await acme.db.lead.findFirstOrThrow();
    expect(await undone(`lead convert L-${lead.id} contact:new company:new amount:5tr`)).toBe(
      `: L-${lead.id} Nam`,
    );
    expect(await undone('segment add "South" company region:Nam')).toBe('');
  });

  it('takes what was brought back first, by its first number too', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:600tr');
    const { card } = await acme.say(lan, 'undo');
    const back = await press(lan, card, 'Bring it back');
    expect(textOf(back.card)).toContain('“Edit deal”: D-1 Acme is back (change 2)');
    expect(await amount()).toBe('600tr');
    await acme.say(lan, 'undo');
    expect(await amount()).toBe('500tr');
    expect(textOf(await acme.say(lan, 'undo 2'))).toContain('undone before');
    await press(lan, back.card, 'Undo');
    expect(await amount()).toBe('500tr');
  });

  it('does not go below what was brought back, nor bring back what lies above a gap', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:600tr');
    await acme.say(lan, 'deal edit 1 amount:700tr');
    const { card } = await acme.say(lan, 'undo');
    await press(lan, card, 'Bring it back');
    expect(textOf(await acme.say(lan, 'undo 2'))).toContain('changed the same record later');
    expect(await amount()).toBe('700tr');
    await acme.say(lan, 'undo');
    await acme.say(lan, 'undo');
    expect(await amount()).toBe('500tr');
    // The third change again without the second would leave a mixture.
    const last = await acme.db.change.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(textOf(await acme.say(lan, `undo ${last[1]?.id}`))).toContain('changed the same record later');
    expect(await amount()).toBe('500tr');
  });

  it('does not exist on a deal that somebody else has given to another team', async () => {
    await acme.member('Minh', 'rep', 'South');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:600tr');
    await acme.say(lan, 'deal move 1 negotiation');
    await acme.say(lan, 'log note 1 "x"');
    await acme.say(boss, 'deal edit 1 owner:Minh');
    const before = await acme.db.stageEvent.findMany();
    for (const change of [1, 2, 3, 4])
      expect(textOf(await acme.say(lan, `undo ${change}`))).toContain(`There is no change number ${change}`);
    expect((await acme.say(lan, 'undo')).ok).toBe('refused');
    expect(await acme.db.stageEvent.findMany()).toEqual(before);
    expect(await acme.db.activity.count()).toBe(1);
  });

  it('of a move asks the colleague who has the deal now', async () => {
    await acme.member('Tú', 'rep', 'North');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal move 1 negotiation');
    await acme.say(boss, 'deal edit 1 owner:Tú');
    expect(textOf(await acme.say(lan, 'undo 2'))).toContain('belongs to somebody else');
  });

  it('gets back what one has given away oneself', async () => {
    await acme.member('Minh', 'rep', 'South');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 owner:Minh');
    await acme.say(lan, 'undo');
    expect((await acme.say(lan, 'deal show 1')).ok).toBe('done');
  });

  it('is no way to a role that one does not have', async () => {
    await acme.member('Sơn', 'admin');
    await acme.say(admin, 'crm member Sơn role:manager');
    const son = { ...boss, userId: 'son', name: 'Sơn' };
    for (const person of [son, boss])
      expect(textOf(await acme.say(person, 'undo 1'))).toContain('Your role does not allow');
    await acme.say(admin, 'crm member Sơn role:admin');
    await acme.say(son, 'crm member Lan team:South');
    await acme.say(admin, 'crm member Sơn role:rep');
    expect(textOf(await acme.say(son, 'undo'))).toContain('Your role does not allow');
    expect((await acme.db.member.findFirstOrThrow({ where: { name: 'Sơn' } })).role).toBe('REP');
  });

  it('leaves somebody who can let others in', async () => {
    await acme.member('Sơn', 'rep');
    const son = { ...boss, userId: 'son', name: 'Sơn' };
    await acme.say(admin, 'crm member Sơn role:admin');
    await acme.say(son, 'crm member Bảo role:rep');
    expect(textOf(await acme.say(son, 'undo 1'))).toContain('Somebody must remain an admin');
    expect(await acme.db.member.count({ where: { role: 'ADMIN' } })).toBe(1);
  });

  it('takes a choice of language back by its number alone, and for the operator no newcomer’s entrance', async () => {
    await acme.say(lan, 'me language:vi');
    const { id } = await acme.db.change.findFirstOrThrow({ where: { command: 'me' } });
    expect((await acme.say(lan, 'undo')).ok).toBe('refused');
    expect((await acme.say(lan, `undo ${id}`)).ok).toBe('done');
    const operator: Person = { platform: 'terminal', userId: 'operator', name: 'operator', full: true };
    await acme.say(operator, 'company add Acme');
    const email = 'nga@acme.vn';
    await acme.db.member.create({ data: { name: 'Nga', folded: 'nga', email, role: 'REP' } });
    await acme.say({ platform: 'slack', userId: 'U1', name: 'Nga', email, full: true }, 'me');
    await acme.say(operator, 'undo');
    expect(await acme.db.company.count()).toBe(0);
    expect(await acme.db.identity.count({ where: { userId: 'U1', memberId: { not: null } } })).toBe(1);
  });
});

describeOnPostgres('undo under contention', (postgres) => {
  it('of many at once of one change, one is done, and the others are told', async () => {
    const acme = await company(postgres());
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal edit 1 amount:600tr');
    const answers = await Promise.all(Array.from({ length: 8 }, () => acme.say(lan, 'undo 2')));
    expect(answers.map((answer) => answer.ok).toSorted()).toEqual(['done', ...Array(7).fill('refused')]);
    expect((await acme.db.deal.findFirstOrThrow()).amount?.toFixed()).toBe('500000000');
    expect(await acme.db.change.count()).toBe(3);
  });

  it('and an edit of the same deal at once leave what the later of them says', async () => {
    const acme = await company(postgres());
    await postgres().truncate();
    await acme.reset();
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'deal add Acme 500tr source:website');
    for (let round = 0; round < 6; round += 1) {
      await acme.say(lan, `deal edit 1 amount:${600 + round}tr`);
      const change = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
      const [undone, edited] = await Promise.all([
        acme.say(lan, `undo ${change.id}`),
        acme.say(lan, `deal edit 1 amount:${700 + round}tr`),
      ]);
      expect(undone.ok === 'fault' || edited.ok === 'fault').toBe(false);
      expect((await acme.db.deal.findFirstOrThrow()).amount?.toFixed()).toBe(`${700 + round}000000`);
    }
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { describeOnPostgres, testDatabase } from '../../support/database.ts';

const database = await testDatabase();

describe('rules of assignment', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let [hoa, lan, minh] = [] as unknown as [Person, Person, Person];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    hoa = await acme.member('Hoa', 'manager');
    lan = await acme.member('Lan', 'rep', 'North');
    minh = await acme.member('Minh', 'rep', 'North');
    await acme.member('Tú', 'rep', 'South', 'vi');
  });

  const text = async (person: Person, line: string) => textOf(await acme.say(person, line));
  const owners = async () => {
    const leads = await acme.db.lead.findMany({ orderBy: { id: 'asc' }, include: { owner: true } });
    return leads.map(({ owner }) => owner?.name ?? '–').join(' ');
  };
  const add = (person: Person, more = '') =>
    text(person, `lead add "Khách ${Math.random()}" source:website ${more}`);
  const told = async () => {
    const owed = await acme.db.delivery.findMany({ orderBy: { id: 'asc' } });
    return owed.map(({ destination }) => destination.replace('user:', '')).join(' ');
  };
  const listed = async () => (await text(hoa, 'assign list')).match(/\[\["\d"\],\["[^"]*"\],\["[^"]*"\]/g);

  it('send a lead without an owner round the people they name, who are each told; others stay', async () => {
    await add(hoa);
    await acme.say(hoa, 'assign add "Lan, Tú" region:Nam');
    await add(hoa, 'region:nam');
    expect(await add(hoa, 'region:Nam')).toContain('Lead added. Tú: by turns (rule 1).');
    await add(minh, 'region:Nam');
    await add(hoa, 'region:Bắc');
    await add(hoa, 'region:Nam owner:me');
    await add(minh, 'region:Nam owner:Hoa');
    expect(await owners()).toBe('Hoa Lan Tú Lan Hoa Hoa Hoa');
    expect(await told()).toBe('lan tu lan hoa');
    const [, second] = await acme.db.delivery.findMany({ orderBy: { id: 'asc' } });
    expect(textOf(second?.card)).toContain('Tú: theo lượt (quy tắc 1)');
  });

  it('keep their turn when the lead is taken back, so that the next is not the same again', async () => {
    await acme.say(hoa, 'assign add "Lan, Tú"');
    await add(hoa);
    await acme.say(hoa, 'undo');
    expect(await owners()).toBe('');
    await add(hoa);
    expect(await owners()).toBe('Tú');
    await add(minh);
    await acme.say(minh, 'undo');
    expect(await owners()).toBe('Tú');
  });

  it('count what is in work for each, and skip who is full, away or gone', async () => {
    await acme.say(hoa, 'assign add North by:workload');
    await acme.db.member.update({ where: { id: 2 }, data: { capacity: 1 } });
    for (let i = 0; i < 4; i++) await add(hoa);
    expect(await owners()).toBe('Lan Minh Minh Minh');
    await acme.db.member.update({
      where: { id: 3 },
      data: { awayFrom: new Date('2026-11-16'), awayUntil: new Date('2026-12-02') },
    });
    await acme.db.lead.update({ where: { id: 1 }, data: { status: 'DISQUALIFIED' } });
    await add(hoa);
    expect(await owners()).toBe('Lan Minh Minh Minh Lan');
  });

  it('leave to nobody what nobody can take, and the managers are told why', async () => {
    await acme.say(hoa, 'assign add "Lan, Tú"');
    await acme.db.member.updateMany({ where: { id: { in: [2, 4] } }, data: { capacity: 0 } });
    expect(await add(lan)).toContain(
      'Nobody can take it by the rules: Lan has 0 of 0 leads; Tú has 0 of 0 leads.',
    );
    expect(await owners()).toBe('–');
    expect(await told()).toBe('hoa');
    const [owed] = await acme.db.delivery.findMany();
    expect(textOf(owed?.card)).toContain('please give it to somebody');
  });

  it('give a lead away when nobody is named, to another than who has it, and say when none can', async () => {
    await add(hoa, 'owner:Lan');
    expect(await text(hoa, 'lead assign 1')).toContain('No rule fits');
    await acme.say(hoa, 'assign add "Lan, Minh"');
    expect(await text(hoa, 'assign test 1')).toContain('Minh: by turns (rule 1).');
    expect(await owners()).toBe('Lan');
    expect((await acme.db.assignmentRule.findFirstOrThrow()).lastId).toBeNull();
    expect(await text(hoa, 'lead assign 1')).toContain('Minh: by turns (rule 1).');
    await acme.say(hoa, 'crm users');
    await acme.db.member.update({ where: { id: 2 }, data: { active: false } });
    expect(await text(hoa, 'lead assign 1')).toContain('nobody can take it now: Lan has left.');
    expect(await text(hoa, 'assign test 1')).toContain('Nobody can take it by the rules: Lan has left.');
    expect(await owners()).toBe('Minh');
  });

  it('are tried in their order, which is changed, edited, taken away and undone', async () => {
    await acme.say(hoa, 'assign add Lan region:Nam size:>50');
    await acme.say(hoa, 'assign add Minh region:Nam');
    await acme.say(hoa, 'assign add Tú');
    const rows = ['Region: Nam · Size: >50"],["Lan', 'Region: Nam"],["Minh', 'any lead"],["Tú'];
    const inOrder = (...order: number[]) => order.map((n) => `[["${n}"],["${rows[n - 1]}"]`);
    expect(await listed()).toEqual(inOrder(1, 2, 3));
    await add(hoa, 'region:Nam employees:50');
    await add(hoa, 'region:Nam employees:51');
    await acme.say(hoa, 'assign move 3 1');
    expect(await listed()).toEqual(inOrder(3, 1, 2));
    await add(hoa, 'region:Nam');
    expect(await owners()).toBe('Minh Lan Tú');
    await acme.say(hoa, 'undo');
    await acme.say(hoa, 'undo');
    expect(await listed()).toEqual(inOrder(1, 2, 3));
    await acme.say(hoa, 'assign remove 1');
    expect(await listed()).toEqual(inOrder(2, 3));
    await acme.say(hoa, 'undo');
    await acme.say(hoa, 'assign edit 2 region:Bắc to:"Minh, Tú" by:workload');
    expect((await listed())?.[1]).toBe('[["2"],["Region: Bắc"],["Minh, Tú"]');
    await acme.say(hoa, 'undo');
    expect(await listed()).toEqual(inOrder(1, 2, 3));
  });

  it('take a condition away where the form is sent with it empty', async () => {
    await acme.say(hoa, 'assign add Lan region:Nam size:10..200');
    const opened = await acme.ask(hoa, 'assign edit 1');
    const form = opened.kind === 'ask' ? opened.form : undefined;
    const wire = Object.fromEntries(form?.fields.map(({ name, value = '' }) => [name, value]) ?? []);
    expect(wire).toMatchObject({ rule: '1', to: 'Lan', by: 'turns', region: 'Nam', size: '10..200' });
    await acme.say(hoa, { command: 'assign.edit', wire: { ...wire, ...form?.carried, region: '' } });
    expect(await acme.db.assignmentRule.findFirst()).toMatchObject({
      region: null,
      minEmployees: 10,
      maxEmployees: 200,
    });
  });

  it.each([
    ['assign add North by:"round robin"', 'ROUND_ROBIN'],
    ['assign add "team North" by:"least busy"', 'WORKLOAD'],
    ['assign add "nhóm North" by:"xoay vòng"', 'ROUND_ROBIN'],
    ['assign add "đội North, Lan" by:"ít việc nhất"', 'WORKLOAD'],
  ])('know a team and a way of sharing out by what people call them: %s', async (line, method) => {
    await acme.say(hoa, line);
    expect((await listed())?.[0]).toContain('["Lan, Minh"]');
    expect(await acme.db.assignmentRule.findFirst()).toMatchObject({ method });
  });

  it('refuse what cannot be read, and who is no manager', async () => {
    const form = async (line: string) => textOf(await acme.ask(hoa, line));
    expect(await form('assign add Lan size:nhiều')).toContain('is no size I can read');
    expect(await form('assign add Lan size:200..10')).toContain('is no size I can read');
    expect(await text(hoa, 'assign add "Lan, Nobody"')).toContain('found nothing');
    expect(await text(hoa, 'assign edit 7 by:workload')).toContain('found nothing');
    expect(await text(lan, 'assign add Lan')).toContain('Your role does not allow this');
    await acme.member('Minh Anh', 'rep');
    await acme.member('Minh An', 'rep');
    const asked = await acme.say(hoa, 'assign add "Lan, Minh A"');
    const buttons = asked.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(buttons.map(({ wire }) => wire.to)).toEqual(['Lan, m6', 'Lan, m5']);
    expect(await acme.db.assignmentRule.count()).toBe(0);
    await acme.say(hoa, 'assign add Lan');
    expect(await text(lan, 'assign list')).toContain('any lead');
    expect(await text(lan, 'assign list')).not.toContain('assign.add');
  });
});

describeOnPostgres('leads that arrive at once', (postgres) => {
  it('go to different people, each rule’s turn kept whoever comes first, and no one gets more than they take', async () => {
    const acme = await company(postgres());
    const hoa = await acme.member('Hoa', 'manager');
    for (const name of ['Lan', 'Minh', 'Tú', 'Vy']) await acme.member(name, 'rep', 'Sales');
    await acme.say(hoa, 'assign add "Lan, Minh, Tú" region:Nam');
    await acme.say(hoa, 'assign add "Lan, Minh, Tú, Vy" by:workload');
    await acme.db.member.updateMany({ where: { name: 'Vy' }, data: { capacity: 2 } });
    const lines = Array.from(
      { length: 24 },
      (_, i) => `lead add "L${i}" source:website ${i % 2 ? 'region:Nam' : ''}`,
    );
    const answers = await Promise.all(lines.map((line) => acme.say(hoa, line)));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(24).fill('done'));
    const count = async (where: object) => {
      const leads = await acme.db.lead.groupBy({
        by: ['ownerId'],
        where,
        _count: true,
        orderBy: { ownerId: 'asc' },
      });
      return leads.map(({ _count }) => _count);
    };
    expect(await count({ region: 'Nam' })).toEqual([4, 4, 4]);
    expect((await count({}))[3]).toBe(2);
    expect(await acme.db.delivery.count()).toBe(24);
  });
});

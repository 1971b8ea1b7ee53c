import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Person } from '../../../src/chat/platform.ts';
import { shareOut } from '../../../src/crm/handover/share-out.ts';
import { company, textOf } from '../../support/company.ts';
import { describeOnPostgres, testDatabase } from '../../support/database.ts';

const database = await testDatabase();
const tables = ['deal', 'lead', 'contact', 'company'] as const;
type World = Awaited<ReturnType<typeof company>>;

/** `D1 D2` and so on of each owner. */
async function owned({ db }: World) {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const all = db[table] as unknown as {
      findMany(args: object): Promise<{ id: number; owner: { name: string } | null }[]>;
    };
    for (const { id, owner } of await all.findMany({ orderBy: { id: 'asc' }, include: { owner: true } })) {
      const name = owner?.name ?? 'nobody';
      found[name] = [
        ...(found[name]?.split(' ') ?? []),
        `${table === 'contact' ? 'P' : table[0]?.toUpperCase()}${id}`,
      ].join(' ');
    }
  }
  return found;
}

describe('handing over', () => {
  let acme: World;
  let [bao, hoa, lan] = [] as unknown as [Person, Person, Person];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    bao = await acme.member('Bảo', 'admin');
    hoa = await acme.member('Hoa', 'manager');
    lan = await acme.member('Lan', 'rep', 'North');
    await acme.member('Minh', 'rep', 'North', 'vi');
    await acme.member('Tú', 'rep', 'South');
    for (const line of [
      'company add Một owner:Lan',
      'company add Hai owner:Lan',
      'company add Ba owner:Tú',
      'contact add An company:Một owner:Lan',
      'contact add Bình company:Hai owner:Lan',
      'lead add Nam source:website owner:Lan',
      'lead add Vy source:website owner:Lan',
      'lead add Tâm source:website owner:Tú',
      'deal add "Hai 1" 100tr company:Hai owner:Lan',
      'deal add "Một 1" 200tr company:Một owner:Lan',
      'deal add "Một 2" $500 company:Một owner:Lan',
      'deal add "Hai 2" 50tr company:Hai owner:Lan',
      'deal add "Đã mất" 900tr owner:Lan',
      'deal lost 5 reason:giá',
    ])
      expect(await acme.say(hoa, line), line).toMatchObject({ ok: 'done' });
    await acme.db.lead.update({ where: { id: 2 }, data: { status: 'DISQUALIFIED' } });
    await acme.db.delivery.deleteMany();
  });

  const text = async (person: Person, line: string) => textOf(await acme.say(person, line));
  const told = async () => {
    const owed = await acme.db.delivery.findMany({ orderBy: { id: 'asc' } });
    return owed.map(({ destination, card }) => ({ destination, card: card as unknown as Card }));
  };
  const before = { Lan: 'D1 D2 D3 D4 D5 L1 L2 P1 P2 C1 C2', Tú: 'L3 C3' };

  it('gives what is open to one colleague, who is told once, and undo gives it back whole', async () => {
    expect(await owned(acme)).toEqual(before);
    const rows = async () => [
      await acme.db.lead.findMany({ orderBy: { id: 'asc' } }),
      await acme.db.deal.findMany({ orderBy: { id: 'asc' } }),
    ];
    const as = await rows();
    const report = await text(hoa, 'crm handover Lan to:Minh');
    expect(report).toContain('["Minh"],["4"],["350M\u00a0₫ + $500"],["1"],["2"],["2"]');
    expect(await owned(acme)).toEqual({ Lan: 'D5 L2', Minh: 'D1 D2 D3 D4 L1 P1 P2 C1 C2', Tú: 'L3 C3' });
    expect(await acme.db.change.count({ where: { command: 'crm.handover' } })).toBe(1);
    const messages = await told();
    expect(messages.map(({ destination }) => destination)).toEqual(['user:minh']);
    expect(textOf(messages[0]?.card)).toContain('Bạn nhận bàn giao từ Lan');
    expect(await text(hoa, 'lead show 1')).not.toContain('not yet');
    await acme.say(hoa, 'undo');
    expect(await owned(acme)).toEqual(before);
    expect(await rows()).toEqual(as);
    expect(await told()).toHaveLength(1);
  });

  it('shares out evenly among several, a customer with one of them, also what is closed when asked', async () => {
    await acme.say(hoa, 'crm handover Lan to:"Minh, Tú" all:yes');
    // Of eleven one gets six: Một and two without a customer, Hai and one of them.
    expect(await owned(acme)).toEqual({ Minh: 'D1 D4 D5 L2 P2 C2', Tú: 'D2 D3 L1 L3 P1 C1 C3' });
    expect((await told()).map(({ destination }) => destination)).toEqual(['user:minh', 'user:tu']);
  });

  it('is offered when somebody’s access ends, and asks to whom', async () => {
    const { card } = await acme.say(bao, 'crm member Lan active:no');
    const [button] = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(button).toMatchObject({ label: 'Hand over', command: 'crm.handover' });
    const asked = await acme.ask(bao, { command: 'crm.handover', wire: button?.wire ?? {} });
    expect(asked.kind === 'ask' && asked.form.fields.map(({ name }) => name)).toEqual([
      'member',
      'to',
      'all',
    ]);
    await acme.say(bao, { command: 'crm.handover', wire: { ...button?.wire, to: 'South' } });
    expect(await owned(acme)).toEqual({ Lan: 'D5 L2', Tú: 'D1 D2 D3 D4 L1 L3 P1 P2 C1 C2 C3' });
    expect(textOf(await acme.say(bao, 'crm member Tú role:rep team:North'))).not.toContain('crm.handover');
  });

  it('is refused to oneself, of nothing, to nobody, by a rep, and where not all of it may be changed', async () => {
    expect(await text(hoa, 'crm handover Lan to:Lan')).toContain('cannot hand over to themselves');
    expect(await text(hoa, 'crm handover Lan to:North')).toContain('cannot hand over to themselves');
    expect(await text(hoa, 'crm handover Hoa to:Lan')).toContain('Hoa has nothing to hand over');
    expect(await text(hoa, 'crm handover "Lan" "Nobody"')).toContain('found nothing');
    expect(await text(lan, 'crm handover Lan to:Minh')).toContain('Your role does not allow this');
    await acme.db.permission.create({
      data: { role: 'MANAGER', record: 'lead', sees: 'ALL', changes: 'TEAM' },
    });
    expect(await text(hoa, 'crm handover Lan to:Minh')).toContain('Your role does not allow this');
    expect(await owned(acme)).toEqual(before);
    expect(await told()).toEqual([]);
  });
});

describe('sharing out', () => {
  const shares = (customers: (number | null)[], n: number) =>
    shareOut(
      customers.map((customer) => ({ customer })),
      n,
    );

  it.each<[string, (number | null)[], number, number[]]>([
    ['gives all to one', [1, null, 2], 1, [0, 0, 0]],
    ['is even where nothing belongs together', [null, null, null, null, null], 2, [0, 1, 0, 1, 0]],
    ['keeps a customer with one', [1, 2, 1, 2], 2, [0, 1, 0, 1]],
    ['makes up for a large customer with the others', [null, 7, 7, 7, null, null], 2, [1, 0, 0, 0, 1, 1]],
    ['leaves somebody without where there are too few', [7, 7], 3, [0, 0]],
  ])('%s', (_what, customers, n, expected) => expect(shares(customers, n)).toEqual(expected));
});

describeOnPostgres('handing over', (postgres) => {
  it('of one member, asked for twice at once, is done once', async () => {
    const acme = await company(postgres());
    const hoa = await acme.member('Hoa', 'manager');
    for (const name of ['Lan', 'Minh', 'Tú']) await acme.member(name, 'rep');
    for (let i = 0; i < 8; i++) await acme.say(hoa, `company add "K${i}" owner:Lan`);
    const answers = await Promise.all(['Minh', 'Tú'].map((to) => acme.say(hoa, `crm handover Lan to:${to}`)));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual(['done', 'refused']);
    expect(Object.values(await owned(acme)).map((all) => all.split(' ').length)).toEqual([8]);
  });
});

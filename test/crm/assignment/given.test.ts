import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { describeOnPostgres, testDatabase } from '../../support/database.ts';

const database = await testDatabase();

describe('a lead that is given to somebody', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let [hoa, lan, minh, vy] = [] as unknown as [Person, Person, Person, Person];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    hoa = await acme.member('Hoa', 'manager');
    lan = await acme.member('Lan', 'rep', 'North', 'vi');
    minh = await acme.member('Minh', 'rep', 'North');
    vy = await acme.member('Vy', 'viewer');
    await acme.say(hoa, 'lead add "Sao Mai" source:website');
  });

  const messages = async () => {
    const owed = await acme.db.delivery.findMany({ orderBy: { id: 'asc' } });
    return owed.map(({ destination, locale, card }) => ({
      destination,
      locale,
      card: card as unknown as Card,
    }));
  };
  const lead = () => acme.db.lead.findUniqueOrThrow({ where: { id: 1 }, include: { owner: true } });
  const text = async (person: Person, line: string) => textOf(await acme.say(person, line));
  const accept = { command: 'lead.accept', wire: { lead: '1' } };

  it('is theirs at once, and they are told once, in their language, with a button to accept it', async () => {
    expect(await text(hoa, 'lead assign L-1 Lan')).toContain('Given to Lan');
    expect(await lead()).toMatchObject({
      owner: { name: 'Lan' },
      assignedAt: acme.clock.at,
      acceptedAt: null,
    });
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ destination: 'user:lan', locale: 'vi' });
    expect(textOf(told?.card)).toContain('Hoa vừa giao lead này cho bạn');
    const buttons = told?.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(buttons?.[0]).toEqual({ label: 'Nhận', style: 'primary', replace: true, ...accept });
  });

  it('is accepted by its owner alone, and once', async () => {
    await acme.say(hoa, 'lead assign L-1 Lan');
    expect(textOf(await acme.say(minh, accept))).toContain('“Sao Mai” is with Lan now');
    expect((await acme.say(vy, accept)).ok).toBe('refused');
    expect((await lead()).acceptedAt).toBeNull();
    acme.clock.pass(1);
    expect((await acme.say(lan, accept)).ok).toBe('done');
    expect((await lead()).acceptedAt).toEqual(acme.clock.at);
    expect(textOf(await acme.say(lan, accept))).toContain('Bạn đã nhận “Sao Mai” rồi');
    await acme.say(lan, 'undo');
    expect((await lead()).acceptedAt).toBeNull();
  });

  it('goes back when that is undone: nobody else is told, and the old button is refused', async () => {
    await acme.say(hoa, 'lead assign L-1 Lan');
    await acme.say(hoa, 'undo');
    expect(await lead()).toMatchObject({ owner: { name: 'Hoa' }, acceptedAt: acme.clock.at });
    expect(await messages()).toHaveLength(1);
    // It is out of their sight now: there is no such lead for them.
    expect(textOf(await acme.say(lan, accept))).toContain('không tìm thấy');
    expect(await lead()).toMatchObject({ acceptedAt: new Date('2026-11-18T03:00:00Z') });
  });

  it('is told also when the owner is changed in the form or named when it is added', async () => {
    await acme.say(hoa, 'lead edit L-1 owner:Minh');
    expect(await lead()).toMatchObject({ acceptedAt: null });
    await acme.say(hoa, 'lead edit L-1 region:Nam');
    await acme.say(hoa, 'lead add "Bình Minh" source:website owner:Minh');
    expect((await messages()).map(({ destination }) => destination)).toEqual(['user:minh', 'user:minh']);
    await acme.say(minh, 'lead add "Của tôi" source:website');
    expect(await messages()).toHaveLength(2);
  });

  it('is given by whoever may change it, and by nobody else', async () => {
    expect(await text(lan, 'lead assign L-1 Minh')).toContain('không tìm thấy');
    await acme.say(hoa, 'lead assign L-1 Lan');
    expect(await text(minh, 'lead assign L-1 Minh')).toContain('belongs to somebody else');
    expect(await text(lan, 'lead assign L-1 Hoa')).toContain('Đã giao cho Hoa');
    expect(await text(hoa, 'lead assign L-1 Hoa')).toContain('“Sao Mai” is with Hoa already');
    expect(await acme.db.delivery.count()).toBe(2);
  });

  it('shows its new owner nothing that they do not see otherwise', async () => {
    await acme.say(hoa, 'deal add "Của Hoa" 5tr lead:L-1');
    await acme.say(hoa, 'lead assign L-1 Minh');
    expect(textOf((await messages())[0]?.card)).not.toContain('Của Hoa');
  });

  it('reaches nobody who has no account or has left, and is theirs all the same', async () => {
    await acme.db.member.create({ data: { name: 'Xa', folded: 'xa', managerId: 1 } });
    expect(await text(hoa, 'lead assign L-1 Xa')).toContain('Given to Xa');
    expect(await messages()).toEqual([]);
  });
});

describeOnPostgres('a lead', (postgres) => {
  it('whose Accept is pressed many times at once is accepted once', async () => {
    const acme = await company(postgres());
    const [hoa, lan] = [await acme.member('Hoa', 'manager'), await acme.member('Lan', 'rep')];
    await acme.say(hoa, 'lead add "Sao Mai" source:website owner:Lan');
    const press = { command: 'lead.accept', wire: { lead: '1' } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => acme.say(lan, press)));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual(['done', 'refused', 'refused', 'refused']);
    expect(await acme.db.delivery.count()).toBe(1);
  });
});

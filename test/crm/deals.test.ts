import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { Prisma } from '../../src/db/client.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('deals', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let minh: Person;
  let boss: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan Anh', 'rep', 'North');
    minh = await acme.member('Minh Đức', 'rep', 'South');
    boss = await acme.member('Hoa', 'manager');
  });

  const eventsOf = (dealId: number) =>
    acme.db.stageEvent.findMany({ where: { dealId }, orderBy: { id: 'asc' } });

  it('opens with its first stage event, owned by whoever opened it', async () => {
    const answer = await acme.say(lan, 'deal add Gia hạn Acme 1,2 tỷ');
    expect(textOf(answer.card)).toContain('Gia hạn Acme');
    const deal = await acme.db.deal.findFirstOrThrow({
      include: { owner: true, events: { include: { stage: true } } },
    });
    expect(deal).toMatchObject({ title: 'Gia hạn Acme', owner: { name: 'Lan Anh' }, currency: 'VND' });
    expect(deal.amount?.toFixed()).toBe('1200000000');
    expect(deal.events.map((event) => event.stage.nameEn)).toEqual(['New lead']);
  });

  it('is with the company of its contact where no other is named', async () => {
    for (const line of [
      'company add Acme',
      'company add Beta',
      'contact add Bình company:Acme',
      'contact add Chi',
    ])
      await acme.say(lan, line);
    await acme.say(lan, 'deal add Một 5tr contact:Bình');
    await acme.say(lan, 'deal add Hai 5tr contact:Bình company:Beta');
    await acme.say(lan, 'deal add Ba 5tr contact:Chi');
    const deals = await acme.db.deal.findMany({ orderBy: { id: 'asc' }, include: { company: true } });
    expect(deals.map(({ company }) => company?.name)).toEqual(['Acme', 'Beta', undefined]);
    expect(textOf((await acme.say(lan, 'deal show 1')).card)).toContain('Acme');
  });

  it('moves by the names of stages in either language', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal move Acme đàm phán');
    await acme.say(lan, 'deal move 1 quote sent');
    await acme.say(lan, 'chuyển deal Acme sang tư vấn');
    await acme.say(lan, 'deal move Acme to quote');
    expect((await eventsOf(1)).map(({ stageId }) => stageId)).toEqual([1, 4, 3, 2, 3]);
  });

  it('are counted for whoever says “mine”, in either language', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(minh, 'deal add Sao Mai 7tr');
    for (const whose of ['mine', 'của tôi', 'cua toi', 'của Lan Anh'])
      expect([whose, textOf((await acme.say(lan, `deal list owner:"${whose}"`)).card)]).toEqual([
        whose,
        expect.stringContaining('1 deal"'),
      ]);
  });

  it('does nothing when the button is older than the last move, and says where the deal is now', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    const [opening] = await eventsOf(1);
    const press = { command: 'deal.won', wire: { deal: '1', from: String(opening?.id) } };
    await acme.say(lan, press);
    const again = await acme.say(lan, press);
    expect(again.visibility).toBe('private');
    expect(textOf(again.card)).toContain('Won');
    expect(await eventsOf(1)).toHaveLength(2);
  });

  it('refuses whole in the language of the person, the stage’s name too, whatever the channel speaks', async () => {
    const nga = await acme.member('Nga', 'manager', undefined, 'vi');
    await acme.say(nga, 'deal add Acme 500tr');
    const place = { channel: 'C1', private: false };
    const wire = { deal: 'D-1', stage: 'New lead' };
    const asked = { key: 'k1', person: nga, place, command: 'deal.move', wire, replyTo: null } as const;
    const answer = await acme.chat.handle(asked);
    expect(answer.visibility).toBe('private');
    expect(answer.card.title).toEqual(['“Acme” đang ở Lead mới rồi.']);
  });

  it('reopens into the stage it was closed from', async () => {
    await acme.say(lan, 'deal add Acme 500tr');
    await acme.say(lan, 'deal move 1 negotiation');
    await acme.say(lan, 'deal won 1');
    await acme.say(lan, 'deal reopen 1');
    expect((await eventsOf(1)).map((event) => event.stageId)).toEqual([1, 4, 6, 4]);
  });

  it('does not exist for a rep of another team: not to show, to change, to find or to count', async () => {
    await acme.say(lan, 'deal add Secret 500tr');
    for (const line of [
      'deal show 1',
      'deal show Secret',
      'deal won 1',
      'deal edit 1 amount:1tr',
      'log note 1 "hi"',
    ])
      expect(textOf(await acme.say(minh, line)), line).not.toContain('500');
    expect(textOf(await acme.say(minh, 'find Secret'))).toContain('Nothing fits');
    expect(textOf(await acme.say(minh, 'deal list'))).toContain('No deals');
    expect(
      await acme.chat.suggest({
        person: minh,
        place: { channel: 'x', private: true },
        command: 'deal.show',
        field: 'deal',
        text: 'Sec',
        wire: {},
      }),
    ).toEqual([]);
    expect(await eventsOf(1)).toHaveLength(1);
  });

  it('may be changed by its owner and by managers, not by a team mate', async () => {
    const mate = await acme.member('Tú', 'rep', 'North');
    await acme.say(lan, 'deal add Acme 500tr');
    expect(textOf(await acme.say(mate, 'deal won 1'))).toContain('belongs to somebody else');
    expect(await eventsOf(1)).toHaveLength(1);
    await acme.say(boss, 'deal won 1');
    expect(await eventsOf(1)).toHaveLength(2);
  });

  it('asks which one is meant, and the chosen button goes on with everything that was said', async () => {
    await acme.say(lan, 'deal add "Acme Hà Nội" 500tr');
    await acme.say(lan, 'deal add "Acme Sài Gòn" 700tr');
    const { card } = await acme.say(lan, 'deal move Acme đàm phán');
    const actions = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(actions).toHaveLength(2);
    const chosen = actions.find((action) => action.label.includes('Sài Gòn'));
    await acme.say(lan, { command: chosen?.command ?? '', wire: chosen?.wire ?? {} });
    expect((await eventsOf(2)).at(-1)?.stageId).toBe(4);
    expect(await eventsOf(1)).toHaveLength(1);
  });

  it('opens the edit form with what is there, changes what was changed and clears what was emptied', async () => {
    await acme.say(lan, 'deal add Acme 500tr close:31/12');
    const asked = await acme.ask(lan, 'deal edit 1');
    if (asked.kind !== 'ask') throw new Error('no form');
    const values = Object.fromEntries(asked.form.fields.map((field) => [field.name, field.value ?? '']));
    expect(values).toMatchObject({
      title: 'Acme',
      close: '31 Dec 2026',
      amount: expect.stringContaining('500,000,000'),
    });
    await acme.say(lan, {
      command: 'deal.edit',
      wire: { ...asked.form.carried, ...values, amount: '2 tỷ', close: '' },
    });
    const deal = await acme.db.deal.findUniqueOrThrow({ where: { id: 1 } });
    expect(deal.amount?.toFixed()).toBe('2000000000');
    expect(deal.expectedCloseOn).toBeNull();
    const nothing = await acme.say(lan, { command: 'deal.edit', wire: { deal: '1', amount: '2 tỷ' } });
    expect(textOf(nothing.card)).toContain('Nothing would change');
  });

  it('does a repeated event once', async () => {
    await acme.ask(lan, 'deal add Acme 500tr', 'evt-1');
    const again = await acme.ask(lan, 'deal add Acme 500tr', 'evt-1');
    expect(again).toMatchObject({ fresh: false });
    expect(await acme.db.deal.count()).toBe(1);
  });
});

describeOnPostgres('deals under contention', (postgres) => {
  it('of many who close one deal at once, one does', async () => {
    const acme = await company(postgres());
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'deal add Acme 500tr');
    const [opening] = await acme.db.stageEvent.findMany();
    const press = { command: 'deal.won', wire: { deal: '1', from: String(opening?.id) } };
    const answers = await Promise.all(Array.from({ length: 12 }, () => acme.say(lan, press)));
    expect(await acme.db.stageEvent.count({ where: { dealId: 1 } })).toBe(2);
    expect(answers.filter((answer) => answer.visibility === 'channel')).toHaveLength(1);
  });

  it('keeps what each of many editors changed, and a log in which each begins where the last ended', async () => {
    const acme = await company(postgres());
    await postgres().truncate();
    await acme.reset();
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'deal add Acme 500tr');
    const said = [
      ...[1, 2, 3, 4, 5].map((n) => `deal edit 1 amount:${n}tr`),
      ...[1, 2, 3].map((n) => `deal edit 1 title:"Tên ${n}"`),
      'deal edit 1 close:31/12',
      ...[3, 7].map((n) => `deal snooze 1 ${n}`),
      'deal move 1 negotiation',
    ];
    const answers = await Promise.all(said.map((line) => acme.say(lan, line)));
    expect(answers.map((answer) => answer.ok)).toEqual(said.map(() => 'done'));
    const deal = await acme.db.deal.findFirstOrThrow();
    const entries = await acme.db.changeEntry.findMany({
      where: { record: 'deal', before: { not: Prisma.AnyNull } },
      orderBy: { changeId: 'asc' },
    });
    expect(entries).toHaveLength(said.length - 1);
    const state: Record<string, unknown> = { amount: '500000000', title: 'Acme' };
    for (const entry of entries) {
      const [before, after] = [entry.before, entry.after] as Record<string, unknown>[];
      for (const [column, was] of Object.entries(before ?? {}))
        if (column in state) expect(was, column).toBe(state[column]);
      Object.assign(state, after);
    }
    expect(state).toMatchObject({ amount: deal.amount?.toFixed(), title: deal.title });
    expect(deal.expectedCloseOn).not.toBeNull();
    // And back, one after the other, to where it was.
    for (const _ of said) expect((await acme.say(lan, 'undo')).ok).toBe('done');
    expect(await acme.db.deal.findFirstOrThrow()).toMatchObject({
      title: 'Acme',
      expectedCloseOn: null,
      snoozedUntil: null,
    });
    expect((await acme.db.deal.findFirstOrThrow()).amount?.toFixed()).toBe('500000000');
  });
});

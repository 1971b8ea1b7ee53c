import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

// It is Wednesday, 18 November 2026.
describe('a follow-up task', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let [lan, tu, minh, hoa] = [] as unknown as [Person, Person, Person, Person];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', 'North');
    tu = await acme.member('Tú', 'rep', 'North');
    minh = await acme.member('Minh', 'rep', 'South');
    hoa = await acme.member('Hoa', 'manager');
    await all(lan, 'company add Thép', 'contact add Bình company:C-1', 'deal add Kho 5tr company:C-1');
  });

  async function all(person: Person, ...lines: string[]) {
    for (const line of lines) {
      const { ok, card } = await acme.say(person, line);
      expect(ok, `${line}: ${textOf(card)}`).toBe('done');
      acme.clock.at = new Date(acme.clock.at.getTime() + 60_000);
    }
  }
  const show = async (person: Person, line: string) => (await acme.say(person, line)).card;
  const text = async (person: Person, line: string) => textOf(await show(person, line));
  const buttons = (card: Card): Action[] =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const fact = (card: Card, label: string) =>
    card.blocks
      .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
      .find((one) => one.label === label)
      ?.value.join('');
  const button = (card: Card, label: string) => buttons(card).find((one) => one.label === label) as Action;
  const refused = async (person: Person, said: string | Action, why: string | RegExp) => {
    const answer = await acme.say(person, said);
    expect(answer, textOf(answer.card)).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toMatch(why);
  };
  const tasks = () => acme.db.task.findMany({ orderBy: { id: 'asc' } });

  it('is the next step on the card of its record and of the customer, the first that is due', async () => {
    await all(lan, 'task add D-1 gửi báo giá thứ 6 tuần sau', 'task add D-1 gọi lại thứ 6');
    expect(await tasks()).toMatchObject([
      {
        text: 'gửi báo giá',
        dueOn: new Date('2026-11-27'),
        dealId: 1,
        ownerId: 1,
        memberId: 1,
        doneAt: null,
      },
      { text: 'gọi lại', dueOn: new Date('2026-11-20') },
    ]);
    expect(fact(await show(lan, 'deal show 1'), 'Next step')).toBe('V-2 gọi lại · due 20 Nov 2026 · Lan');
    const card = await show(lan, 'company show 1');
    expect(fact(card, 'Next step')).toBe('V-2 gọi lại · D-1 Kho · due 20 Nov 2026 · Lan');
    expect(fact(card, 'Overdue promises')).toBeUndefined();
    acme.clock.pass(2);
    const today = await show(lan, 'company show 1');
    expect(fact(today, 'Next step')).toContain('due today');
    expect(fact(today, 'Overdue promises')).toBeUndefined();
    acme.clock.pass(3);
    const late = await show(lan, 'company show 1');
    expect(fact(late, 'Next step')).toContain('overdue since 20 Nov 2026');
    expect(fact(late, 'Overdue promises')).toBe('1');
  });

  it('goes into the timeline once it is done, and comes back with an undo', async () => {
    await all(lan, 'task add D-1 "Gọi lại" 20/11', 'task done V-1 khách đồng ý giá');
    const card = await show(lan, 'deal show 1');
    expect(textOf(card)).toContain('Task done');
    expect(textOf(card)).toContain('": Gọi lại"," (khách đồng ý giá, Lan)"');
    expect(fact(card, 'Next step')).toBeUndefined();
    expect(fact(card, 'Last touch')).toBeDefined();
    await refused(lan, 'task done V-1', 'is done already');
    await refused(lan, 'task edit V-1 21/11', 'is done already');
    await all(lan, 'undo');
    expect(fact(await show(lan, 'deal show 1'), 'Next step')).toContain('V-1 Gọi lại');
    expect(await acme.db.activity.count()).toBe(0);
  });

  it('that is done makes a new lead one in work, but answers it no more than a note does', async () => {
    await all(lan, 'lead add Nam source:website', 'task add L-1 "Tìm hiểu" mai', 'task done 1');
    expect(await acme.db.lead.findFirst()).toMatchObject({ status: 'WORKING' });
    const kpi = await show(lan, 'kpi how leads.response_time this month');
    expect(kpi.metrics?.find(({ id }) => id === 'leads.response_time')).toMatchObject({ count: 0 });
  });

  it('is listed to whose it is, by day and a page at a time, with what can be done at once', async () => {
    for (let day = 27; day > 19; day--) await all(lan, `task add D-1 "Việc ${day}" ${day}/11`);
    await all(lan, 'task add C-1 "Của Tú" 19/11 owner:Tú');
    const first = await show(lan, 'task list');
    expect(textOf(first.title)).toContain('8 tasks to do');
    expect(textOf(first).match(/Việc \d+/g)).toEqual([20, 21, 22, 23, 24, 25].map((day) => `Việc ${day}`));
    const second = await acme.say(lan, button(first, 'More'));
    expect(textOf(second.card).match(/Việc \d+/g)).toEqual(['Việc 26', 'Việc 27']);
    expect(await text(tu, 'task list')).toContain('Của Tú');
    expect(await text(lan, 'task list owner:Tú')).toContain('1 task to do');
    for (const all of ['task list all', 'việc tất cả', 'task list owner:"mọi người"'])
      expect(await text(lan, all)).toContain('Của Tú');
    expect(await text(lan, 'task list record:C-1')).toContain('Của Tú');
    acme.clock.pass(4);
    expect(await text(lan, 'me')).toContain('overdue since 20 Nov 2026');
    expect(await text(lan, 'me')).not.toContain('Việc 23');
    expect(textOf(await acme.chat.home(lan))).toContain('due today');
  });

  it('is put off by a day from the list, unless somebody has moved it meanwhile', async () => {
    await all(lan, 'task add D-1 "Gọi lại" 20/11');
    const later = button(await show(lan, 'task list'), '+1 day');
    expect(await acme.say(lan, later)).toMatchObject({ ok: 'done' });
    expect(await tasks()).toMatchObject([{ dueOn: new Date('2026-11-21') }]);
    await refused(lan, later, 'due on 21 Nov 2026 since you saw it');
    acme.clock.pass(10);
    await acme.say(lan, button(await show(lan, 'task list'), '+1 day'));
    expect(await tasks()).toMatchObject([{ dueOn: new Date('2026-11-29') }]);
  });

  it('is found by its words among one’s own open ones, by its number in any way of writing', async () => {
    await all(lan, 'task add D-1 "Gọi lại anh Bình" 20/11', 'task add C-1 "Gửi hợp đồng" 20/11');
    await all(tu, 'task add C-1 "Gửi hợp đồng mẫu" 20/11', 'task add C-1 "Gọi lại anh Bình" 20/11');
    await all(lan, 'task done goi lai', 'task done "gửi hợp đồng Thép"');
    expect((await tasks()).map(({ doneAt }) => doneAt !== null)).toEqual([true, true, false, false]);
    await all(lan, 'undo', 'undo', 'task done v2', 'undo', 'task done #2', 'undo', 'task done V-2');
    const options = await acme.chat.suggest({
      ...{ person: lan, place: { channel: 'x', private: true }, command: 'task.done', field: 'task' },
      ...{ text: '', wire: {} },
    });
    expect(options.map(({ value }) => value)).toEqual(['V-1']);
  });

  it('is there for those who see its record alone, whatever they ask', async () => {
    await all(lan, 'task add D-1 "Việc kín" 20/11', 'task add C-1 "Việc chung" 21/11');
    for (const line of ['task list owner:Lan', 'task list', 'company show 1', 'me'])
      expect(await text(minh, line), line).not.toContain('kín');
    for (const line of ['task done V-1', 'task edit V-1 21/11', 'task done "Việc kín"'])
      await refused(minh, line, 'found nothing');
    await acme.db.task.updateMany({ where: { id: 1 }, data: { ownerId: 3 } });
    expect(await text(minh, 'task list')).toContain('Nothing to do');
  });

  it('is changed by whose it is, who wrote it down and who may change the record, and by nobody else', async () => {
    await all(lan, 'task add D-1 "Của Tú" 20/11 owner:Tú', 'task add D-1 "Của Lan" 20/11');
    await refused(tu, 'task done V-2', 'is with Lan');
    await refused(tu, 'task edit V-2 21/11', 'is with Lan');
    expect(
      buttons(await show(tu, 'task list record:D-1')).filter((one) => one.label === 'Done'),
    ).toHaveLength(1);
    await all(tu, 'task edit V-1 21/11');
    await all(hoa, 'task edit V-1 22/11');
    await acme.db.deal.updateMany({ data: { ownerId: 2 } });
    await all(lan, 'task edit V-1 23/11');
    await all(tu, 'task done V-2', 'task done V-1', 'undo');
  });

  it('is given to nobody for whom its record is not there', async () => {
    await refused(lan, 'task add D-1 "x" 20/11 owner:Minh', 'Minh does not see “Kho”');
    await all(lan, 'task add D-1 "x" 20/11');
    await refused(lan, 'task edit V-1 owner:Minh', 'Minh does not see “Kho”');
    expect(await tasks()).toMatchObject([{ ownerId: 1 }]);
  });

  it('is said in the thread of a card without its record, and offered where something was logged', async () => {
    const under = buttons(await show(lan, 'deal show 1'));
    expect(await acme.say(lan, { line: 'việc thêm gọi lại thứ 6', under })).toMatchObject({ ok: 'done' });
    expect(await tasks()).toMatchObject([{ dealId: 1, text: 'gọi lại' }]);
    const next = button(await show(lan, 'log call P-1 "đã gọi"'), 'Next step');
    expect(await acme.ask(lan, next)).toMatchObject({ kind: 'ask', form: { command: 'task.add' } });
    expect(await acme.ask(lan, 'task add')).toMatchObject({ kind: 'ask', form: { command: 'task.add' } });
  });

  it('goes to the record that its line begins with the whole name of, and is asked about where that is not one', async () => {
    await all(lan, 'company add "Công ty Hoàng Long"', 'deal add "Hoàng Long kho lạnh" 5tr');
    await all(
      lan,
      'task add Thép gọi lại thứ 6',
      'việc thêm Hoàng Long gọi mai',
      'log call Thép đã gọi rồi nhé',
    );
    expect(await tasks()).toMatchObject([
      { text: 'gọi lại', dueOn: new Date('2026-11-20'), companyId: 1, dealId: null },
      { text: 'gọi', dueOn: new Date('2026-11-19'), companyId: 2 },
    ]);
    expect(await acme.db.activity.findMany()).toMatchObject([{ text: 'đã gọi rồi nhé', companyId: 1 }]);
    // A part of a name, or two names, is asked about with what would be done.
    const asked = (await acme.say(lan, 'task add Hoàng Long kho gửi giá thứ 6')).card;
    expect(buttons(asked).map(({ label }) => label)).toEqual([
      'C-2 Công ty Hoàng Long: kho gửi giá',
      'D-2 Hoàng Long kho lạnh: gửi giá',
      'Fix it',
    ]);
    await refused(lan, 'task add Hoàng gọi lại thứ 6', 'may begin with the name');
    await refused(lan, 'task add lạnh gọi lại thứ 6', 'D-2 Hoàng Long kho lạnh: gọi lại');
    await refused(lan, 'task add gửi lại giá thứ 6', 'find none');
    await all(lan, 'deal add Hoàng Long 5tr');
    await refused(lan, 'task add Hoàng Long gọi lại thứ 6', /D-3.*C-2/);
    expect(await tasks()).toHaveLength(2);
    expect(await acme.say(lan, buttons(asked)[1] as Action)).toMatchObject({ ok: 'done' });
    expect((await tasks())[2]).toMatchObject({ text: 'gửi giá', dealId: 2 });
  });

  it('of a record is listed by the name of the record alone, in both languages, and which is meant is asked', async () => {
    await all(
      lan,
      'task add D-1 "Gửi giá" 20/11 owner:Tú',
      'task add C-1 "Mời họp" 20/11',
      'task add P-1 "Gọi" 20/11',
    );
    await all(lan, 'lead add "Nam Long" source:website', 'task add L-1 "Tìm hiểu" 20/11');
    for (const [line, one] of [
      ['task list Kho', 'Gửi giá'],
      ['việc Thép', 'Mời họp'],
      ['task list bình', 'Gọi'],
      ['danh-sách việc Nam Long', 'Tìm hiểu'],
      ['task list C-1', 'Mời họp'],
      ['task list Tú', 'Gửi giá'],
      ['task list record:Kho owner:Tú', 'Gửi giá'],
    ] as const) {
      const { title, blocks } = await show(hoa, line);
      expect(title, line).toEqual(['1 task to do']);
      expect(textOf(blocks), line).toContain(one);
    }
    await refused(hoa, 'task list Nemo', 'found nothing');
    await all(lan, 'contact add Tú');
    await refused(hoa, 'task list Tú', /"m2".*"P-2"/);
  });

  it('that is given to somebody else is told to them alone, once, in their language, with its card', async () => {
    const chi = await acme.member('Chi', 'rep', 'North', 'vi');
    await all(
      lan,
      'task add D-1 "Gửi giá" 20/11',
      'task add D-1 "Gọi" 20/11 owner:Lan',
      'task edit V-1 21/11',
    );
    expect(await acme.db.delivery.count()).toBe(0);
    await acme.ask(lan, 'task add D-1 "Mời họp" 20/11 owner:Chi', 'once');
    await acme.ask(lan, 'task add D-1 "Mời họp" 20/11 owner:Chi', 'once');
    const [told, ...others] = await acme.db.delivery.findMany();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ platform: 'playground', destination: 'user:chi', locale: 'vi' });
    const card = told?.card as unknown as Card;
    expect(textOf(card)).toMatch(/V-3.*D-1 Kho.*Lan vừa giao việc này cho bạn.*Mời họp.*hạn 20\/11\/2026/);
    expect(buttons(card).map(({ command }) => command)).toEqual(['task.done', 'task.edit', 'deal.show']);
    expect(await acme.say(chi, button(card, 'Xong'))).toMatchObject({ ok: 'done' });
    // Given on by an edit; who takes it for themselves, and who gets it back by an undo, is not told.
    await all(hoa, 'task edit V-1 owner:Chi', 'task edit V-2 owner:Hoa', 'undo', 'task edit V-1 22/11');
    const later = await acme.db.delivery.findMany({ orderBy: { id: 'asc' }, skip: 1 });
    expect(later.map(({ destination }) => destination)).toEqual(['user:chi']);
    expect(textOf(later[0]?.card)).toMatch(/V-1.*Hoa vừa giao việc này/);
    // What was not done is not told either.
    await refused(lan, 'task edit V-2 owner:Minh', 'does not see');
    expect(await acme.db.delivery.count()).toBe(2);
  });

  it('whose day is not said opens a form with its record and its text', async () => {
    const opened = await acme.ask(lan, 'task add Thép gọi lại anh Bình');
    if (opened.kind !== 'ask') throw new Error('no form');
    const { fields, carried } = opened.form;
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toMatchObject({
      record: 'C-1',
      text: 'gọi lại anh Bình',
      due: undefined,
    });
    expect(carried).toEqual({});
  });

  it('two who edit one by forms keep what each has said, and are told where they contradict', async () => {
    await all(lan, 'task add D-1 "Gọi" 20/11');
    const opened = await acme.ask(lan, button(await show(lan, 'task list'), 'Edit'));
    if (opened.kind !== 'ask') throw new Error('no form');
    const { command, carried, fields } = opened.form;
    const shown = Object.fromEntries(fields.map(({ name, value = '' }) => [name, value]));
    expect(shown).toMatchObject({ due: '20 Nov 2026', text: 'Gọi', owner: 'm1' });
    await all(hoa, 'task edit V-1 25/11');
    const save = (said: object) => acme.say(lan, { command, wire: { ...carried, ...shown, ...said } });
    expect(await save({ text: 'Gọi lại' })).toMatchObject({ ok: 'done' });
    expect(await tasks()).toMatchObject([{ text: 'Gọi lại', dueOn: new Date('2026-11-25') }]);
    expect(await save({ due: '26/11' })).toMatchObject({ ok: 'refused' });
  });
});

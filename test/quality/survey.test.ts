import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('asking people how they get on', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let people: Record<'Lan' | 'Minh' | 'Hoa', Person>;
  const card = async (person: Person, line: string) => (await acme.say(person, line)).card;
  const questions = () =>
    acme.db.delivery.findMany({ where: { key: { startsWith: 'survey:' } }, orderBy: { id: 'asc' } });
  const press = async (person: Person, shown: Card, label: string) => {
    const all = shown.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    const button = all.find((action) => action.label === label);
    if (!button) throw new Error(`no ${label} in ${textOf(shown)}`);
    return acme.ask(person, button);
  };
  const said = async (person: Person, shown: Card, label: string) => {
    const got = await press(person, shown, label);
    if (got.kind !== 'answer') throw new Error(textOf(got));
    return got.answer;
  };
  /** Everybody is asked; the question to one of them. */
  async function asked(of: Person): Promise<Card> {
    expect(await acme.say(admin, 'crm survey ask:now')).toMatchObject({ ok: 'done', visibility: 'private' });
    const all = await questions();
    return all.findLast(({ destination }) => destination === `user:${of.userId}`)?.card as unknown as Card;
  }

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    people = {
      Lan: await acme.member('Lan', 'rep', 'North', 'vi'),
      Minh: await acme.member('Minh', 'care'),
      Hoa: await acme.member('Hoa', 'viewer'),
    };
  });

  it('sends everybody active who can be written to one question in their language, and none to others', async () => {
    await acme.member('Nga', 'rep');
    await acme.db.member.updateMany({ where: { name: 'Nga' }, data: { active: false } });
    const lan = await acme.db.member.findFirstOrThrow({ where: { name: 'Lan' } });
    // Never connected, with a manager who must not be asked in their place; and one on two platforms.
    await acme.db.member.create({ data: { name: 'Mới', folded: 'moi', managerId: lan.id } });
    await acme.db.identity.create({
      data: { platform: 'slack', userId: 'U1', name: 'Lan', memberId: lan.id },
    });
    const answer = await acme.say(admin, 'crm survey ask:now');
    expect(textOf(answer.card)).toContain('4 people are being asked.');
    expect(textOf(answer.card)).toContain('1 active member never wrote');
    const sent = await questions();
    expect(sent.map(({ platform, destination, locale }) => `${platform} ${destination} ${locale}`)).toEqual([
      ...['playground user:bao en', 'slack user:U1 vi', 'playground user:minh en', 'playground user:hoa en'],
    ]);
    expect(textOf(sent[1]?.card)).toContain('Bạn dùng CRM thấy thế nào?');
    for (const { card } of sent) expect(textOf(card)).toMatch(/kept beside your name|được lưu cùng tên bạn/);
  });

  it('asks nobody twice: not within a day, and not by a button of an older card', async () => {
    const old = await card(admin, 'crm survey');
    await asked(people.Lan);
    for (const again of [
      () => acme.say(admin, 'crm survey ask:now'),
      () => said(admin, old, 'Ask everybody now'),
    ])
      expect(await again()).toMatchObject({ ok: 'refused', card: { title: [/less than a day ago/] } });
    acme.clock.pass(2);
    expect(textOf((await said(admin, old, 'Ask everybody now')).card)).toContain('since this card was made');
    expect(await questions()).toHaveLength(4);
    await asked(people.Lan);
    expect(await questions()).toHaveLength(8);
  });

  it('takes a mark and a text, each changeable until the next round, and leaves no trace in the change log', async () => {
    const question = await asked(people.Minh);
    const first = await said(people.Minh, question, '4 · Well');
    expect(textOf(first.card)).toContain('Your mark: 4 of 5.');
    await said(people.Minh, first.card, '2 · Badly');
    const form = await press(people.Minh, first.card, 'What is in your way?');
    if (form.kind !== 'ask') throw new Error('no form');
    const filled = Object.fromEntries(form.form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(filled).toEqual({ score: '2', hurdle: '', named: 'no' });
    const wire = { ...form.form.carried, ...filled, hurdle: 'Nhập hai lần' };
    const told = await acme.say(people.Minh, { command: 'crm.answer', wire });
    expect(textOf(told.card)).toContain('“Nhập hai lần” – shown without your name.');
    expect(await acme.db.surveyAnswer.findMany({ where: { NOT: { score: null } } })).toMatchObject([
      { score: 2, hurdle: 'Nhập hai lần', named: false, declined: false },
    ]);
    expect(await acme.db.change.count()).toBe(0);
    acme.clock.pass(90);
    await asked(people.Minh);
    const late = await said(people.Minh, question, '5 · Very well');
    expect(late).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(late.card)).toContain('That survey is over');
  });

  it('opens no form for what nobody was asked, or asked anew since', async () => {
    const none = { kind: 'refuse', card: { tone: 'warn' } };
    const opens = async (person: Person, line: string) => {
      const got = await acme.ask(person, line);
      expect(got).toMatchObject(none);
      return textOf(got);
    };
    expect(await opens(people.Minh, 'crm answer')).toContain('There is no survey');
    const question = await asked(people.Minh);
    expect(await acme.ask(people.Minh, 'crm answer')).toMatchObject({ kind: 'ask' });
    expect(await opens(await acme.member('Nga', 'rep'), 'crm answer')).toContain('You were not asked');
    acme.clock.pass(90);
    await asked(people.Minh);
    const late = await press(people.Minh, question, 'What is in your way?');
    expect(late).toMatchObject(none);
    expect(textOf(late)).toContain('That survey is over');
  });

  it('takes no empty answer', async () => {
    await asked(people.Minh);
    const wire = { score: '', hurdle: '', named: 'no' };
    const { ok, card } = await acme.say(people.Minh, { command: 'crm.answer', wire });
    expect([ok, textOf(card)]).toEqual(['refused', expect.stringContaining('Please choose a mark or write')]);
  });

  it('leaves alone who declines, and refuses who was not asked', async () => {
    const question = await asked(people.Hoa);
    await acme.say(people.Hoa, 'crm answer 1 hurdle:"Chậm"');
    await said(people.Hoa, question, 'I’d rather not say');
    expect(await acme.db.surveyAnswer.findMany({ where: { declined: true } })).toMatchObject([
      { score: null, hurdle: null },
    ]);
    expect(textOf(await card(admin, 'crm survey'))).toContain('1 would rather not say.');
    const late = await acme.member('Nga', 'rep');
    expect(textOf(await card(late, 'crm answer 3'))).toContain('You were not asked');
  });

  it('shows admins the marks once three have answered, texts with names only where that was said, and the round before', async () => {
    await asked(people.Lan);
    await acme.say(people.Lan, 'crm answer 2 hurdle:"Chậm quá"');
    await acme.say(people.Minh, 'crm answer 4 hurdle:"Thiếu báo cáo" named:yes');
    const few = textOf(await card(admin, 'crm survey'));
    expect(few).toContain('2 of 4 have answered');
    expect(few).toContain('once 3 people have answered');
    expect(few).toContain('“Thiếu báo cáo” – Minh');
    expect(few).not.toMatch(/Chậm quá|Badly|Mean/);
    await acme.say(people.Hoa, 'crm answer 4 hurdle:"Bất tiện"');
    const all = textOf(await card(admin, 'crm survey'));
    expect(all).toContain('Mean: 3.3 of 5');
    expect(all).toContain('[["4 · Well"],["2"]],[["3 · So-so"],["0"]],[["2 · Badly"],["1"]]');
    // In no order that tells who said it.
    expect(all).toMatch(/“Bất tiện”.*“Chậm quá”/);
    expect(all).not.toMatch(/Lan|Hoa/);
    acme.clock.pass(90);
    await asked(people.Lan);
    for (const person of Object.values(people)) await acme.say(person, 'crm answer 5');
    const next = textOf(await card(admin, 'crm survey'));
    expect(next).toContain('Mean: 5 of 5 (last time 3.3)');
    expect(next).toContain('[["5 · Very well"],["3"],["0"]],[["4 · Well"],["0"],["2"]]');
    expect(next).not.toContain('Chậm quá');
    for (const person of [people.Lan, people.Hoa])
      expect(await acme.say(person, 'crm survey')).toMatchObject({ ok: 'refused' });
  });
});

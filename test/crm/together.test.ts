import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Person } from '../../src/chat/platform.ts';
import type { Wire } from '../../src/chat/wire.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('two people who edit the same record', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let minh: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'manager');
    minh = await acme.member('Minh', 'manager', undefined, 'vi');
    const boss = await acme.member('Hoa', 'admin');
    for (const line of [
      'field add company "Mức nợ" money',
      'field add company "Kho riêng" yesno',
      'company add "Thép Việt" phone:"0912 345 678 (sếp)" region:Nam tags:"a, b" revenue:"12,5 tỷ" mức nợ:5tr',
      'contact add Bình company:C-1 birthday:31/12/1980',
      'lead add Nam source:website company:"Thép Việt" email:n@x.vn',
      'deal add Kho 500tr company:C-1 close:31/12/2026',
    ])
      expect((await acme.say(boss, line)).ok, line).toBe('done');
  });

  /** The form of a record as it is filled for somebody, and how it is sent with some fields changed. */
  async function opened(person: Person, line: string) {
    const got = await acme.ask(person, line);
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const { form } = got;
    const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    return sendable(person, form.command, { ...form.carried, ...filled });
  }

  function sendable(person: Person, command: string, wire: Wire) {
    return {
      wire,
      async send(changed: Wire): Promise<Answer> {
        return acme.say(person, { command, wire: { ...wire, ...changed } });
      },
    };
  }

  /** What a platform shows instead, to be sent again. */
  function instead(person: Person, { form }: Answer) {
    if (!form) throw new Error('no form');
    const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    return sendable(person, form.command, { ...form.carried, ...filled });
  }

  const row = () => acme.db.company.findUniqueOrThrow({ where: { id: 1 } });

  it('keep what the other has set in fields they did not touch', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    expect((await one.send({ phone: '028 3822 1234', x1: '9tr', tags: '' })).ok).toBe('done');
    const answer = await two.send({ region: 'Bắc', x2: 'có' });
    expect(answer.ok, textOf(answer.card)).toBe('done');
    expect(await row()).toMatchObject({
      phone: '+842838221234',
      region: 'Bắc',
      tags: [],
      custom: { 1: { amount: '9000000', currency: 'VND' }, 2: 'yes' },
    });
  });

  it('are told who changed what both changed, in their language, at its field; nothing is written', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    await one.send({ phone: '028 3822 1234', region: '' });
    const before = await row();
    const answer = await two.send({ phone: '0987 654 321', region: 'Bắc', industry: 'Thép' });
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(answer.errors).toEqual({
      phone: 'Lan đã đổi Điện thoại thành 028 3822 1234.',
      region: 'Lan đã xóa trống Khu vực.',
    });
    expect(textOf(answer.card)).toContain('Lan đã đổi Điện thoại thành 028 3822 1234.');
    expect(await row()).toEqual(before);

    const again = instead(minh, answer);
    expect(again.wire).toMatchObject({ phone: '0987 654 321', region: 'Bắc', industry: 'Thép' });
    expect((await again.send({})).ok).toBe('done');
    expect(await row()).toMatchObject({ phone: '+84987654321', region: 'Bắc', industry: 'Thép' });
  });

  it('show in the form that comes instead what the other has set meanwhile, and keep it when it is sent', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    await one.send({ phone: '028 3822 1234', website: 'tv.vn', tags: 'c' });
    const again = instead(minh, await two.send({ phone: '0987 654 321' }));
    expect(again.wire).toMatchObject({ website: 'tv.vn', tags: 'c' });
    await again.send({});
    expect(await row()).toMatchObject({ phone: '+84987654321', website: 'tv.vn', tags: ['c'] });
  });

  it('are told again when the other was quicker again', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    await one.send({ region: 'Trung' });
    const again = instead(minh, await two.send({ region: 'Bắc' }));
    await acme.say(lan, 'company edit 1 region:Tây');
    const answer = await again.send({});
    expect(answer.errors).toEqual({ region: 'Lan đã đổi Khu vực thành Tây.' });
    expect((await instead(minh, answer).send({})).ok).toBe('done');
    expect(await row()).toMatchObject({ region: 'Bắc' });
  });

  it('may set the same, or go back to what was shown', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    await one.send({ region: 'Bắc' });
    expect((await two.send({ region: 'Bắc', industry: 'IT' })).ok).toBe('done');
    const third = await opened(minh, 'company edit 1');
    await acme.say(lan, 'company edit 1 region:Tây');
    await acme.say(lan, 'undo');
    expect((await third.send({ region: 'Đông' })).ok).toBe('done');
  });

  it('are not stopped by a change of another field that was added, nor by an older one', async () => {
    const two = await opened(minh, 'company edit 1');
    await acme.say(lan, 'company edit 1 mức nợ:9tr');
    expect((await two.send({ x2: 'yes' })).ok).toBe('done');
    const answer = await two.send({ x1: '7tr' });
    expect(answer.errors).toEqual({ x1: 'Lan đã đổi Mức nợ thành 9.000.000 ₫.'.replace(' ₫', '\u00a0₫') });
  });

  it.each([
    ['deal edit 1', 'amount', '600tr', '700tr', 'Giá trị'],
    ['deal edit 1', 'close', '30/11/2026', '1/12/2026', 'Dự kiến chốt'],
    ['deal edit 1', 'title', 'Kho B', 'Kho C', 'Tên cơ hội'],
    ['deal edit 1', 'owner', 'Minh', 'Lan', 'Phụ trách'],
    ['contact edit 1', 'birthday', '1/1/1980', '2/2/1980', 'Ngày sinh'],
    ['contact edit 1', 'tier', 'vip', 'customer', 'Loại khách hàng'],
    ['contact edit 1', 'company', '', 'C-1', 'Công ty'],
    ['lead edit 1', 'email', 'b@x.vn', 'c@x.vn', 'Email'],
    ['lead edit 1', 'source', 'referral', 'social', 'Nguồn'],
    ['company edit 1', 'revenue', '13 tỷ', '14 tỷ', 'Doanh thu năm'],
    ['company edit 1', 'name', 'Thép Mới', 'Thép Cũ', 'Tên'],
  ])('%s %s: the second is told, and overwrites on purpose', async (line, field, first, second, label) => {
    const [one, two] = [await opened(lan, line), await opened(minh, line)];
    const done = await one.send({ [field]: first });
    expect(done.ok, textOf(done.card)).toBe('done');
    if (field === 'company') return void expect((await two.send({ [field]: second })).ok).toBe('refused');
    const answer = await two.send({ [field]: second });
    expect(Object.keys(answer.errors ?? {}), textOf(answer.card)).toEqual([field]);
    expect(answer.errors?.[field]).toMatch(new RegExp(`^Lan đã đổi ${label} thành `));
    expect((await instead(minh, answer).send({})).ok).toBe('done');
  });

  it('go on with the button of the card, where a form cannot stay open', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    await one.send({ region: 'Trung', website: 'x.vn' });
    const { card } = await two.send({ region: 'Bắc', note: 'z'.repeat(90) });
    const [button] = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    if (!button) throw new Error('no button');
    const got = await acme.ask(minh, { command: button.command, wire: button.wire });
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const values = Object.fromEntries(got.form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(values).toMatchObject({ region: 'Bắc', website: 'x.vn', note: 'z'.repeat(90) });
    expect(got.form.fields.flatMap(({ name, again }) => (again ? [name] : [])).toSorted()).toEqual([
      'company',
      'note',
      'region',
    ]);
    const { ok } = await acme.say(minh, {
      command: button.command,
      wire: { ...got.form.carried, ...values },
    });
    expect(ok).toBe('done');
    expect(await row()).toMatchObject({ region: 'Bắc', website: 'x.vn' });
  });

  it('of two at the very same moment one is told', async () => {
    const [one, two] = [await opened(lan, 'company edit 1'), await opened(minh, 'company edit 1')];
    const answers = await Promise.all([one.send({ region: 'Trung' }), two.send({ region: 'Bắc' })]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual(['done', 'refused']);
  });

  it('do not clear a link whose record they may not see', async () => {
    const rep = await acme.member('Sơn', 'rep');
    await acme.db.permission.create({
      data: { role: 'REP', record: 'company', sees: 'OWN', changes: 'OWN' },
    });
    await acme.say(lan, 'contact edit 1 owner:Sơn');
    const form = await opened(rep, 'contact edit 1');
    expect(form.wire.company).toBe('');
    expect((await form.send({ region: 'Nam' })).ok).toBe('done');
    expect(await acme.db.contact.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({
      companyId: 1,
      region: 'Nam',
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('fields that an admin has added', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let boss: Person;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    boss = await acme.member('Hoa', 'admin');
    lan = await acme.member('Lan', 'rep', undefined, 'vi');
    await acme.say(boss, 'company add Thép');
  });

  const custom = async (id = 1) => (await acme.db.company.findUniqueOrThrow({ where: { id } })).custom;
  const add = (line: string) => acme.say(boss, `field add company ${line}`);

  /** Kind, what is typed, what is kept, what a Vietnamese reads, and what is none. */
  const table = [
    ['text', '"Khách quen"', 'Khách quen', 'Khách quen', `"${'x'.repeat(1001)}"`],
    ['number', '12,125', '12125', '12.125', 'nhiều'],
    ['number', '0,125', '0.125', '0,125', '1e5'],
    ['money', '500tr', { amount: '500000000', currency: 'VND' }, '500.000.000 ₫', '"vài triệu"'],
    ['day', '31/12/2030', '2030-12-31', '31/12/2030', '31/02/2030'],
    ['date', '31/12/2030', '2030-12-31', '31/12/2030', '31/02/2030'],
    ['choice options:"Vàng, Bạc"', 'vang', 'Vàng', 'Vàng', 'Đồng'],
    ['yesno', 'có', 'yes', 'Có', 'chắc'],
  ] as const;

  it.each(table)(
    'of kind %s: «%s» is asked, kept, shown, prefilled, refused where wrong, cleared and undone',
    async (kind, typed, kept, shown, wrong) => {
      expect((await add(`"Ghi chú riêng" ${kind}`)).ok).toBe('done');
      const said = await acme.say(lan, `company add Sắt ghi chú riêng:${typed}`);
      expect(said.ok, textOf(said.card)).toBe('done');
      expect(await custom(2)).toEqual({ 1: kept });
      const fact = { label: 'Ghi chú riêng', value: [shown] };
      const facts = said.card.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
      expect(
        facts.map(({ label, value }) => ({
          label,
          value: value.map((v) => String(v).replaceAll('\u00a0', ' ')),
        })),
      ).toContainEqual(fact);
      expect(textOf((await acme.say(lan, 'company show 2')).card)).toContain('Ghi chú riêng');

      const asked = await acme.ask(lan, 'company edit 2');
      if (asked.kind !== 'ask') throw new Error('no form');
      const field = asked.form.fields.find(({ name }) => name === 'x1');
      expect(field).toMatchObject({ label: 'Ghi chú riêng', required: false });
      const wire = { ...asked.form.carried, company: '2', x1: field?.value ?? '' };
      expect(textOf((await acme.say(lan, { command: 'company.edit', wire })).card)).toContain(
        'Không có gì để thay đổi',
      );

      const refused = await acme.ask(lan, `company edit 2 ghi chú riêng:${wrong}`);
      if (refused.kind !== 'ask') throw new Error(`${wrong} was taken`);
      expect(refused.form.fields.flatMap(({ name, error }) => (error ? [name] : []))).toEqual(['x1']);
      expect(await custom(2)).toEqual({ 1: kept });

      await acme.say(lan, 'company edit 2 ghi chú riêng:""');
      expect(await custom(2)).toEqual({});
      await acme.say(lan, 'undo');
      expect(await custom(2)).toEqual({ 1: kept });
    },
  );

  it.each([
    ['deal', 'deal add Kho 5tr ngân sách:500tr', 'deal'],
    ['lead', 'lead add Nam source:website ngân sách:500tr', 'lead'],
    ['contact', 'contact add Bình ngân sách:500tr', 'contact'],
    ['company', 'company add Sắt "ngân sách:500tr"', 'company'],
  ] as const)('stand on every kind of record: %s', async (kind, line, table) => {
    await acme.say(boss, `field add ${kind} "Ngân sách" money`);
    const added = await acme.say(lan, line.replaceAll('"', ''));
    expect(added.ok, textOf(added.card)).toBe('done');
    const rows = (await acme.db[table as 'deal'].findMany()) as { custom: unknown }[];
    expect(rows.at(-1)?.custom).toEqual({ 1: { amount: '500000000', currency: 'VND' } });
    expect(textOf(added.card)).toContain('Ngân sách');
  });

  it('are an admin’s to add and change, and anybody’s to list', async () => {
    await add('"Mức nợ" text');
    const manager = await acme.member('Quang', 'manager');
    for (const person of [lan, manager]) {
      expect((await acme.say(person, 'field add company Khác text')).ok).toBe('refused');
      expect((await acme.say(person, 'field edit "Mức nợ" name:Khác')).ok).toBe('refused');
    }
    expect(textOf((await acme.say(lan, 'field list')).card)).toContain('Mức nợ');
    expect(await acme.db.customField.count()).toBe(1);
  });

  it('are put away with their values and come back with them', async () => {
    await add('"Mức nợ" text');
    await acme.say(lan, 'company edit 1 mức nợ:A');
    expect((await acme.say(boss, 'field edit "Mức nợ" show:hidden')).ok).toBe('done');
    expect(textOf((await acme.say(lan, 'company show 1')).card)).not.toContain('Mức nợ');
    expect((await acme.ask(lan, 'company edit 1 mức nợ:B')).kind).not.toBe('answer');
    // Another kind of answer would not be what the values are.
    expect(textOf((await add('"muc no" number')).card)).toContain('There is a field');
    expect((await add('"muc no" text')).ok).toBe('done');
    expect(textOf((await acme.say(lan, 'company show 1')).card)).toContain('A');
    await acme.say(boss, 'undo');
    expect(textOf((await acme.say(lan, 'company show 1')).card)).not.toContain('muc no');
  });

  it('change their name and choices, but no choice that a record says', async () => {
    await add('"Mức nợ" choice options:"Vàng, Bạc"');
    await acme.say(lan, 'company edit 1 mức nợ:vàng');
    expect(textOf((await acme.say(boss, 'field edit "Mức nợ" options:"Bạc, Đồng"')).card)).toContain(
      '“Vàng” is what some records say',
    );
    expect((await acme.say(boss, 'field edit "Mức nợ" name:"Cấp bậc" options:"Vàng, Đồng"')).ok).toBe('done');
    expect((await acme.say(lan, 'company edit 1 cấp bậc:đồng')).ok).toBe('done');
    expect((await acme.ask(lan, 'company edit 1 cấp bậc:bạc')).kind).toBe('ask');
    await acme.say(boss, 'undo');
    expect((await acme.say(lan, 'company edit 1 mức nợ:vàng')).ok).toBe('done');
  });

  it.each([
    ['field add company Phone text', 'There is a field'],
    ['field add company "tax code" text', 'There is a field'],
    ['field add company "mã số thuế" text', 'There is a field'],
    ['field add company taxcode text', 'There is a field'],
    ['field add company muc-no text', 'There is a field'],
    ['field add company mứcnợ text', 'There is a field'],
    ['field edit Khác name:"mức nợ"', 'There is a field'],
    ['field edit Khác name:email', 'There is a field'],
    ['field add company Màu choice', 'give the choices'],
    ['field add company Màu choice options:đỏ', 'give the choices'],
    ['field add company Màu text options:"đỏ, xanh"', 'Only a choice has choices'],
    ['field edit Khác options:"đỏ, xanh"', 'Only a choice has choices'],
  ])('«%s» is refused with a sentence and changes nothing', async (line, sentence) => {
    await add('"Mức nợ" text');
    await add('Khác text');
    const before = await acme.db.customField.findMany({ orderBy: { id: 'asc' } });
    const answer = await acme.say(boss, line);
    expect(answer.ok).toBe('refused');
    expect(textOf(answer.card)).toContain(sentence);
    expect(await acme.db.customField.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('are at most twenty for a kind of record', async () => {
    for (let n = 1; n <= 20; n++) expect((await add(`"Ô số ${n}" text`)).ok).toBe('done');
    expect(textOf((await add('"Ô thừa" text')).card)).toContain('At most 20');
    expect((await acme.say(boss, 'field add deal "Ô khác" text')).ok).toBe('done');
  });

  it('are known in another replica after it has looked', async () => {
    const replica = await company(database);
    await add('"Mức nợ" text');
    expect((await replica.ask(lan, 'company edit 1 mức nợ:A', 'a')).kind).toBe('ask');
    await replica.live.refresh();
    expect(await replica.ask(lan, 'company edit 1 mức nợ:A', 'b')).toMatchObject({ answer: { ok: 'done' } });
    expect(await custom()).toEqual({ 1: 'A' });
  });

  it('whose name has a comma or looks like another’s number do no harm', async () => {
    expect((await add('"Giá, nếu có" text')).ok).toBe('done');
    expect((await add('x1 text')).ok).toBe('done');
    const asked = await acme.ask(lan, 'company edit 1 x1:B');
    expect(textOf(asked)).not.toContain('fault');
    if (asked.kind === 'answer') expect(await custom()).toEqual({ 1: 'B' });
  });
});

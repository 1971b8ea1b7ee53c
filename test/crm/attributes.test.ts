import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/chat/field.ts';
import { companyFields } from '../../src/commands/company/fields.ts';
import { contactFields } from '../../src/commands/contact/fields.ts';
import { leadFields } from '../../src/commands/lead/fields.ts';
import { typedOf } from '../../src/commands/records/typed.ts';
import { attributesOf, type Profiled, type Sort } from '../../src/crm/attributes/attributes.ts';
import { columnsOf } from '../../src/crm/attributes/columns.ts';
import { locales, translator } from '../../src/i18n/index.ts';
import { readPhone } from '../../src/lib/phone.ts';
import { vnd } from '../chat/reader.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const fields: Record<Profiled, Readonly<Record<string, Field<unknown, never>>>> = {
  company: companyFields,
  contact: contactFields,
  lead: leadFields,
};
const all = (Object.keys(fields) as Profiled[]).flatMap((kind) =>
  Object.entries(attributesOf(kind)).map(([name, { sort }]) => ({ kind, name, sort })),
);

// Among these letters is a space (U+1680), which reading takes from the ends, and marks that it puts together.
const word = fc
  .stringMatching(/^[A-Za-zĐđÀ-ỹ0-9&.-]{1,12}$/)
  .filter((text) => text === text.trim().normalize('NFC'));
const address = fc.tuple(word, word).map((parts) => parts.join(', '));
// `(x12)` is an extension of the number before it.
const label = fc.option(
  word.filter((text) => !/\d$/.test(text)),
  { nil: undefined },
);
const reaches = (value: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.record({ value, label }), {
      minLength: 1,
      maxLength: 4,
      selector: (reach) => reach.value,
    })
    .map((list) => list.map(({ value, label }) => ({ value, ...(label && { label }) })));

/** A value as reading a field of this sort gives it. */
const arbitrary: Record<Sort, (field: Field<unknown, never>) => fc.Arbitrary<unknown>> = {
  text: () => word,
  choice: ({ control }) =>
    fc.constantFrom(...(control.kind === 'choice' ? control.options.map(({ value }) => value) : [])),
  list: () => fc.uniqueArray(fc.oneof(word, address), { minLength: 1, maxLength: 5 }),
  count: () => fc.integer({ min: 1, max: 10_000_000 }),
  money: () =>
    fc.oneof(
      fc.record({ amount: fc.integer({ min: 0, max: 2 ** 50 }).map(String), currency: fc.constant('VND') }),
      fc.record({
        amount: fc.integer({ min: 101, max: 10 ** 9 }).map((cents) => String(cents / 100)),
        currency: fc.constantFrom('USD', 'EUR'),
      }),
    ),
  day: () =>
    fc
      .date({ noInvalidDate: true, min: new Date('1920-01-01'), max: new Date(vnd.now) })
      .map((d) => d.toISOString().slice(0, 10)),
  phones: () =>
    reaches(
      fc
        .tuple(
          fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `+849${n}`),
          fc.constantFrom('', ';ext=12'),
        )
        .map((parts) => parts.join(''))
        .filter((number) => readPhone(number).ok),
    ),
  emails: () => reaches(fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.vn$/)),
  member: () => fc.record({ id: fc.nat(999) }),
  company: () => fc.record({ id: fc.nat(999) }),
};

describe('what is known of a record', () => {
  it.each(all)('$kind $name ($sort) is prefilled as it is read back', ({ kind, name, sort }) => {
    const field = fields[kind][name] as Field<unknown, never>;
    fc.assert(
      fc.property(arbitrary[sort](field), fc.constantFrom(...locales), (value, locale) => {
        const columns = columnsOf(kind, { [name]: value });
        const linked = sort === 'member' ? { owner: value } : sort === 'company' ? { [name]: value } : {};
        const record = { ...columns, ...linked, custom: {} };
        const typed = typedOf(translator(locale), kind, record, [])[name] ?? '';
        if (field.lookup) expect(typed).toMatch(new RegExp(`^(m|C-)${(value as { id: number }).id}$`));
        else
          expect(columnsOf(kind, { [name]: (field.read(typed, vnd) as { value: unknown }).value })).toEqual(
            columns,
          );
      }),
      { numRuns: 60 },
    );
  });
});

const database = await testDatabase();

describe('a profile', () => {
  const full = {
    company:
      'name:"Thép Việt" shortName:TV industry:Thép industries:"xây dựng, cơ khí" phone:"028 3822 1234 (tổng đài), 0912345678" email:"a@b.vn, c@d.vn (kế toán)" website:tv.vn address:"1 Lê Lợi" region:Nam country:"Việt Nam" employees:1200 revenue:"12,5 tỷ" taxCode:0312345678 tags:"vip, hội-thảo" tier:VIP note:"Gọi sáng" owner:Lan parent:C-1 branches:"12 Lý Thường Kiệt, Đà Nẵng; Huế" fax:123 social:"fb.com/tv" legal:"GP 12" bank:"VCB 1" paymentTerms:"30 ngày" receivable:150tr receivableDue:31/12/2026',
    contact:
      'name:Bình company:C-1 phone:"0912 345 678, 0987 654 321 (riêng)" email:b@tv.vn jobTitle:"Giám đốc" duty:"decision maker" address:x region:Nam birthday:"31/12/1980" gender:male interests:"cờ, trà" tags:vip tier:potential note:y owner:Lan',
    lead: 'name:Nam source:referral phone:"0912 345 678" email:n@tv.vn company:"Thép Việt" owner:Lan industry:IT employees:50 region:Bắc tags:"a, b" note:z',
  };

  it.each(Object.entries(full) as [Profiled, string][])(
    'of a %s is taken from one line, shown, changed, cleared and taken back',
    async (kind, line) => {
      await database.truncate();
      const acme = await company(database);
      const lan = await acme.member('Lan', 'rep');
      await acme.say(lan, 'company add Mẹ');
      const added = await acme.say(lan, `${kind} add ${line}`);
      expect(added.ok, textOf(added.card)).toBe('done');
      const at = kind === 'company' ? 2 : 1;
      const row = () =>
        ({ company: acme.db.company, contact: acme.db.contact, lead: acme.db.lead })[
          kind as 'lead'
        ].findUniqueOrThrow({
          where: { id: at },
        });
      const first = await row();
      const labels = Object.keys(fields[kind]).filter((name) => name !== 'name' && name !== 'source');
      const shown = textOf(added.card);
      for (const name of labels)
        expect(shown, name).toContain(acme.operator.t.say(`field.${name}` as 'field.note'));

      const asked = await acme.ask(lan, `${kind} edit ${at}`);
      if (asked.kind !== 'ask') throw new Error('no form');
      const filled = Object.fromEntries(asked.form.fields.map(({ name, value }) => [name, value ?? '']));
      expect(Object.keys(fields[kind]).filter((name) => !filled[name])).toEqual([]);
      const wire = { ...asked.form.carried, ...filled };
      expect(textOf((await acme.say(lan, { command: `${kind}.edit`, wire })).card)).toContain(
        'Nothing would change',
      );
      expect(await row()).toEqual(first);

      const emptied = Object.fromEntries(labels.map((name) => [name, '']));
      const cleared = await acme.say(lan, { command: `${kind}.edit`, wire: { ...wire, ...emptied } });
      expect(cleared.ok, textOf(cleared.card)).toBe('done');
      for (const name of labels)
        expect(textOf(cleared.card.blocks.filter(({ kind }) => kind === 'facts')), name).not.toContain(
          `"${acme.operator.t.say(`field.${name}` as 'field.note')}","value":["${filled[name]}`,
        );
      expect(await row()).toMatchObject({ name: first.name, phone: null, phones: [], emails: [], tags: [] });
      await acme.say(lan, 'undo');
      expect(await row()).toEqual(first);
    },
  );

  it.each([
    ['company edit 1 name:""', 'name'],
    ['contact edit 1 name:""', 'name'],
    ['lead edit 1 name:"" phone:0912345678', 'name'],
    ['deal edit 1 title:""', 'title'],
    ['company edit 1 phone:"0912345678, 12"', 'phone'],
    ['company edit 1 employees:0', 'employees'],
    ['company edit 1 revenue:"vài tỷ"', 'revenue'],
    ['company edit 1 tier:gold', 'tier'],
    ['contact edit 1 birthday:31/02/1990', 'birthday'],
    ['contact edit 1 birthday:12/5', 'birthday'],
    ['contact edit 1 birthday:12/5/2030', 'birthday'],
    ['contact edit 1 birthday:hôm qua', 'birthday'],
    ['contact edit 1 email:"a@b.vn, nobody"', 'email'],
  ])('«%s» opens the form with the sentence at %s and changes nothing', async (line, field) => {
    await database.truncate();
    const acme = await company(database);
    const lan = await acme.member('Lan', 'rep');
    for (const said of [
      'company add Thép',
      'contact add Bình',
      'lead add Nam source:website',
      'deal add Kho 5tr',
    ])
      await acme.say(lan, said);
    const count = await acme.db.change.count();
    const got = await acme.ask(lan, line);
    if (got.kind !== 'ask') throw new Error(textOf(got));
    expect(got.form.fields.flatMap(({ name, error }) => (error ? [name] : []))).toEqual([field]);
    const wire = {
      ...got.form.carried,
      ...Object.fromEntries(got.form.fields.map(({ name, value }) => [name, value ?? ''])),
    };
    const again = await acme.chat.handle({
      key: 'again',
      person: lan,
      place: { channel: 'x', private: true },
      command: got.form.command,
      wire,
      replyTo: null,
    });
    expect(again.ok).toBe('refused');
    expect(Object.keys(again.errors ?? {})).toEqual([field]);
    expect(await acme.db.change.count()).toBe(count);
  });

  it('is called as people call it', async () => {
    await database.truncate();
    const acme = await company(database);
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'company add Mẹ');
    await acme.say(
      lan,
      'company add Thép mst:0312345678 ngân hàng:"VCB 1" điều khoản:"30 ngày" công ty mẹ:C-1',
    );
    await acme.say(lan, 'contact add Bình sinh nhật:12/5/1980');
    expect(await acme.db.company.findUniqueOrThrow({ where: { id: 2 } })).toMatchObject({
      ...{ taxCode: '0312345678', bank: 'VCB 1', paymentTerms: '30 ngày', parentId: 1 },
    });
    expect((await acme.db.contact.findFirstOrThrow()).birthday).toEqual(new Date('1980-05-12'));
  });

  it('of a company never puts it under itself, also not by way of others', async () => {
    await database.truncate();
    const acme = await company(database);
    const lan = await acme.member('Lan', 'rep');
    for (const name of ['Thép', 'Kho', 'Sơn']) await acme.say(lan, `company add ${name}`);
    expect((await acme.say(lan, 'company edit C-2 parent:C-1')).ok).toBe('done');
    expect((await acme.say(lan, 'company edit C-3 parent:C-2')).ok).toBe('done');
    const count = await acme.db.change.count();
    for (const parent of ['C-1', 'C-2', 'C-3']) {
      const refused = await acme.say(lan, `company edit C-1 parent:${parent}`);
      expect(textOf(refused.card)).toContain('A company cannot be part of itself');
    }
    expect(await acme.db.change.count()).toBe(count);
    expect((await acme.say(lan, 'company edit C-3 parent:C-1')).ok).toBe('done');
  });
});

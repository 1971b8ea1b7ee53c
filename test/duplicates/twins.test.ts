import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { nameKeys } from '../../src/crm/duplicates/keys.ts';
import { foldCompany } from '../../src/lib/fold.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

const database = await testDatabase();

const actionsOf = (card: Card): Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

describe('a record that is likely here already', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  const press = (card: Card, label: string) => {
    const action = actionsOf(card).find((one) => one.label === label);
    if (!action) throw new Error(`no «${label}» among ${actionsOf(card).map((one) => one.label)}`);
    return { command: action.command, wire: action.wire };
  };
  const counts = async () => ({
    companies: await acme.db.company.count(),
    contacts: await acme.db.contact.count(),
    leads: await acme.db.lead.count(),
  });

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan Anh', 'rep', 'North');
    await acme.say(
      lan,
      'company add "Công ty TNHH Thép Việt" taxCode:"0312345678" phone:"028 3822 1234, 0901 111 222 (kho)" email:"Info@ThepViet.vn, Sales@thepviet.vn"',
    );
    await acme.say(lan, 'company add "Thép Việt Saigon"');
    await acme.say(
      lan,
      'contact add "Trần Thị Bình" company:C-1 phone:"0912 345 678" email:Binh@thepviet.vn',
    );
    await acme.say(
      lan,
      'lead add "Lê Nam" source:referral phone:"0987 654 321" company:"Cơ khí Sao Mai" email:nam@saomai.vn',
    );
  });

  const twins: [line: string, code: string, why: RegExp][] = [
    ['company add "thep viet jsc"', 'C-1', /name/],
    ['company add "ThépViệt"', 'C-1', /name/],
    ['company add "Việt Thép"', 'C-1', /name/],
    ['company add "Thêpp Viêt"', 'C-1', /name/],
    ['company add "Thép Việt Sài Gòn"', 'C-2', /name/],
    ['company add "Thép Việt Saigpn"', 'C-2', /name/],
    ['company add "Khác hẳn" taxCode:"0312 345 678"', 'C-1', /tax code/],
    ['company add "Khác hẳn" phone:"+84 28 3822 1234"', 'C-1', /phone/],
    ['company add "Khác hẳn" phone:"0908 000 000, 0901111222"', 'C-1', /phone/],
    ['company add "Khác hẳn" email:info@thepviet.vn', 'C-1', /e-mail/],
    ['company add "Khác hẳn" email:SALES@thepviet.vn', 'C-1', /e-mail/],
    ['contact add "Ai đó" phone:"0912345678"', 'P-1', /phone/],
    ['contact add "Ai đó" email:binh@THEPVIET.vn', 'P-1', /e-mail/],
    ['contact add "Tran Thi Binhh" company:C-1', 'P-1', /name/],
    ['contact add "Ai đó" phone:"0987 654 321"', 'L-1', /phone/],
    ['contact add "Ai đó" email:"x@y.vn, NAM@saomai.vn"', 'L-1', /e-mail/],
    ['lead add "Nam Lê" source:website company:"CTY CP co khi sao mai"', 'L-1', /name/],
    ['lead add "Ai đó" source:website phone:"0987.654.321"', 'L-1', /phone/],
    ['lead add "Ai đó" source:website phone:"0912 345 678"', 'P-1', /phone/],
    ['lead add "trần thị bình" source:website company:"thép việt"', 'P-1', /name/],
  ];

  it.each(twins)('«%s» is shown %s and writes nothing', async (line, code, why) => {
    const before = await counts();
    const answer = await acme.say(lan, line);
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toMatch(why);
    expect(textOf(answer.card)).toContain(code);
    expect(await counts()).toEqual(before);
  });

  const others = [
    'company add "Thép Việt Nam"',
    'company add "Thép Việt" taxCode:0399999999',
    'contact add "Trần Thị Bình"',
    'contact add "Trần Thị Bích" company:C-1',
    'lead add "Lê Nam" source:website',
    'lead add "Lê Nam" source:website company:"Cơ khí Sao Hôm"',
  ];

  it.each(others)('«%s» is another and is added at once', async (line) => {
    expect(await acme.say(lan, line)).toMatchObject({ ok: 'done' });
  });

  it('is said to be certain where one tax code, or one address with one name, leaves no doubt', async () => {
    const title = async (line: string) => textOf((await acme.say(lan, line)).card.title);
    expect(await title('company add "Khác" taxCode:0312345678')).toContain('This is here already');
    expect(await title('contact add "tran thi binh" email:binh@thepviet.vn')).toContain('This is here');
    expect(await title('contact add "Thư ký" email:binh@thepviet.vn')).toContain('may be here');
  });

  it('is added all the same with everything that was typed, once, and remembered as another', async () => {
    const line = `company add "Thép Việt" phone:"0909 123 456 (Tú), 028 3822 1234" tags:"vip, hội thảo" revenue:"1,2 tỷ" note:"${'dài '.repeat(40)}"`;
    const { card } = await acme.say(lan, line);
    const again = press(card, 'Add anyway');
    expect(await acme.say(lan, again)).toMatchObject({ ok: 'done' });
    const row = await acme.db.company.findUniqueOrThrow({ where: { id: 3 } });
    expect(row).toMatchObject({
      name: 'Thép Việt',
      phone: '+84909123456',
      phones: [{ value: '+84909123456', label: 'Tú' }, { value: '+842838221234' }],
      tags: ['vip', 'hội thảo'],
      revenueCurrency: 'VND',
    });
    expect(String(row.revenue)).toBe('1200000000');
    expect(await acme.db.distinctPair.findMany()).toMatchObject([{ record: 'company', a: 1, b: 3 }]);
    // The second press of the button finds the first one's.
    expect(await acme.say(lan, again)).toMatchObject({ ok: 'refused' });
    expect(await acme.db.company.count()).toBe(3);
    await acme.say(lan, 'undo');
    expect(await acme.db.company.count()).toBe(2);
    expect(await acme.db.distinctPair.count()).toBe(0);
  });

  it('goes on all the same on a line that names them', async () => {
    expect(await acme.say(lan, 'company add "Thép Việt" apart:C-1')).toMatchObject({ ok: 'done' });
    expect(await acme.say(lan, 'company add "Thép Việt" apart:C-1')).toMatchObject({ ok: 'refused' });
  });

  it('is used and completed: its form opens with what was typed where it says nothing', async () => {
    const { card } = await acme.say(lan, 'company add "Thép Việt" phone:"0909 123 456" industry:Thép');
    const got = await acme.ask(lan, press(card, 'Use C-1 and complete it'));
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const value = (name: string) => got.form.fields.find((field) => field.name === name)?.value;
    expect(got.form.command).toBe('company.edit');
    expect(value('industry')).toBe('Thép');
    expect(value('name')).toBe('Công ty TNHH Thép Việt');
    expect(value('phone')).toContain('3822 1234');
  });

  it('is noticed when an edit makes one of another, and only then', async () => {
    await acme.say(lan, 'contact add "Phạm Hải" phone:"0933 333 333" note:x');
    const answer = await acme.say(lan, 'contact edit P-2 phone:"0912 345 678" note:""');
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toContain('P-1');
    expect(await acme.say(lan, press(answer.card, 'Save anyway'))).toMatchObject({ ok: 'done' });
    const row = await acme.db.contact.findUniqueOrThrow({ where: { id: 2 } });
    expect(row).toMatchObject({ name: 'Phạm Hải', phone: '+84912345678', note: null });
    expect(await acme.say(lan, 'contact edit P-2 jobTitle:"Kế toán"')).toMatchObject({ ok: 'done' });
    expect(await acme.say(lan, 'contact edit P-2 email:hai@a.vn')).toMatchObject({ ok: 'done' });
  });

  it('is nobody whom somebody said to be another, be it a lead or a contact', async () => {
    await acme.say(lan, 'crm distinct P-1 L-1');
    const both = ['contact edit P-1 phone:"0987 654 321"', 'lead edit L-1 email:Binh@thepviet.vn'];
    for (const line of both) expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
    for (const _ of [...both, 'crm distinct P-1 L-1']) await acme.say(lan, 'undo');
    for (const line of both) expect(await acme.say(lan, line), line).toMatchObject({ ok: 'refused' });
  });

  it('of the other kind is not said to be another by going on all the same: a contact may ask again', async () => {
    const line = 'lead add "Bình" source:website phone:"0912 345 678" apart:P-1';
    expect(await acme.say(lan, line)).toMatchObject({ ok: 'done' });
    expect(await acme.db.distinctPair.count()).toBe(0);
    expect(textOf((await acme.say(lan, 'lead convert L-2 deal:none')).card)).toContain('Linked: P-1');
  });

  it('is found by its number among however many people whose names are somewhat alike', async () => {
    await acme.db.$executeRaw`INSERT INTO contact (name, folded, company_id, created_at)
      SELECT 'Nguyễn Văn ' || i, 'nguyen van ' || i, 1, now() - interval '20 years' FROM generate_series(1, 120) i`;
    await acme.say(lan, 'contact add "Lý Bông" phone:"0977 111 222"');
    const answer = await acme.say(lan, 'contact add "Nguyễn Văn Zũng" company:C-1 phone:"0977 111 222"');
    expect(answer.ok).toBe('refused');
    expect(textOf(answer.card)).toContain('Lý Bông');
  });

  it('does not exist for whoever may not see it', async () => {
    const minh = await acme.member('Minh', 'rep', 'South');
    const answer = await acme.say(minh, 'lead add "Lê Nam" source:website phone:"0987 654 321"');
    expect(answer).toMatchObject({ ok: 'done' });
    expect(textOf(answer.card)).not.toContain('L-1');
  });

  it('is told in the language of who asks', async () => {
    const vi = await acme.member('Việt', 'rep', 'North', 'vi');
    const { card } = await acme.say(vi, 'company add "Thép Việt" phone:"028 3822 1234"');
    expect(textOf(card)).toContain('cùng số điện thoại');
    expect(textOf(card)).toContain('Vẫn thêm mới');
  });

  it('is known in the database by the names that the program folds', async () => {
    const names = [
      ...['Công ty TNHH Thép Việt', 'CTCP  Đại Á', 'Cty CP Hòa Phát.', 'TNHH MTV Một', 'Acme Co., Ltd.'],
      ...[
        'Foo Bar Company Limited',
        'DNTN Tư Sáng',
        'Cò Trắng',
        'Công ty TNHH',
        'X (JSC)',
        'A & B Co. Ltd',
        ' ',
      ],
      ...[
        'Công ty trách nhiệm hữu hạn một thành viên Ắc Quy',
        'Inc',
        'Beta Corp., Inc.',
        'CTY: Gỗ-Việt',
        'Ống-thép JSC, LLC',
      ],
    ];
    const rows = await acme.db.$queryRaw<{ bare: string; keys: string[] }[]>`
      SELECT bare_name(name) AS bare, name_keys(name) AS keys FROM unnest(${names}::text[]) WITH ORDINALITY AS n(name, i) ORDER BY i`;
    expect(rows.map(({ bare }) => bare)).toEqual(names.map(foldCompany));
    expect(rows.map(({ keys }) => keys)).toEqual(names.map(nameKeys));
  });
});

describeOnPostgres('two at once', (served) => {
  it('do not make two', async () => {
    const acme = await company(served());
    const lan = await acme.member('Lan Anh', 'rep');
    const lines = Array.from(
      { length: 6 },
      (_, i) => `contact add "Người ${'ABCDEF'[i]}" phone:"0912 345 678"`,
    );
    const answers = await Promise.all(lines.map((line) => acme.say(lan, line)));
    expect(answers.filter(({ ok }) => ok === 'done')).toHaveLength(1);
    expect(await acme.db.contact.count()).toBe(1);
  });
});

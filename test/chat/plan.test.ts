import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/chat/form.ts';
import { plan } from '../../src/chat/plan.ts';
import { unpack } from '../../src/chat/wire.ts';
import { registry } from '../../src/commands/index.ts';
import { translator } from '../../src/i18n/index.ts';
import { vnd } from './reader.ts';

const en = translator('en');
const vi = translator('vi');
const line = (text: string, t = en) => plan(registry, { line: text }, t, vnd);
const press = (packed: string) => plan(registry, unpack(packed), en, vnd);

function asked(planned: ReturnType<typeof plan>): Form {
  if (planned.kind !== 'ask') throw new Error(`not asked: ${JSON.stringify(planned)}`);
  return planned.form;
}
const part = (form: Form, what: 'value' | 'error') =>
  Object.fromEntries(
    form.fields.flatMap((field) => (field[what] === undefined ? [] : [[field.name, field[what]]])),
  );

describe('a line', () => {
  it('that is complete runs, and says who will see the answer', () => {
    expect(line('deal add Acme 5tr')).toEqual({
      kind: 'run',
      command: 'deal.add',
      wire: { title: 'Acme', amount: '5tr' },
      visibility: 'channel',
    });
    expect(line('me')).toMatchObject({ kind: 'run', visibility: 'private' });
    expect(line('deal show 4 share:channel')).toMatchObject({ kind: 'run', visibility: 'channel' });
    expect(line('deal show 4 hiện cho: kênh này')).toMatchObject({
      kind: 'run',
      wire: { share: 'channel' },
      visibility: 'channel',
    });
    expect(line('deal show 4')).toMatchObject({ kind: 'run', visibility: 'private' });
  });

  it('that is bare opens the form, and complains of nothing', () => {
    const form = asked(line('deal add'));
    expect(part(form, 'error')).toEqual({});
    expect(part(form, 'value')).toEqual({});
    expect(form).toMatchObject({ command: 'deal.add', title: 'New deal' });
  });

  it('with a mistake opens the form with what was understood, the mistake under its field', () => {
    const form = asked(line('deal add Acme vài tỷ amount:vài company:X', vi));
    expect(part(form, 'value')).toMatchObject({ amount: 'vài', company: 'X' });
    expect(part(form, 'error')).toEqual({ amount: '“vài” chưa rõ là bao nhiêu; bạn ghi con số giúp.' });
  });

  it.each([
    ['deal add Máy lọc 500 củ hạn cuối tháng', { title: 'Máy lọc', amount: '500 củ', close: 'cuối tháng' }],
    [
      'deal add Kho, 500tr, cong ty Minh Phat, phu trach Lan',
      { title: 'Kho', amount: '500tr', company: 'Minh Phat', owner: 'Lan' },
    ],
    ['deal add "Gia hạn" $12k close dec 15', { title: 'Gia hạn', amount: '$12k', close: 'dec 15' }],
    ['deal edit 42 giá trị 2 tỷ', { deal: '42', amount: '2 tỷ' }],
    [
      'lead add Trần Bình sđt 0912 345 678 nguồn giới thiệu',
      { name: 'Trần Bình', phone: '0912 345 678', source: 'referral' },
    ],
  ])('with keys but no colons opens the form with what they say: %s', (typed, wire) => {
    const planned = line(typed, vi);
    expect(part(asked(planned), 'value')).toMatchObject(wire);
    expect(part(asked(planned), 'error')).toEqual({});
    expect(planned).toMatchObject({ loose: { ...wire, ...('source' in wire && { source: 'giới thiệu' }) } });
  });

  it.each([
    [
      'contact add Phạm Nam cty Hoàng Long sđt 0911 222 333',
      { name: 'Phạm Nam', company: 'Hoàng Long', phone: '0911 222 333' },
    ],
    [
      'contact add anh Hùng sđt 0987654321 chức danh giám đốc cty:"Sao Mai"',
      { name: 'anh Hùng', phone: '0987654321', jobTitle: 'giám đốc', company: 'Sao Mai' },
    ],
    ['company add Bình Minh mst 0312345678', { name: 'Bình Minh', taxCode: '0312345678' }],
    ['company add Sao Mai email info@saomai.vn', { name: 'Sao Mai', email: 'info@saomai.vn' }],
    [
      'deal add Gia hạn Acme 1,2 tỷ cuối tháng',
      { title: 'Gia hạn Acme', amount: '1,2 tỷ', close: 'cuối tháng' },
    ],
    [
      'deal add Kho lạnh 5tr friday company:"Sao Mai" owner:Lan',
      { title: 'Kho lạnh', amount: '5tr', close: 'friday', company: 'Sao Mai', owner: 'Lan' },
    ],
    ['deal add Kho lạnh 5tr friday', { title: 'Kho lạnh', amount: '5tr', close: 'friday' }],
    ['deal add Kho hạn cuối tháng giá 500tr', { title: 'Kho', amount: '500tr', close: 'cuối tháng' }],
    ['lead qualify 7 Kho lạnh ngân sách 500tr', { lead: '7', need: 'Kho lạnh', budget: '500tr' }],
  ])('that would make a number or a day a part of a name is asked about: %s', (typed, wire) => {
    expect(part(asked(line(typed, vi)), 'value')).toMatchObject(wire);
  });

  it.each([
    'contact add Nguyễn Thị Khách Hàng',
    'company add Công ty Điện thoại Miền Nam',
    'deal add Điện thoại công ty Sao Mai 500tr',
    'log note 12 khách hẹn ngày mai, giá 500tr, sđt 0912 345 678',
    'log call 12 gọi lại lúc 15h',
    'find công ty Sao Mai',
  ])('whose words are only words runs: %s', (typed) => {
    expect(line(typed, vi).kind).toBe('run');
  });

  it('with such a key says under its field what is wrong with the value', () => {
    const form = asked(line('deal add Acme 500tr hạn sau Tết', vi));
    expect(part(form, 'error')).toEqual({ close: expect.stringContaining('sau Tết') });
  });

  it.each([
    'deal add Chăm sóc khách hàng VIP',
    'deal add Hội nghị khách hàng 2026',
    'lead add Bình nguồn lực mới',
    'deal add Acme 5tr giá',
  ])('with such a word in a title keeps the title whole: %s', (typed) => {
    const [first] = Object.values(part(asked(line(typed, vi)), 'value'));
    expect(typed).toBe(`${typed.split(' ', 2).join(' ')} ${first}`);
  });

  it('with a key that is nearly one opens the form at the field that was meant', () => {
    const form = asked(line('deal add Acme 5tr compnay:X'));
    expect(part(form, 'value')).toEqual({ title: 'Acme', amount: '5tr', company: 'X' });
    expect(part(form, 'error')).toEqual({
      company: 'There is no field “compnay” here. Did you mean “company”?',
    });
  });

  it('that cannot be placed in any field is refused in one sentence', () => {
    expect(line('crm users all')).toEqual({
      kind: 'refuse',
      card: {
        title: ['I cannot place “all”; please put texts with spaces in quotes.'],
        tone: 'warn',
        blocks: [],
      },
    });
    expect(line('dela add', vi)).toMatchObject({
      kind: 'refuse',
      card: { title: ['Tôi không biết lệnh “dela add”. Ý bạn là “deal add”?'] },
    });
  });

  it('of a command that exists for its optional fields asks for them once', () => {
    expect(line('deal edit 42')).toMatchObject({ kind: 'ask', prefill: true });
    expect(line('deal lost 42')).toMatchObject({ kind: 'ask', prefill: true });
    expect(line('deal lost 42 giá cao')).toMatchObject({ kind: 'run' });
    // The form of `deal lost`, sent with its reason left empty.
    expect(plan(registry, { command: 'deal.lost', wire: { deal: '42', reason: '' } }, en, vnd)).toMatchObject(
      { kind: 'run', wire: { deal: '42' } },
    );
  });
});

describe('a button', () => {
  it('that has all it needs runs', () => {
    expect(press('deal.move?deal=42&stage=5&from=7')).toMatchObject({
      kind: 'run',
      wire: { deal: '42', stage: '5', from: '7' },
    });
  });

  it('that lacks something opens the form with the rest, and carries what is not asked', () => {
    const form = asked(press('deal.move?deal=42&from=7'));
    expect(part(form, 'value')).toEqual({ deal: '42' });
    expect(form.carried).toEqual({ from: '7' });
  });

  it('that asks opens the form, and what the form sends does not ask again', () => {
    const form = asked(press('deal.move?deal=42&stage=5&_ask=1'));
    expect(form.carried).toEqual({});
    expect(
      plan(registry, { command: form.command, wire: { ...form.carried, ...part(form, 'value') } }, en, vnd)
        .kind,
    ).toBe('run');
  });

  it('that names fields asks those first and leaves none out', () => {
    const names = (packed: string) => asked(press(packed)).fields.map(({ name }) => name);
    const usual = names('company.edit?company=5&_ask=1');
    const wanted = ['company', 'region', 'revenue', 'industry'];
    expect(names(`company.edit?company=5&_ask=${wanted.join('+')}+nonsense`)).toEqual([
      ...wanted,
      ...usual.filter((name) => !wanted.includes(name)),
    ]);
  });

  it('whose wire is stored runs unseen, or opens its form to be filled in', () => {
    expect(press('deal.add?_draft=3')).toMatchObject({ kind: 'run', wire: { _draft: '3' } });
    expect(press('deal.add?_draft=3&_ask=1')).toMatchObject({
      kind: 'ask',
      prefill: true,
      form: { carried: { _draft: '3' } },
    });
  });

  it.each(['gone.command?a=1', 'constructor', '__proto__', 'toString?x=1', ''])(
    'of an older version is told so: %s',
    (packed) => {
      expect(press(packed)).toEqual({
        kind: 'refuse',
        card: {
          title: ['This button is from an older version; please type the command instead.'],
          tone: 'warn',
          blocks: [],
        },
      });
    },
  );
});

describe('what is empty', () => {
  const fill = (command: string, wire: Record<string, string>) => plan(registry, { command, wire }, en, vnd);

  it('is absent, also when it is only spaces', () => {
    expect(fill('lead.add', { name: 'Lan', source: 'other', note: '', phone: '  ' })).toMatchObject({
      kind: 'run',
      wire: { name: 'Lan', source: 'other' },
    });
    expect(fill('lead.add', { name: '   ', source: 'other' }).kind).toBe('ask');
  });

  it('clears an optional field of a form that shows present values, and no required one', () => {
    const shown = { _shown: '1' };
    expect(fill('deal.edit', { deal: '42', close: ' ', ...shown })).toMatchObject({
      wire: { deal: '42', close: '' },
    });
    expect(fill('deal.edit', { deal: '', close: '', ...shown }).kind).toBe('ask');
  });

  it('clears nothing where the present values were not shown: the form was sent before it was filled in', () => {
    expect(fill('deal.edit', { deal: '42', title: 'New', close: '' })).toMatchObject({
      kind: 'run',
      wire: { deal: '42', title: 'New' },
    });
  });

  it('or is no field of the command, goes', () => {
    expect(fill('deal.show', { deal: '4', constructor: 'x', nonsense: 'y', _ask2: 'z' })).toMatchObject({
      kind: 'run',
      wire: { deal: '4' },
    });
  });
});

// Any line leads to one of three plans, and a form that asks for nothing more runs with its own values.
it('every plan is to run, to ask or to refuse', () => {
  const words = [
    'deal',
    'add',
    'edit',
    'move',
    '42',
    'Acme',
    '500tr',
    'company:X',
    'close:mai',
    '"',
    '"x y"',
    'lead',
    'source:website',
    'log',
    'call',
    'share:channel',
    'kpi',
    'tháng',
    'này',
    'undo',
    'đàm',
    'phán',
    'find',
  ];
  const lines = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(lines, (text) => {
      const planned = line(text);
      expect(['run', 'ask', 'refuse']).toContain(planned.kind);
      if (planned.kind !== 'ask') return;
      const { form } = planned;
      const lacking = form.fields.some(({ required, value, error }) => error || (required && !value));
      const wire = {
        ...form.carried,
        ...Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? ''])),
      };
      if (!lacking) expect(plan(registry, { command: form.command, wire }, en, vnd).kind).toBe('run');
    }),
    { numRuns: 400 },
  );
});

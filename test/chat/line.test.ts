import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/chat/line.ts';
import { registry } from '../../src/commands/index.ts';
import { vnd } from './reader.ts';

const read = (line: string) => readLine(registry, line, vnd);

function understood(line: string) {
  const reading = read(line);
  if (!reading.ok) throw new Error(`${line}: ${JSON.stringify(reading.problem)}`);
  return reading.value;
}

describe('the command of a line', () => {
  it.each([
    ['/deal add', 'deal.add'],
    ['deal add', 'deal.add'],
    ['/crm deal add', 'deal.add'],
    ['DEAL  Add', 'deal.add'],
    ['thêm deal', 'deal.add'],
    ['them deal', 'deal.add'],
    ['/cơ-hội thêm', 'deal.add'],
    ['thêm cơ hội', 'deal.add'],
    ['/phễu', 'pipeline'],
    ['hoàn tác', 'undo'],
    ['/crm', 'crm.help'],
    ['', 'crm.help'],
    ['/', 'crm.help'],
    ['hi', 'crm.help'],
    ['Xin chào', 'crm.help'],
    ['crm users', 'crm.users'],
    ['kpi how', 'kpi.how'],
    ['kpi', 'kpi'],
  ])('%s is %s, in either language, with or without accents', (line, command) => {
    expect(understood(line)).toEqual({ command, wire: {} });
  });

  it('is its longest name, and what follows is its fields', () => {
    expect(understood('deal show D-4')).toEqual({ command: 'deal.show', wire: { deal: 'D-4' } });
    expect(understood('deal D-4')).toEqual({ command: 'deal.show', wire: { deal: 'D-4' } });
    expect(understood('deal Thắng Lợi')).toEqual({ command: 'deal.show', wire: { deal: 'Thắng Lợi' } });
    expect(understood('log')).toEqual({ command: 'crm.help', wire: { topic: 'log' } });
  });

  it('is to show, for nothing but the number of a record', () => {
    expect(understood('D-4')).toEqual({ command: 'deal.show', wire: { deal: 'D-4' } });
    expect(understood('/crm l7')).toEqual({ command: 'lead.show', wire: { lead: 'l7' } });
    expect(understood('#P-3')).toEqual({ command: 'contact.show', wire: { contact: '#P-3' } });
    expect(understood('c-12')).toEqual({ command: 'company.show', wire: { company: 'c-12' } });
    expect(read('12')).toMatchObject({ problem: { code: 'command.unknown' } });
    expect(read('X-12')).toMatchObject({ problem: { code: 'command.unknown' } });
  });

  it('that is not known is told, with the nearest', () => {
    expect(read('dela add "Gia hạn" 5tr')).toEqual({
      ok: false,
      problem: { code: 'command.unknown', args: { text: 'dela add' } },
      near: {
        text: 'dela add',
        near: 'deal add',
        line: 'deal add Gia hạn 5tr',
        meant: { command: 'deal.add', wire: { title: 'Gia hạn', amount: '5tr' } },
      },
    });
    expect(read('pipline')).toMatchObject({ near: { text: 'pipline', near: 'pipeline' } });
    expect(read('pheux')).toMatchObject({ near: { near: 'phễu' } });
    expect(read('cảm ơn bạn nhé')).toEqual({
      ok: false,
      problem: { code: 'command.unknown', args: { text: 'cảm ơn' } },
      name: 'cảm ơn bạn nhé',
    });
    expect(read('gọi Hoàng Long')).toEqual({
      ok: false,
      problem: { code: 'command.unknown', args: { text: 'gọi Hoàng' } },
      name: 'gọi Hoàng Long',
    });
    expect(read('hoang long')).toMatchObject({ near: { near: 'hoãn' }, name: 'hoang long' });
    expect(read('ok')).toMatchObject({ problem: { code: 'command.unknown' } });
  });

  it.each([
    ['deal mvoe "Gia hạn" đàm phán', 'deal move', { deal: 'Gia hạn', stage: 'đàm phán' }],
    ['Deal chuyen5 Acme', 'deal chuyển', { deal: 'Acme' }],
    ['deal dnah-sách', 'deal danh-sách', {}],
    ['cơ hội sữaa D-4', 'cơ-hội sửa', { deal: 'D-4' }],
    ['company ad Acme', 'company add', { name: 'Acme' }],
  ])('may be one that a short name was taken for: %s', (line, near, wire) => {
    expect(read(line)).toMatchObject({ ok: true, near: { near, meant: { wire } } });
  });

  it.each(['deal Lan', 'deal 42', 'deal D-4', 'deal Thắng Lợi', 'deal won D-4', 'deal show mvoe'])(
    'is not guessed at where nothing is nearly one: %s',
    (line) => expect(read(line)).not.toHaveProperty('near.near'),
  );
});

describe('the fields of a line', () => {
  const wire = (line: string) => understood(line).wire;

  it('come by place, then by key, in either language and any order', () => {
    expect(wire('deal add "Acme renewal" 1.2tỷ company:Acme')).toEqual({
      title: 'Acme renewal',
      amount: '1.2tỷ',
      company: 'Acme',
    });
    expect(wire('deal add amount:500tr title:"Gia hạn"')).toEqual({ title: 'Gia hạn', amount: '500tr' });
    expect(wire('deal add amount:500tr "Gia hạn Acme"')).toEqual({ title: 'Gia hạn Acme', amount: '500tr' });
    expect(wire('deal add Acme 500tr cty:X')).toMatchObject({ company: 'X' });
    for (const key of ['COMPANY', 'congty', 'cong_ty', 'công-ty'])
      expect(wire(`deal add Acme 500tr ${key}:X`)).toMatchObject({ company: 'X' });
  });

  it('may have keys of several words and values of several words', () => {
    expect(wire('deal add Acme 500tr công ty:Minh Phát giai đoạn: đàm phán')).toEqual({
      title: 'Acme',
      amount: '500tr',
      company: 'Minh Phát',
      stage: 'đàm phán',
    });
    expect(wire('deal add Acme 500tr cong ty: Minh Phat, du kien chot: cuoi thang')).toMatchObject({
      company: 'Minh Phat',
      close: 'cuoi thang',
    });
    expect(wire('lead add Lan sđt:0912 345 678 nguồn:website')).toEqual({
      name: 'Lan',
      phone: '0912 345 678',
      source: 'website',
    });
  });

  it('end where quotes end', () => {
    expect(wire('deal add company:"Minh Phát" Gia hạn 500tr')).toEqual({
      title: 'Gia hạn',
      amount: '500tr',
      company: 'Minh Phát',
    });
    expect(wire('deal add company:Acme "Gia hạn Acme" 500tr')).toEqual({
      title: 'Gia hạn Acme',
      amount: '500tr',
      company: 'Acme',
    });
    expect(wire('deal edit 42 close:""')).toEqual({ deal: '42', close: '', _shown: '1' });
  });

  it('have times, addresses and colons of a sentence in them', () => {
    expect(wire('digest subscribe pipeline at:08:30 days:workdays')).toEqual({
      digest: 'pipeline',
      at: '08:30',
      days: 'workdays',
    });
    expect(wire('company add "Minh Phát" website:https://minhphat.vn')).toMatchObject({
      website: 'https://minhphat.vn',
    });
    expect(wire('deal add Dự án A: giai đoạn 2 500tr')).toEqual({
      title: 'Dự án A: giai đoạn 2',
      amount: '500tr',
    });
    expect(wire('log call 12 khách hỏi giá:500tr được không')).toEqual({
      record: '12',
      text: 'khách hỏi giá:500tr được không',
    });
    expect(wire('log call 12 anh Minh gọi, kết quả: chốt tuần sau')).toEqual({
      record: '12',
      text: 'anh Minh gọi',
      outcome: 'chốt tuần sau',
    });
  });
});

describe('what cannot be understood of a line', () => {
  it.each([
    [
      'deal add Acme 5tr compnay:X',
      { code: 'key.unknown_near', args: { key: 'compnay', near: 'company' }, field: 'company' },
    ],
    ['deal add Acme 5tr emial:X', { code: 'key.unknown', args: { key: 'emial' }, field: 'title' }],
    ['deal add Acme 5tr priority:high', { code: 'key.unknown', args: { key: 'priority' }, field: 'title' }],
    ['deal add Acme 5tr company:X cty:Y', { code: 'key.twice', args: { key: 'cty' }, field: 'company' }],
    ['deal add Acme 5tr company:', { code: 'field.missing', field: 'company' }],
    ['deal add "A" "5tr" "B"', { code: 'line.too_much', args: { text: 'B' }, field: 'amount' }],
    ['deal add "Gia hạn Acme 5tr', { code: 'line.too_much', args: { text: '"Gia' }, field: 'title' }],
    [
      'deal add Acme 5tr company:"Minh Phát',
      { code: 'line.too_much', args: { text: '"Minh' }, field: 'company' },
    ],
    ['crm users all', { code: 'line.too_much', args: { text: 'all' } }],
  ])('%s is told before anything is done', (line, problem) => {
    expect(understood(line).problem).toEqual(problem);
  });

  it('keeps what was understood', () => {
    expect(understood('deal add Acme 5tr compnay:X').wire).toEqual({
      title: 'Acme',
      amount: '5tr',
      company: 'X',
    });
  });

  it('is no problem where a colon or a quote is only that', () => {
    expect(understood('log note 12 P:3 người').problem).toBeUndefined();
    expect(understood('deal add Màn hình 27" 15tr').problem).toBeUndefined();
  });
});

// Words that people write, and a few that nobody should.
const words = [
  'deal',
  'add',
  'log',
  'call',
  'company:',
  'cty:X',
  'công',
  'ty:',
  '"',
  '“',
  '”',
  "'",
  '#12',
  'D-4',
  '500tr',
  '1,2',
  'tỷ',
  ':',
  '::',
  '_ask:1',
  '__proto__:x',
  'constructor:y',
  '/',
  '/crm',
  '🎉',
  'kpi',
  'tháng',
  'này',
  '"a b"',
  'đàm',
  'phán',
];

it('no line makes it throw', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(line, (text) => {
      const reading = read(text);
      expect(
        reading.ok
          ? Object.hasOwn(registry, reading.value.command)
          : reading.problem.code.startsWith('command.'),
      ).toBe(true);
    }),
    { numRuns: 400 },
  );
});

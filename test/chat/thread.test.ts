import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/chat/field.ts';
import { plan } from '../../src/chat/plan.ts';
import { namesIn, recordOf } from '../../src/chat/thread.ts';
import { unpack } from '../../src/chat/wire.ts';
import { registry } from '../../src/commands/index.ts';
import { translator } from '../../src/i18n/index.ts';
import { vnd } from './reader.ts';

const buttons = (...packed: string[]) => packed.map(unpack);
const deal = buttons('deal.won!?deal=42&from=5', 'log.call?record=D-42');
const lead = buttons('lead.qualify!?lead=7&from=NEW', 'log.note?record=L-7');
const company = buttons('log.call?record=C-3', 'deal.add?company=3', 'company.edit!?company=3&_ask=1');

/** What a line in a thread comes to, as the button that would do it: `?` behind it where it opens the form. */
function heard(line: string, under: typeof deal | undefined): string {
  const planned = plan(registry, { line, under }, translator('vi'), vnd);
  if (planned.kind === 'refuse') return 'refused';
  const { command } = planned.kind === 'run' ? planned : planned.form;
  const said =
    planned.kind === 'run'
      ? planned.wire
      : Object.fromEntries(planned.form.fields.map(({ name, value }) => [name, value]));
  const fields = Object.entries(registry[command].fields as Record<string, Field<unknown, never>>);
  const filled = fields.filter(([name, { fallback }]) => said[name] && said[name] !== fallback);
  const packed = [command, ...filled.map(([name]) => `${name}=${said[name]}`)].join(' ');
  return planned.kind === 'ask' ? `${packed} ?` : packed;
}

describe('a line in the thread of a deal’s card', () => {
  it.each([
    ['deal won', 'deal.won deal=D-42'],
    ['won', 'deal.won deal=D-42'],
    ['chốt', 'deal.won deal=D-42'],
    ['thắng', 'deal.won deal=D-42'],
    ['chốt deal', 'deal.won deal=D-42'],
    ['cơ hội chốt', 'deal.won deal=D-42'],
    ['deal', 'deal.show deal=D-42'],
    ['xem', 'deal.show deal=D-42'],
    ['mở lại', 'deal.reopen deal=D-42'],
    ['reopen', 'deal.reopen deal=D-42'],
    ['deal move Đàm phán', 'deal.move deal=D-42 stage=Đàm phán'],
    ['move Đàm phán', 'deal.move deal=D-42 stage=Đàm phán'],
    ['move negotiation', 'deal.move deal=D-42 stage=negotiation'],
    ['chuyển gửi báo giá', 'deal.move deal=D-42 stage=gửi báo giá'],
    ['chuyển giai đoạn:Đàm phán', 'deal.move deal=D-42 stage=Đàm phán'],
    ['won reason:"giá tốt"', 'deal.won deal=D-42 reason=giá tốt'],
    ['edit amount:500tr', 'deal.edit deal=D-42 amount=500tr'],
    ['sửa giá trị:500tr', 'deal.edit deal=D-42 amount=500tr'],
    ['snooze 7', 'deal.snooze deal=D-42 days=7'],
    ['hoãn 3', 'deal.snooze deal=D-42 days=3'],
    ['log call "đã gọi, hẹn thứ 6"', 'log.call record=D-42 text=đã gọi, hẹn thứ 6'],
    ['log call đã gọi, hẹn thứ 6', 'log.call record=D-42 text=đã gọi, hẹn thứ 6'],
    ['log call gọi lại', 'log.call record=D-42 text=gọi lại'],
    ['log call Acme', 'log.call record=D-42 text=Acme'],
    ['ghi gọi khách hẹn mai outcome:"hẹn gặp"', 'log.call record=D-42 text=khách hẹn mai outcome=hẹn gặp'],
    ['ghi chú "khách cần 2 máy"', 'log.note record=D-42 text=khách cần 2 máy'],
    ['deal lost giá cao', 'deal.lost deal=D-42 reason=giá cao'],
    ['mất vì giá cao quá', 'deal.lost deal=D-42 reason=vì giá cao quá'],
  ])('says its record nowhere and means it: %s', (line, said) => {
    expect(heard(line, deal)).toBe(said);
  });

  it.each([
    ['won D-9', 'deal.won deal=D-9'],
    ['won 9', 'deal.won deal=9'],
    ['chốt #9', 'deal.won deal=#9'],
    ['won Acme', 'deal.won deal=Acme'],
    ['chốt "Gia hạn Acme"', 'deal.won deal=Gia hạn Acme'],
    ['deal Thắng Lợi', 'deal.show deal=Thắng Lợi'],
    ['won deal:Acme', 'deal.won deal=Acme'],
    ['lost giá cao cơ hội:Acme', 'deal.lost deal=Acme reason=giá cao'],
    ['lost 9 giá cao', 'deal.lost deal=9 reason=giá cao'],
    ['lost L-9', 'deal.lost deal=L-9 ?'],
    ['move 9 won', 'deal.move deal=9 stage=won'],
    ['move Acme đàm phán', 'deal.move deal=Acme stage=đàm phán'],
    ['snooze 9 7', 'deal.snooze deal=9 days=7'],
    ['log call Acme "đã gọi"', 'log.call record=Acme text=đã gọi'],
    ['log call L-7 khách hẹn', 'log.call record=L-7 text=khách hẹn'],
    ['ghi chú 9 "xong"', 'log.note record=9 text=xong'],
    ['lead qualify L-7 need:máy in', 'lead.qualify lead=L-7 need=máy in'],
  ])('that names another record means that one: %s', (line, said) => {
    expect(heard(line, deal)).toBe(said);
  });

  it.each([
    ['log call', 'log.call record=D-42 ?'],
    ['move', 'deal.move deal=D-42 ?'],
    ['lost', 'deal.lost deal=D-42 ?'],
    ['edit', 'deal.edit deal=D-42 ?'],
    ['snooze mai', 'deal.snooze deal=D-42 days=mai ?'],
    ['chuyển giai đoạn:', 'deal.move deal=D-42 ?'],
    ['log call 9', 'log.call record=9 ?'],
  ])('that is not complete opens a form that holds it: %s', (line, said) => {
    expect(heard(line, deal)).toBe(said);
  });

  it.each(['deal add "Kho mới" 5tr', 'find Acme', 'undo', 'pipeline', 'lead qualify', 'crm merge', 'me'])(
    'of a command that no deal belongs to is read as anywhere: %s',
    (line) => expect(heard(line, deal)).toBe(heard(line, undefined)),
  );

  it('with a slip is nearest to the short names too, and the button knows the record', () => {
    const planned = plan(registry, { line: 'mvoe đàm phán', under: deal }, translator('en'), vnd);
    expect(planned).toMatchObject({ kind: 'refuse' });
    expect(JSON.stringify(planned)).toContain('"wire":{"stage":"đàm phán","deal":"D-42"}');
  });

  it('asks for a look at the name where it is complete with and without the thread', () => {
    const wire = (line: string, under = deal) => {
      const planned = plan(registry, { line, under }, translator('en'), vnd);
      return planned.kind === 'run' ? planned.wire : {};
    };
    expect(wire('lost Acme')).toMatchObject({ _alone: 'deal=Acme', _about: 'D-42', reason: 'Acme' });
    expect(wire('qualify cần gấp budget:""', lead)).toMatchObject({
      _about: 'L-7',
      need: 'cần gấp',
      budget: '',
    });
    expect(wire('assign Lan', lead)).toMatchObject({ _alone: 'lead=Lan', lead: 'L-7', to: 'Lan' });
    for (const line of ['won', 'won Acme', 'log call Acme', 'move Đàm phán', 'log call Acme "xong"'])
      expect(wire(line)).not.toHaveProperty('_alone');
  });
});

describe('a line in the thread of another record’s card', () => {
  it.each([
    ['qualify', lead, 'lead.qualify lead=L-7 ?'],
    ['đánh giá cần 50 máy', lead, 'lead.qualify lead=L-7 need=cần 50 máy'],
    ['lead convert', lead, 'lead.convert lead=L-7 ?'],
    ['assign <@U2>', lead, 'lead.assign lead=L-7 to=<@U2>'],
    ['giao cho Lan Anh', lead, 'lead.assign lead=L-7 to=Lan Anh'],
    ['giao Lan Anh', lead, 'lead.assign lead=L-7 to=Lan Anh'],
    ['assign list', lead, 'assign.list'],
    ['loại không có nhu cầu', lead, 'lead.disqualify lead=L-7 reason=không có nhu cầu'],
    ['log email "đã gửi báo giá"', lead, 'log.email record=L-7 text=đã gửi báo giá'],
    ['crm merge', lead, 'crm.merge ?'],
    ['gộp L-2', lead, 'crm.merge keep=L-2 ?'],
    ['won', lead, 'crm.help topic=won'],
    ['deal won', lead, 'deal.won ?'],
    ['show', company, 'company.show company=C-3'],
    ['ghi gặp "bàn hợp đồng"', company, 'log.meeting record=C-3 text=bàn hợp đồng'],
    ['deal add "Kho" 5tr', company, 'deal.add title=Kho amount=5tr'],
  ])('means that record: %s', (line, under, said) => {
    expect(heard(line, under)).toBe(said);
  });

  it('means nothing of it in the thread of a card about none', () => {
    expect(heard('won', [])).toBe('crm.help topic=won');
    expect(heard('deal won', buttons('deal.list?page=2'))).toBe('deal.won ?');
  });
});

describe('typed options in a thread', () => {
  const said = (command: string, wire: Record<string, string>) =>
    plan(registry, { command, wire, under: deal }, translator('en'), vnd);

  it('mean its record where they name none', () => {
    expect(said('deal.won', {})).toMatchObject({ kind: 'run', wire: { deal: 'D-42' } });
    expect(said('log.note', { text: 'x' })).toMatchObject({
      kind: 'run',
      wire: { record: 'D-42', text: 'x' },
    });
    expect(said('deal.won', { deal: 'D-9' })).toMatchObject({ wire: { deal: 'D-9' } });
    expect(said('lead.show', {})).toMatchObject({ kind: 'ask' });
    expect(said('crm.merge', { keep: 'D-9' })).toMatchObject({ kind: 'ask' });
  });
});

describe('a card is about', () => {
  it.each([
    [['deal.won!?deal=42&from=5', 'log.call?record=D-42', 'undo!?change=3'], 'D-42'],
    [['deal.show?deal=42', 'undo!?change=3'], 'D-42'],
    [
      ['contact.show?contact=1', 'deal.show?deal=2', 'log.call?record=L-7', 'lead.edit!?lead=7&_ask=1'],
      'L-7',
    ],
    [['log.call?record=P-4', 'deal.add?contact=4&company=3', 'contact.edit!?contact=4&_ask=1'], 'P-4'],
    [['log.call?record=C-3', 'deal.add?company=3'], 'C-3'],
    [['lead.accept?lead=7'], 'L-7'],
  ])('the one record that its buttons name: %s', (packed, record) => {
    expect(recordOf(registry, buttons(...packed))).toBe(record);
  });

  it.each([
    [[]],
    [['deal.show?deal=1', 'deal.show?deal=2']],
    [['deal.list?stage=1&page=2']],
    [['crm.merge?keep=L-1&other=L-2']],
    [['undo!?change=3', 'crm.help?topic=deal']],
    [['deal.won?_draft=7', 'gone.command?deal=1', 'constructor?deal=1', 'deal.won?deal=Acme']],
  ])('none where they name none or several: %s', (packed) => {
    expect(recordOf(registry, buttons(...packed))).toBeUndefined();
  });
});

it('no line in a thread makes it throw', () => {
  const said = [
    'won',
    'chốt',
    'deal',
    'log',
    'call',
    'lost',
    'qualify',
    'snooze',
    'D-9',
    '9',
    'Acme',
    '"x y"',
  ];
  const odd = [
    'stage:',
    'amount:5tr',
    'reason:""',
    'budget:""',
    '"',
    ':',
    '_alone:1',
    '+',
    'đàm phán',
    'mvoe',
  ];
  const words = fc.array(fc.constantFrom(...said, ...odd), { maxLength: 6 });
  fc.assert(
    fc.property(words, fc.constantFrom(deal, lead, company), (line, under) => {
      const planned = plan(registry, { line: line.join(' '), under }, translator('vi'), vnd);
      expect(['run', 'ask', 'refuse']).toContain(planned.kind);
    }),
    { numRuns: 300 },
  );
});

it('a short name is that of one command only', () => {
  for (const record of ['D-1', 'L-1', 'P-1', 'C-1']) {
    const long = namesIn(registry);
    const short = [...namesIn(registry, record)].filter(([name, id]) => long.get(name) !== id);
    expect(short.filter(([name]) => long.has(name))).toEqual(
      record === 'L-1' ? [['assign', 'lead.assign']] : [],
    );
  }
});

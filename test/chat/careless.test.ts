import { describe, expect, it } from 'vitest';
import { plan } from '../../src/chat/plan.ts';
import { registry } from '../../src/commands/index.ts';
import { translator } from '../../src/i18n/index.ts';
import { vnd } from './reader.ts';

/** What a line leads to: what would run with which fields, or nothing before somebody looked at it. */
function leads(line: string) {
  const planned = plan(registry, { line }, translator('vi'), vnd);
  if (planned.kind === 'run') return [planned.command, planned.wire];
  return planned.kind === 'ask' ? `asks ${planned.form.command}` : 'refused';
}

describe('a line typed in a hurry is read as it was meant', () => {
  it.each([
    [
      'Deal Add Gia hạn Acme 1,2tỷ cty: Minh Phát, hạn: cuối tháng',
      'deal.add',
      { title: 'Gia hạn Acme', amount: '1,2tỷ', company: 'Minh Phát', close: 'cuối tháng' },
    ],
    [
      'them deal gia han acme 500tr cong ty: minh phat',
      'deal.add',
      { title: 'gia han acme', amount: '500tr', company: 'minh phat' },
    ],
    ['  DEAL   ADD  KHO 2   500TR ', 'deal.add', { title: 'KHO 2', amount: '500TR' }],
    ['/crm deal add “Gia hạn Acme” 12k usd', 'deal.add', { title: 'Gia hạn Acme', amount: '12k usd' }],
    [
      'new deal acme renewal $12k close:next friday',
      'deal.add',
      { title: 'acme renewal', amount: '$12k', close: 'next friday' },
    ],
    ["deal add 'Acme renewal', 1.2b", 'deal.add', { title: 'Acme renewal', amount: '1.2b' }],
    ['deal add amount:500tr "Gia hạn"', 'deal.add', { title: 'Gia hạn', amount: '500tr' }],
    [
      'lead thêm Chị Lan sđt: 0912 345 678, nguồn: giới thiệu',
      'lead.add',
      { name: 'Chị Lan', phone: '0912 345 678', source: 'referral' },
    ],
    [
      'log call Hoàng Long "đã gọi, hẹn thứ 6"',
      'log.call',
      { record: 'Hoàng Long', text: 'đã gọi, hẹn thứ 6' },
    ],
    ['log call d12 khách hẹn mai 👍', 'log.call', { record: 'd12', text: 'khách hẹn mai 👍' }],
    [
      'ghi họp #12 gặp sếp kết quả: đồng ý, thời lượng: 1h30',
      'log.meeting',
      { record: '#12', text: 'gặp sếp', outcome: 'đồng ý', duration: '1h30' },
    ],
    ['deal move hoàng long dam phan', 'deal.move', { deal: 'hoàng long', stage: 'dam phan' }],
    ['chuyển deal Hoàng Long sang báo giá', 'deal.move', { deal: 'Hoàng Long', stage: 'sang báo giá' }],
    ['deal move Acme to quote', 'deal.move', { deal: 'Acme', stage: 'to quote' }],
    ['deal hoãn Kho lạnh 3 ngày', 'deal.snooze', { deal: 'Kho lạnh', days: '3 ngày' }],
    ['deal snooze D-4 1 day', 'deal.snooze', { deal: 'D-4', days: '1 day' }],
    ['lead convert L-7 500tr', 'lead.convert', { lead: 'L-7', amount: '500tr' }],
    ['lead convert Sao Mai 1,2 tỷ', 'lead.convert', { lead: 'Sao Mai', amount: '1,2 tỷ' }],
    ['lead giao Sao Mai cho Lan', 'lead.assign', { lead: 'Sao Mai', to: 'Lan' }],
    ['giao lead L-7 cho lan anh', 'lead.assign', { lead: 'L-7', to: 'lan anh' }],
    ['lead assign L-7 to Lan', 'lead.assign', { lead: 'L-7', to: 'Lan' }],
    ['lead giao Chợ Lớn', 'lead.assign', { lead: 'Chợ', to: 'Lớn' }],
    ['bàn giao Phúc cho Dương, Huy', 'crm.handover', { member: 'Phúc', to: 'Dương, Huy' }],
    ['deal move Acme giai đoạn đàm phán', 'deal.move', { deal: 'Acme', stage: 'đàm phán' }],
    ['Deal chuyển 42 đàm phán', 'deal.move', { deal: '42', stage: 'đàm phán' }],
    ['deal edit 42 giá trị: 2 tỷ', 'deal.edit', { deal: '42', amount: '2 tỷ' }],
    ['deal lost 42 giá cao quá', 'deal.lost', { deal: '42', reason: 'giá cao quá' }],
    ['deal Thắng Lợi', 'deal.show', { deal: 'Thắng Lợi' }],
    ['Deal Thành Công', 'deal.show', { deal: 'Thành Công' }],
    ['company New World', 'company.show', { company: 'New World' }],
    ['kpi thang truoc phụ trách: An', 'kpi', { period: 'thang truoc', owner: 'An' }],
    ['TÌM hoang long', 'find', { query: 'hoang long' }],
    ['bản tin đăng ký pipeline lúc: 8h30', 'digest.subscribe', { digest: 'pipeline', at: '8h30' }],
    ['tôi tiếng: Tiếng Việt', 'me', { language: 'vi' }],
    ['deal cua toi', 'me', {}],
    ['my deals', 'me', {}],
    ['pipeline của tôi', 'pipeline', { owner: 'của tôi' }],
    // Whoever can look names up tells where the text begins.
    [
      'log call Minh Phát khách hẹn mai ký',
      'log.call',
      { text: 'Minh Phát khách hẹn mai ký', _begin: 'record' },
    ],
    ['task add Acme gọi mai', 'task.add', { text: 'Acme gọi', due: 'mai', _begin: 'record' }],
  ])('%s', (line, command, wire) => {
    expect(leads(line)).toEqual([command, wire]);
  });
});

describe('a line that could be read wrongly is asked about', () => {
  it.each([
    // A number that is no amount, an amount that is none.
    ['deal add Gia hạn 2026', 'deal.add'],
    ['deal add Lô 2', 'deal.add'],
    ['deal add Acme 500', 'deal.add'],
    ['deal add Anh Minh 0912345678', 'deal.add'],
    ['deal add Acme hơn 2 tỷ', 'deal.add'],
    ['deal add Acme 1 đến 2 tỷ', 'deal.add'],
    ['deal add Acme 1ty2 500tr', 'deal.add'],
    ['deal add Acme 1.250 tỷ', 'deal.add'],
    ['deal add Acme - 2 tỷ', 'deal.add'],
    ['deal add Acme 500 triệu 🎉', 'deal.add'],
    // The wrong order, things without their key, quotes without their partner.
    ['deal add 500tr Gia hạn Acme', 'deal.add'],
    ['deal add Gia hạn Acme 1,2 tỷ cuối tháng', 'deal.add'],
    ['deal add Acme 500tr công ty Minh Phát', 'deal.add'],
    ['deal add Acme 500tr company=Minh Phát', 'deal.add'],
    ['deal add "Gia hạn Acme 1,2 tỷ', 'deal.add'],
    ['deal add Gia hạn Acme" 1,2 tỷ', 'deal.add'],
    ['lead add Nguyễn Văn A 0912345678', 'lead.add'],
    ['deal edit 42 amount 2 tỷ', 'deal.edit'],
    ['undo last', 'undo'],
    // Keys that are none, or say nothing.
    ['deal add Acme 500tr compnay:ABC', 'deal.add'],
    ['deal add Acme 500tr ưu-tiên:cao', 'deal.add'],
    ['contact add Lan quê:Huế', 'contact.add'],
    ['deal add Acme 500tr công ty:', 'deal.add'],
    ['lead add Lan nguồn:hội thảo', 'lead.add'],
    // A name and a text that nothing parts: nothing is written on a record that was guessed.
    ['log call Hoàng Long', 'log.call'],
    ['log call Acme gọi', 'log.call'],
    ['log call 12 khách nói "để sau" nhé', 'log.call'],
    ['deal lost Acme giá cao', 'deal.lost'],
    ['deal move hoàng long báo giá', 'deal.move'],
    ['deal move Thuận Hòa sang cửa hàng mới', 'deal.move'],
    ['kpi last quater', 'kpi'],
  ])('%s', (line, command) => {
    expect(leads(line)).toBe(`asks ${command}`);
  });

  it.each([
    'dela add Acme 500tr',
    'chốt Acme',
    'move Acme to negotiation',
    'tôi vừa gọi cho Acme',
    'ok',
    '🎉 deal add Acme 5tr',
    'log 12 đã gọi',
  ])('or refused with what to do: %s', (line) => {
    expect(leads(line)).toBe('refused');
  });
});

import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/chat/line.ts';
import { registry } from '../../src/commands/index.ts';
import { vnd } from './reader.ts';

/** What a line says, field by field; or what is wrong with it. */
function wire(line: string) {
  const said = readLine(registry, line, vnd);
  if (!said.ok) return said.problem.code;
  return said.value.problem ? { ...said.value.wire, problem: said.value.problem.code } : said.value.wire;
}

describe('a new lead or customer', () => {
  it.each([
    [
      'lead add Nguyễn Văn A 0912345678 facebook',
      { name: 'Nguyễn Văn A', phone: '0912345678', source: 'facebook' },
    ],
    ['thêm lead Lan zalo 0912 345 678', { name: 'Lan', phone: '0912 345 678', source: 'zalo' }],
    [
      'lead add Lan Nguyen, lan@acme.vn, referral',
      { name: 'Lan Nguyen', email: 'lan@acme.vn', source: 'referral' },
    ],
    [
      'lead add A 0912345678 +84 28 3822 1234 website cty:Acme',
      { name: 'A', phone: '0912345678, +84 28 3822 1234', source: 'website', company: 'Acme' },
    ],
    [
      'lead add Lan 028 3822 1234 máy lẻ 12 website',
      { name: 'Lan', phone: '028 3822 1234 máy lẻ 12', source: 'website' },
    ],
    [
      'lead add Lan 028 3822 1234, ext. 12, 0912345678 website',
      { name: 'Lan', phone: '028 3822 1234, ext. 12, 0912345678', source: 'website' },
    ],
    [
      'lead add Lan 028 3822 123 ext 12 website',
      { name: 'Lan', phone: '028 3822 123 ext 12', source: 'website' },
    ],
    ['lead add 0912345678 website', { phone: '0912345678', source: 'website' }],
    [
      'contact add Trần B tran.b@acme.vn 0987 654 321',
      { name: 'Trần B', email: 'tran.b@acme.vn', phone: '0987 654 321' },
    ],
    ['company add Minh Phát 028 3822 1234', { name: 'Minh Phát', phone: '028 3822 1234' }],
    // A digit is missing: the form says so.
    [
      'lead add Nguyễn Thị Lan 091234567 website',
      { name: 'Nguyễn Thị Lan', phone: '091234567', source: 'website' },
    ],
    // What a key has said is not looked for again.
    [
      'lead add Website Việt 0912345678 source:team',
      { name: 'Website Việt', phone: '0912345678', source: 'team' },
    ],
  ])('%s', (line, said) => expect(wire(line)).toEqual(said));

  it.each([
    ['company add Công ty 2018', { name: 'Công ty 2018' }],
    ['lead add Lô 20181122 website', { name: 'Lô 20181122', source: 'website' }],
    ['contact add Lan 12345', { name: 'Lan 12345' }],
    ['lead add Nguyễn Văn Khắc', { name: 'Nguyễn Văn Khắc' }],
    [
      'lead add Nguyễn Văn Khắc 0912345678 khác',
      { name: 'Nguyễn Văn Khắc', phone: '0912345678', source: 'khác' },
    ],
    ['lead add Sales Team Hà Nội 0912345678', { name: 'Sales Team Hà Nội', phone: '0912345678' }],
    ['lead add Website Việt 0912345678', { name: 'Website Việt', phone: '0912345678' }],
    // What another key stands before is that one's: the form shows it so.
    ['company add Bình Minh mst 0312345678', { name: 'Bình Minh mst 0312345678' }],
    ['contact add "Lan 0912345678"', { name: 'Lan 0912345678' }],
  ])('keeps in its name what is none of that: %s', (line, said) => expect(wire(line)).toEqual(said));
});

describe('figures', () => {
  it.each([
    ['kpi win rate', { metric: 'win rate' }],
    ['kpi tỷ lệ thắng', { metric: 'tỷ lệ thắng' }],
    ['kpi ti le thang thang nay', { metric: 'ti le thang', period: 'thang nay' }],
    ['kpi win rate this month', { metric: 'win rate', period: 'this month' }],
    ['kpi H1 win rate', { metric: 'win rate', period: 'H1' }],
    [
      'kpi doanh thu của tôi từ trước đến nay',
      { metric: 'doanh thu', owner: 'của tôi', period: 'từ trước đến nay' },
    ],
    ['kpi tháng này', { period: 'tháng này' }],
    ['kpi mine', { owner: 'mine' }],
    ['kpi wni rate', { period: 'wni rate' }],
    ['kpi 31/2', { period: '31/2' }],
    [
      'log call D-1 "Agreed" 15 minutes yesterday 3pm',
      { record: 'D-1', text: 'Agreed', duration: '15 minutes', at: 'yesterday 3pm' },
    ],
    [
      'ghi gọi D-1 "Đã chốt giá" 20 phút hôm qua 15h',
      { record: 'D-1', text: 'Đã chốt giá', at: 'hôm qua 15h', duration: '20 phút' },
    ],
    ['deal add "Kho" 5tr thứ 6 tuần sau', { title: 'Kho', amount: '5tr', close: 'thứ 6 tuần sau' }],
    ['deal add Họp thứ 6 5tr', { title: 'Họp thứ 6', amount: '5tr' }],
    ['deal add Họp thứ 6', { title: 'Họp thứ 6' }],
    ['log call D-1 khách hẹn ngày mai', { record: 'D-1', text: 'khách hẹn ngày mai' }],
    ['company add "Sao Mai" 500tr', { name: 'Sao Mai', problem: 'line.too_much' }],
    ['log call D-1 "Agreed" 15', { record: 'D-1', text: 'Agreed', problem: 'line.too_much' }],
    ['deal add "Kho" "5tr" 12', { title: 'Kho', amount: '5tr', problem: 'line.too_much' }],
    [
      'log call D-1 "Agreed" 15 minutes yesterday nonsense',
      { record: 'D-1', text: 'Agreed', problem: 'line.too_much' },
    ],
    ['kpi last month Phúc', { period: 'last month', owner: 'Phúc' }],
    ['kpi Lan Anh quý này', { period: 'quý này', owner: 'Lan Anh' }],
    ['kpi win rate Phúc this month', { metric: 'win rate', period: 'this month', owner: 'Phúc' }],
    ['kpi this month "a" b', { period: 'this month', owner: 'a', problem: 'line.too_much' }],
  ])('%s', (line, said) => expect(wire(line)).toEqual(said));
});

describe('lists', () => {
  it.each([
    ['lead list website', { source: 'website' }],
    ['lead list facebook', { source: 'facebook' }],
    ['lead list tháng này website', { period: 'tháng này', source: 'website' }],
    ['lead list nguồn website', { source: 'website' }],
    ['lead list mới của tôi', { status: 'mới', owner: 'của tôi' }],
    ['lead list "this month" "website"', { period: 'this month', source: 'website' }],
    ['deal list kho filter:"stage:won"', { filter: 'kho stage:won' }],
    ['lead list của Lan', { owner: 'của Lan' }],
    ['lead list Acme this month', { period: 'this month', filter: 'Acme' }],
    ['lead list website region:Nam', { source: 'website', filter: 'region:Nam' }],
    // Words of names.
    ['lead list Mai', { filter: 'Mai' }],
    ['lead list Đổi Mới', { filter: 'Đổi Mới' }],
    ['lead list Website Việt', { filter: 'Website Việt' }],
    ['deal list Gold Mine', { filter: 'Gold Mine' }],
    ['deal list Acme', { filter: 'Acme' }],
    ['deal list đàm phán', { filter: 'đàm phán' }],
    ['deal list của tôi', { owner: 'của tôi' }],
    ['deal list mine', { owner: 'mine' }],
    // Behind a key of the filter's all is its value.
    ['lead list region:miền website', { filter: 'region:miền website' }],
  ])('%s', (line, said) => expect(wire(line)).toEqual(said));
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { dropping, textOf } from './dropping.ts';

const desk = await dropping();
let hoa: Person;
beforeEach(async () => {
  await desk.reset();
  hoa = await desk.acme.member('Hoa', 'admin');
});

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('a file that was dropped', () => {
  it.each([
    ['Companies', 'Tên công ty,Ngành,Số nhân viên\nA,IT,5\n'],
    ['Companies', 'Tên công ty\nA\n'],
    ['Contacts', 'First Name,Last Name,Email,Job Title,Company\nA,B,a@b.vn,CEO,C\n'],
    ['Leads', 'Họ và tên;Email;Nguồn;Trạng thái\nA;a@b.vn;website;Mới\n'],
    ['Deals', 'Deal Name,Amount,Deal Stage,Close Date\nA,5,Won,2026-01-31\n'],
    ['Products', 'Tên sản phẩm\tGiá\tNhóm sản phẩm\nA\t5\tB\n'],
    ['Members', 'name,email,team,manager\nA,a@b.vn,North,B\n'],
  ])('is seen to hold %s by its columns', async (kind, csv) => {
    expect(textOf((await desk.drop(hoa, 'x.csv', csv)).title)).toContain(`x.csv: 1 row, ${kind}`);
  });

  it.each([
    ['UTF-8, separator “,”', 'Tên công ty,Ngành\nĐông Á,IT\n'],
    ['UTF-8, separator “;”', '\ufeffTên công ty;Ngành\nĐông Á;IT\n'],
    ['UTF-16, separator tab', utf16('Tên công ty\tNgành\nĐông Á\tIT\n')],
    ['Windows-1258, separator “,”', Buffer.from('name,industry\nS\xf4ng H\xe0n,IT\n', 'latin1')],
  ])('is read as %s, and says so', async (how, content) => {
    const look = await desk.drop(hoa, 'x.csv', content);
    expect(textOf(look)).toContain(how);
    await desk.press(hoa, look, 'Import');
    expect((await desk.db.company.findFirstOrThrow()).name).toMatch(/^(Đông Á|Sông Hàn)$/);
  });

  it.each([
    ['x.csv has no rows', ''],
    ['x.csv has no rows', 'name,industry\n'],
    ['is no CSV file', Buffer.from('504b0304140000000800', 'hex')],
    ['is no CSV file', Buffer.from([1, 0, 2, 0, 0, 7])],
    ['“name” is there twice', 'name,name\nA,B\n'],
    ['breaks off near row', 'name,industry\n"A,IT\n'],
    [
      'mixes several encodings',
      Buffer.concat([Buffer.from('name\nĐông\n'), Buffer.from('S\xf4ng\n', 'latin1')]),
    ],
  ])('that cannot be imported is refused with “%s”, and not kept', async (sentence, content) => {
    const card = await desk.drop(hoa, 'x.csv', content);
    expect(textOf(card)).toContain(sentence);
    expect(card.blocks).toEqual([]);
    expect(await desk.db.upload.count()).toBe(0);
  });

  it('that is too large is not even fetched; one that is larger than it was said to be is not kept', async () => {
    const told = await desk.drop(hoa, 'x.csv', 'name\nA\n', 200 * 1024 * 1024);
    expect(textOf(told)).toContain('larger than 20 MB');
    expect(desk.fetched).toEqual([]);
    const larger = await desk.drop(hoa, 'x.csv', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 10);
    expect(textOf(larger)).toContain('larger than 20 MB');
    expect(await desk.db.upload.count()).toBe(0);
  });

  it('with ragged rows is imported without these, which are told', async () => {
    const look = await desk.drop(hoa, 'x.csv', 'name,industry\nA,IT\nB\nC,IT,x\n');
    const ran = await desk.press(hoa, look, 'Import');
    expect(textOf(ran)).toContain('1 cells where the header has 2');
    expect(await desk.db.company.findMany({ select: { name: true } })).toEqual([{ name: 'A' }]);
  });

  it('whose dates could be either way asks which comes first', async () => {
    const look = await desk.drop(
      hoa,
      'x.csv',
      'Deal Name,Amount,Stage,Created\nA,5,Negotiation,03/04/2026\n',
    );
    expect(textOf(look)).toContain('which comes first?');
    const read = await desk.press(hoa, look, 'month/day/year');
    expect(textOf(read)).toContain('dates as month/day/year');
    await desk.press(hoa, read, 'Import');
    expect((await desk.db.deal.findFirstOrThrow()).createdAt).toEqual(new Date('2026-03-04T05:00:00Z'));
  });

  it('is known as an export of HubSpot', async () => {
    const csv =
      'Record ID,First Name,Last Name,Email,Lifecycle Stage,Original Source\n9,A,B,a@b.vn,Lead,Referrals\n';
    expect(textOf(await desk.drop(hoa, 'x.csv', csv))).toContain('HubSpot export');
  });
});

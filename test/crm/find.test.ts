import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../src/crm/find/search.ts';
import { operator } from '../../src/crm/people/known.ts';
import { insertRows } from '../../src/db/bulk.ts';
import { fold } from '../../src/lib/fold.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('finding among many names that are much alike', () => {
  let names: (query: string) => Promise<string[]>;

  beforeAll(async () => {
    const { org } = await company(database);
    const db = database.prisma;
    const rare = ['Hoàng Long', 'Phạm Thị Thảo', 'Công ty TNHH Sao Mai', '50%_giảm \\ giá'];
    const common = Array.from({ length: 1500 }, (_, i) => `Nguyễn Thị ${['Lan', 'Lang', 'Hoa'][i % 3]}`);
    const rows = [...rare, ...common].map((name) => ({
      ...{ name, folded: fold(name), source: 'website', status: 'NEW', createdAt: '2026-01-01T00:00:00Z' },
    }));
    await insertRows(db, 'lead', rows);
    const ctx = operator(org);
    names = async (query) => (await search(ctx, ['lead'], query)).map((hit) => hit.name);
  });

  it.each([
    ['hoang long', 'Hoàng Long'],
    ['LONG HOANG', 'Hoàng Long'],
    ['hoag lon', 'Hoàng Long'],
    ['hoagn long', 'Hoàng Long'],
    ['thi thao', 'Phạm Thị Thảo'],
    ['phma thaao', 'Phạm Thị Thảo'],
    ['sao mai co., ltd', 'Công ty TNHH Sao Mai'],
    ['50%_g', '50%_giảm \\ giá'],
    ['\\ gia', '50%_giảm \\ giá'],
  ])('%j finds the one that was written first', async (query, name) => {
    expect(await names(query)).toEqual([name]);
  });

  it('puts whole words before beginnings of words, however many there are', async () => {
    expect(new Set(await names('thi lan'))).toEqual(new Set(['Nguyễn Thị Lan']));
    expect(new Set(await names('nguyen lang'))).toEqual(new Set(['Nguyễn Thị Lang']));
  });

  it('finds nothing where a word is nowhere, and no short word misspelt', async () => {
    expect(await names('nguyen xyz')).toEqual([]);
    expect(await names('nguyen thi lxn')).toEqual([]);
  });

  it('knows the words of a new name when one is changed', async () => {
    expect(await names('quyen')).toEqual([]);
    await database.prisma.lead.update({ where: { id: 1 }, data: { name: 'Đỗ Quyên', folded: 'do quyen' } });
    expect(await names('quyne')).toEqual(['Đỗ Quyên']);
  });
});

it('finds customers by every number and address that they have, however it is written', async () => {
  await database.truncate();
  const acme = await company(database);
  const lan = await acme.member('Lan', 'rep', undefined, 'en');
  await acme.say(lan, 'company add "Sao Mai" email:"Info@SaoMai.vn, sales@saomai.vn" phone:"028 3822 1234"');
  await acme.say(lan, 'contact add Bình phone:"0912 345 678, 0987 654 321 (home)" email:binh@saomai.vn');
  await acme.say(lan, 'lead add Chi source:website email:"chi@zeta.vn, chi.le@zeta.vn"');
  const found = async (query: string) =>
    textOf((await acme.say(lan, `find ${query}`)).card).match(/"[CLP]-\d+"/g);
  for (const query of ['info@saomai.vn', 'SALES@saomai.vn', '02838221234', '+84 28 3822 1234'])
    expect([query, await found(query)]).toEqual([query, ['"C-1"']]);
  for (const query of ['0912345678', '0987.654.321', 'binh@saomai.vn'])
    expect([query, await found(query)]).toEqual([query, ['"P-1"']]);
  expect(await found('Chi.Le@zeta.vn')).toEqual(['"L-1"']);
  expect(await found('sales@zeta.vn')).toBeNull();
});

it('finds by a number those behind it with extensions, and by one with an extension that one, by an index', async () => {
  await database.truncate();
  const acme = await company(database);
  const lan = await acme.member('Lan', 'rep', undefined, 'vi');
  for (const line of [
    'company add "Sao Mai" phone:"028 3822 1234"',
    'contact add Bình 028 3822 1234 máy lẻ 12',
    'lead add Chi source:website phone:"0912 345 678, 028 3822 1234 ext 13 (kho)"',
  ])
    expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
  expect(textOf((await acme.say(lan, 'contact show 1')).card)).toContain('028 3822 1234 máy lẻ 12');
  const found = async (query: string) =>
    textOf((await acme.say(lan, `find ${query}`)).card).match(/"[CLP]-\d+"/g);
  expect((await found('028 3822 1234'))?.sort()).toEqual(['"C-1"', '"L-1"', '"P-1"']);
  expect(await found('"02838221234 x12"')).toEqual(['"P-1"']);
  expect(await found('028 3822 1234 ext 13')).toEqual(['"L-1"']);
  expect(await found('028 3822 1234 ext 1')).toBeNull();
  expect(await found('028 3822 1235')).toBeNull();
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    ...{ name: 'Bình', folded: 'binh', phone: `+849${12_000_000 + n}`, createdAt: '2026-01-01T00:00:00Z' },
  }));
  await insertRows(database.prisma, 'contact', rows);
  await database.prisma.$executeRaw`ANALYZE contact`;
  const plan = await database.prisma.$queryRaw`
    EXPLAIN SELECT id FROM contact r WHERE phone = '+842838221234' OR phones @> '[{"value": "+842838221234"}]'
      OR ((r.phone || r.phones::text) LIKE '%;ext=%' AND (r.phone || r.phones::text) LIKE '%+842838221234;%')`;
  expect(JSON.stringify(plan)).not.toContain('Seq Scan');
});

it('finds leads by the name of their company, behind those that are called so, with a slip too', async () => {
  await database.truncate();
  const acme = await company(database);
  const admin = await acme.member('Bảo', 'admin');
  for (const line of [
    'lead add "Nam Thắng" source:website',
    'lead add "Vũ Thu Hà" source:referral company:"Công ty TNHH Bao bì Nam Thắng"',
    'lead add "Lê Mai" source:website company:"Sao Kim"',
  ])
    expect(await acme.say(admin, line), line).toMatchObject({ ok: 'done' });
  const found = async (line: string) => [
    ...new Set(textOf((await acme.say(admin, line)).card).match(/L-\d/g) ?? []),
  ];
  expect(await found('find nam thang')).toEqual(['L-1', 'L-2']);
  expect(await found('find bao bi')).toEqual(['L-2']);
  expect(await found('find ha nam thang')).toEqual(['L-2']);
  expect((await found('find nam thnag')).sort()).toEqual(['L-1', 'L-2']);
  // The command that needs one takes the one that is called so.
  expect(await found('lead show nam thang')).toEqual(['L-1']);
  expect(await found('lead show bao bì')).toEqual(['L-2']);
  expect(await acme.say(admin, 'lead edit 3 company:"Bến Thành"')).toMatchObject({ ok: 'done' });
  expect([await found('find sao kim'), await found('find ben thanh')]).toEqual([[], ['L-3']]);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load, way } = desk;

const header = 'externalId,title,amount,company,owner,product,stage,createdAt,closedAt,lostReason\n';
const three = `${header}X1,Máy chủ,1000,Acme,Lan,GTX,Won,2017-03-01,2017-03-31,
X2,Kho lạnh,2000,,Lan,GTX,Bị mất,2017-03-01,2017-04-01,Giá cao
X3,Bảo trì,"1,5 tỷ",Acme,lan@acme.vn,GTX,đàm phán,2017-05-01,,
`;

describe('importing deals', () => {
  beforeEach(async () => {
    await desk.reset();
    await load('companies', 'name\nCông ty TNHH Acme\n');
    await load('users', 'name,email\nLan,lan@acme.vn\nLê Hoàng Phúc,phuc@acme.vn\n');
    await load('products', 'name\nGTX\n');
  });

  it('opens each at its creation and closes it at its closing, on local noon where only a day is known', async () => {
    const { code, out } = await load('deals', three);
    expect(code).toBe(0);
    expect(out).toContain('3 new, 0 updated, 0 unchanged, 0 not imported');
    expect(await way('X1')).toEqual([
      ['New lead', '2017-03-01T05:00:00.000Z', null],
      ['Won', '2017-03-31T05:00:00.000Z', null],
    ]);
    expect(await way('X2')).toEqual([
      ['New lead', '2017-03-01T05:00:00.000Z', null],
      ['Lost', '2017-04-01T05:00:00.000Z', 'Giá cao'],
    ]);
    expect(await way('X3')).toEqual([['Negotiation', '2017-05-01T05:00:00.000Z', null]]);
    const deal = await db.deal.findUniqueOrThrow({
      where: { externalId: 'X3' },
      include: { company: true, owner: true, product: true },
    });
    expect(deal).toMatchObject({
      title: 'Bảo trì',
      folded: 'bao tri',
      currency: 'VND',
      company: { name: 'Công ty TNHH Acme' },
      owner: { name: 'Lan' },
      product: { name: 'GTX' },
    });
    expect(deal.amount?.toFixed()).toBe('1500000000');
  });

  it('writes nothing at all the second time', async () => {
    await load('deals', three);
    const count = () =>
      Promise.all([db.deal.count(), db.stageEvent.count(), db.change.count(), db.changeEntry.count()]);
    const before = await count();
    desk.stand('2026-11-19T09:00:00Z');
    const { code, out } = await load('deals', three);
    expect([code, out]).toEqual([0, 'deals: 0 new, 0 updated, 3 unchanged, 0 not imported\n']);
    expect(await count()).toEqual(before);
  });

  it('is undone and redone as a whole', async () => {
    const { change } = await load('deals', three);
    const undone = await desk.undo(change);
    expect([await db.deal.count(), await db.stageEvent.count()]).toEqual([0, 0]);
    await desk.undo(undone.changeId);
    expect([await db.deal.count(), await db.stageEvent.count()]).toEqual([3, 5]);
    expect((await way('X2')).at(-1)).toEqual(['Lost', '2017-04-01T05:00:00.000Z', 'Giá cao']);
  });

  it('follows a deal that moved, was closed, or was closed on another day, and takes that back', async () => {
    await load('deals', three);
    const moved = `${header}X1,Máy chủ,1000,Acme,Lan,GTX,Won,2017-03-01,2017-03-30,
X3,Bảo trì,900,Acme,Lan,GTX,lost,2017-05-01,2017-06-01,Đối thủ
`;
    const { out, change } = await load('deals', moved);
    expect(out).toContain('0 new, 2 updated, 0 unchanged');
    expect((await way('X1')).at(-1)).toEqual(['Won', '2017-03-30T05:00:00.000Z', null]);
    expect(await way('X1')).toHaveLength(2);
    expect((await way('X3')).at(-1)).toEqual(['Lost', '2017-06-01T05:00:00.000Z', 'Đối thủ']);
    await desk.undo(change);
    expect((await way('X1')).at(-1)).toEqual(['Won', '2017-03-31T05:00:00.000Z', null]);
    expect(await way('X3')).toEqual([['Negotiation', '2017-05-01T05:00:00.000Z', null]]);
    expect((await db.deal.findUniqueOrThrow({ where: { externalId: 'X3' } })).amount?.toFixed()).toBe(
      '1500000000',
    );
  });

  it('does not close a deal before a move that was made since', async () => {
    await load('deals', `${header}X9,Muộn,1,,,,,,,\n`);
    const { code, err } = await load('deals', `${header}X9,Muộn,1,,,,won,,2026-11-01,\n`);
    expect(code).toBe(1);
    expect(err).toContain('row 2: closedAt');
    expect(await way('X9')).toEqual([['New lead', '2026-11-18T09:00:00.000Z', null]]);
  });

  it('closes on the very day of the opening when only days are known', async () => {
    await load('deals', `${header}X9,Nhanh,1,,,,,,,\n`);
    const { code } = await load('deals', `${header}X9,Nhanh,1,,,,won,,2026-11-18,\n`);
    expect(code).toBe(0);
    expect((await way('X9')).at(-1)?.[0]).toBe('Won');
  });

  it('tells deals without an external id apart by title, company and day, and keeps twins', async () => {
    const twins =
      'title,company,createdAt\nGia hạn,Acme,2017-01-01\nGia hạn,Acme,2017-01-01\nGia hạn,Acme,2018-01-01\n';
    expect((await load('deals', twins)).out).toContain('3 new');
    expect((await load('deals', twins)).out).toContain('0 new, 0 updated, 3 unchanged');
  });

  it.each([
    ['X1,a,1,,,,Won,2017-03-02,2017-03-01,', 'closedAt', 'before it was created'],
    ['X1,a,1,,,,Won,2017-03-02,,', 'closedAt', 'day of its closing'],
    ['X1,a,1,,,,Won,,2017-03-02,', 'createdAt', 'day it was created'],
    ['X1,a,1,,,,Negotiation,2017-03-01,2017-03-02,', 'closedAt', 'stage is open'],
    ['X1,a,1,,,,Engaging,2017-03-01,,', 'stage', 'Engaging'],
    ['X1,a,1,,,,,2099-03-01,,', 'createdAt', 'not come yet'],
    ['X1,a,1,,,,,2017-02-30,,', 'createdAt', '2017-02-30'],
    ['X1,a,about a lot,,,,,,,', 'amount', ''],
    ['X1,a,1,Umbrella,,,,,,', 'company', 'Umbrella'],
    ['X1,a,1,,Nobody,,,,,', 'owner', 'Nobody'],
    ['X1,a,1,,Phúc,,,,,', 'owner', 'if it is “Lê Hoàng Phúc”'],
    ['X1,a,1,,,GTXX,,,,', 'product', 'if it is “GTX”'],
    ['X1,a,1,,,', '', '6 cells'],
  ])('reports the row %s and writes the others', async (row, column, reason) => {
    const { code, out, err } = await load('deals', `${header}${row}\nX2,b,2,,,,,,,\n`);
    expect(code).toBe(0);
    expect(out).toContain('1 new, 0 updated, 0 unchanged, 1 not imported');
    expect(err).toContain(`row 2: ${column}`);
    expect(err).toContain(reason);
    expect((await db.deal.findMany()).map((deal) => deal.externalId)).toEqual(['X2']);
  });

  it('makes what --create allows, but nothing for a row that it then refuses', async () => {
    const rows = `${header}X1,a,1,Umbrella,,,,,,\nX2,b,1,Wayne,Nobody,,,,,\n`;
    const { out } = await load('deals', rows, '--create', 'company');
    expect(out).toContain('1 company');
    expect((await db.company.findMany({ orderBy: { id: 'asc' } })).map((c) => c.name)).toEqual([
      'Công ty TNHH Acme',
      'Umbrella',
    ]);
  });

  it('reads values as told, in columns as told', async () => {
    const csv =
      'opportunity_id,deal_stage,product,account,engage_date,close_date,close_value\nA,Engaging,GT X,,10/20/2016,,\nB,Won,GT X,Acme,10/20/2016,3/1/2017,1054\n';
    const { code, out, err } = await load(
      'deals',
      csv,
      ...[
        'externalId=opportunity_id',
        'stage=deal_stage',
        'company=account',
        'createdAt=engage_date',
        'closedAt=close_date',
        'amount=close_value',
      ].flatMap((map) => ['--map', map]),
      '--value',
      'stage:Engaging=Negotiation',
      '--value',
      'product:GT X=GTX',
      '--currency',
      'usd',
    );
    expect([code, err.split('\n').filter((line) => line.includes('row '))]).toEqual([0, []]);
    expect(out).toContain('2 new');
    expect(await way('B')).toEqual([
      ['New lead', '2016-10-20T05:00:00.000Z', null],
      ['Won', '2017-03-01T05:00:00.000Z', null],
    ]);
    expect(await db.deal.findUniqueOrThrow({ where: { externalId: 'B' } })).toMatchObject({
      title: 'Acme · GTX',
      currency: 'USD',
    });
  });

  it('writes nothing on a dry run, and nothing of a file of which nothing can be written', async () => {
    const before = await db.change.count();
    const dry = await load('deals', three, '--dry-run');
    expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('3 new')]);
    expect((await load('deals', `${header}X1,a,1,Umbrella,,,,,,\n`)).code).toBe(1);
    expect([await db.deal.count(), await db.change.count()]).toEqual([0, before]);
  });

  it('tells twenty rows one by one and then each reason with its count', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `X${i},a,1,Umbrella,,,,,,`).join('\n');
    const { err } = await load('deals', `${header}${rows}\n`);
    expect(err.split('\n').filter((line) => /^ {2}row \d/.test(line))).toHaveLength(20);
    expect(err).toContain('30 × company');
  });
});

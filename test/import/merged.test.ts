import { beforeEach, expect, it } from 'vitest';
import { lastChangeOf, mergeRecords } from '../../src/crm/duplicates/merge.ts';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;

const head = 'externalId,name,source,region';
const leads = () =>
  db.lead.findMany({ orderBy: { id: 'asc' }, select: { id: true, externalId: true, region: true } });
async function merge(keep: number, other: number): Promise<number> {
  const seen = await lastChangeOf(db, 'lead', [keep, other]);
  const { changeId } = await mergeRecords(desk.ctx(), { kind: 'lead', keep, other, take: [], seen });
  return changeId;
}

beforeEach(async () => {
  await desk.reset();
  await load('leads', `${head}\nX1,An Một,web,Nam\nX2,An Hai,web,Nam\nX3,An Ba,web,Nam\n`);
});

it('leads that were merged are known by what either was called elsewhere, through one merge and the next', async () => {
  await merge(1, 2);
  await merge(3, 1);
  for (const [number, region] of [
    ['X1', 'Bắc'],
    ['X2', 'Trung'],
    ['X3', 'Nam'],
  ]) {
    const { out } = await load('leads', `${head}\n${number},An Ba,web,${region}\n`);
    expect(out).toContain('0 new, 1 updated');
    expect(await leads()).toEqual([{ id: 3, externalId: 'X3', region }]);
  }
});

it('two rows of a file about one merged lead are not both written', async () => {
  await merge(1, 2);
  const { out, err } = await load('leads', `${head}\nX1,An Một,web,Bắc\nX2,An Hai,web,Trung\n`);
  expect(out).toContain('0 new, 1 updated, 0 unchanged, 1 not imported');
  expect(err).toContain('row 3: externalId: row 2 is about the same record');
});

it('deals of either are the merged one’s', async () => {
  await merge(1, 2);
  await load('deals', 'externalId,title,lead\nD1,Kho,X2\n');
  expect(await db.deal.findFirstOrThrow()).toMatchObject({ leadId: 1 });
});

it('a merge that is taken back gives each its own again', async () => {
  const before = await leads();
  await desk.undo(await merge(1, 2));
  expect(await leads()).toEqual(before);
  await load('leads', `${head}\nX2,An Hai,web,Bắc\n`);
  expect(await leads()).toEqual(before.map((lead) => (lead.id === 2 ? { ...lead, region: 'Bắc' } : lead)));
});

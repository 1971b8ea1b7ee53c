import { expect, it } from 'vitest';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { seedDemo } from '../../src/demo/index.ts';
import { playgroundPeople } from '../../src/demo/people.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

const { prisma, truncate } = await testDatabase();
const options = {
  clock: fixedClock(new Date('2026-11-24T05:00:00Z')),
  zone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  locale: 'vi',
} as const;

it('makes the company once, though several starts ask for it at once', async () => {
  await Promise.all([1, 2, 3].map(() => seedDemo(prisma, options)));
  expect(await prisma.deal.count()).toBe(170);
  expect(await prisma.member.count()).toBe(12);
  expect(await prisma.lead.count()).toBe(260);
  expect(await prisma.subscription.findMany()).toMatchObject([
    { digest: 'pipeline', platform: 'playground', channel: 'sales', minute: 510, days: 'WORKDAYS' },
  ]);
});

it('is in no change log: an undo takes nothing of it back', async () => {
  expect(await prisma.change.count()).toBe(0);
});

it('lets the next records follow in number', async () => {
  const team = await prisma.team.create({ data: { name: 'Mới', folded: 'moi' } });
  const company = await prisma.company.create({ data: { name: 'Mới', folded: 'moi' } });
  const lead = await prisma.lead.create({ data: { name: 'Mới', folded: 'moi', source: 'other' } });
  expect([team.id, company.id, lead.id]).toEqual([4, 46, 261]);
});

it('offers a manager first and a newcomer last, each with the role of the moment', async () => {
  const before = await playgroundPeople(prisma);
  expect(before[0]).toMatchObject({ person: { userId: 'lan', name: 'Nguyễn Thị Lan Anh' }, role: 'manager' });
  expect(before.at(-1)).toMatchObject({ person: { userId: 'yen' }, role: 'anyone' });
  await prisma.member.update({ where: { id: 1 }, data: { role: 'VIEWER', locale: 'en' } });
  await prisma.member.update({ where: { id: 2 }, data: { active: false } });
  const after = await playgroundPeople(prisma);
  expect(after[0]).toMatchObject({ role: 'viewer', locale: 'en' });
  expect(after[1]?.role).toBe('anyone');
});

it('takes the time it needs, whatever a transaction may take otherwise', async () => {
  await truncate();
  await ensurePipeline(prisma);
  // A machine under load, as a default that is over at once.
  const hurried = new Proxy(prisma, {
    get: (client, name) =>
      name === '$transaction'
        ? (work: never, asked: object) => client.$transaction(work, { timeout: 1, ...asked })
        : Reflect.get(client, name),
  });
  await seedDemo(hurried, options);
  expect(await prisma.deal.count()).toBe(170);
});

it('leaves a database alone that has anything in it', async () => {
  await truncate();
  await prisma.company.create({ data: { name: 'Công ty thật', folded: 'cong ty that' } });
  await seedDemo(prisma, options);
  expect(await prisma.deal.count()).toBe(0);
  expect(await prisma.member.count()).toBe(0);
});

describeOnPostgres('the demo company', (database) => {
  it('is made once by processes that start at the same moment', async () => {
    await Promise.all([1, 2, 3].map(() => seedDemo(database().prisma, options)));
    expect(await database().prisma.deal.count()).toBe(170);
  });
});

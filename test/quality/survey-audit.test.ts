import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/crm/audit.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { createCourier } from '../../src/delivery/index.ts';
import { fakePlatform, movingClock, silent } from '../delivery/fake.ts';
import { at, company, jobsOn, owedMessages, someone, words } from '../jobs/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

/** Lan answers for the data; Minh is asked too, Nga is on no platform. */
async function world(prisma: PrismaClient, survey?: 'yes' | 'no') {
  const acme = await company(prisma);
  const lan = await acme.member('Lan');
  await acme.member('Minh', { locale: 'en' });
  await acme.member('Nga', { on: {} });
  const input = {
    responsible: lan as never,
    at: 510,
    untouched: undefined,
    every: undefined,
    channel: undefined,
  };
  const admin = someone(prisma, '2026-11-23 08:00', { access: 'admin' });
  return audit.run(admin, { ...input, survey });
}

const asked = async (prisma: PrismaClient) =>
  (await owedMessages(prisma)).map(({ key }) => key).filter((key) => key.startsWith('survey'));

describe('with the quarterly audit', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);

  it('nobody is asked unless an admin wanted it, which the form shows and an undo would take back', async () => {
    await world(prisma);
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    expect([await prisma.audit.count(), await prisma.surveyRound.count()]).toEqual([1, 0]);
    const admin = someone(prisma, '2027-01-05 08:00', { access: 'admin' });
    const none = { responsible: undefined, at: undefined, untouched: undefined, every: undefined };
    const card = await audit.run(admin, { ...none, channel: undefined, survey: 'yes' });
    expect(words(card)).toContain('Cùng mỗi lần rà soát, mọi người được hỏi');
    expect(await audit.prefill?.(admin, {})).toMatchObject({ survey: 'yes' });
    await expect(audit.run(admin, { ...none, channel: undefined, survey: 'yes' })).rejects.toMatchObject({
      key: 'problem.edit.nothing',
    });
  });

  it('everybody is asked once a quarter, however often the bot wakes, and each is sent one message after a crash', async () => {
    await world(prisma, 'yes');
    for (const time of ['2027-01-04 08:30', '2027-01-04 08:31', '2027-01-05 08:30'])
      await jobsOn(prisma).tick(at(time));
    expect(await asked(prisma)).toEqual(['survey:1:1', 'survey:1:2']);
    const clock = movingClock('2027-01-04T01:31:00Z');
    const slack = fakePlatform();
    const send = slack.onSend;
    slack.onSend = async (message) => {
      await send(message);
      throw new Error('the process ends before it knows');
    };
    const bot = () => createCourier({ prisma, clock, platforms: [slack], log: silent });
    await bot().deliver();
    slack.onSend = send;
    for (let i = 0; i < 3; i++) {
      clock.pass(120_000);
      await bot().deliver();
    }
    const sent = slack.keys().filter((key) => key.startsWith('survey'));
    expect(sent.toSorted()).toEqual(['survey:1:1', 'survey:1:2']);
    await jobsOn(prisma).tick(at('2027-04-01 08:30'));
    expect((await asked(prisma)).slice(2)).toEqual(['survey:2:1', 'survey:2:2']);
  });

  it('is not asked again what was asked by hand the day before; the audit comes all the same', async () => {
    await world(prisma, 'yes');
    await prisma.surveyRound.create({ data: { at: at('2027-01-03 20:00') } });
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    expect([await prisma.audit.count(), await asked(prisma)]).toEqual([1, []]);
  });
});

describeOnPostgres('several schedulers at once', (database) => {
  it('ask everybody once', async () => {
    const { prisma, databaseUrl } = database();
    await world(prisma, 'yes');
    const replicas = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl, dataDir: '' })));
    await Promise.all(replicas.map((one) => jobsOn(one.prisma).tick(at('2027-01-04 08:30'))));
    await Promise.all(replicas.map((one) => one.close()));
    expect([await prisma.surveyRound.count(), await asked(prisma)]).toEqual([
      1,
      ['survey:1:1', 'survey:1:2'],
    ]);
  });
});

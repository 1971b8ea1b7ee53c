import { expect, it } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { describeOnPostgres } from '../support/database.ts';
import { at, company, jobsOn, owedMessages } from './company.ts';

describeOnPostgres('several schedulers at once', (database) => {
  it('decide each digest and each nudge once', async () => {
    const { prisma, databaseUrl } = database();
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    for (const channel of ['C1', 'C2', 'C3']) await acme.subscribe({ channel });
    const replicas = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl, dataDir: '' })));
    const jobs = replicas.map((replica) => jobsOn(replica.prisma));
    for (const day of ['06', '09', '10', '11'])
      await Promise.all(jobs.map(({ tick }) => tick(at(`2026-11-${day} 09:00`))));
    await Promise.all(replicas.map((replica) => replica.close()));
    const keys = (await owedMessages(prisma)).map(({ key }) => key.replace(':2026-11-', ' '));
    const digests = ['06', '09', '10', '11'].flatMap((day) =>
      ['C1', 'C2', 'C3'].map((channel) => `digest.pipeline ${day}:slack:${channel}`),
    );
    expect(keys.sort()).toEqual([...digests, 'nudge 06:1', 'nudge 11:1']);
    expect(await prisma.nudge.count()).toBe(2);
    expect(await prisma.jobRun.count()).toBe(digests.length + 4);
  });
});

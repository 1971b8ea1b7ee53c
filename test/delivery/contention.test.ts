import { expect, it } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { createCourier } from '../../src/delivery/index.ts';
import { describeOnPostgres } from '../support/database.ts';
import { fakePlatform, movingClock, owe, owed, silent } from './fake.ts';

describeOnPostgres('several couriers at once', (database) => {
  it('send each message once, and keep the order of each destination', async () => {
    const keys = Array.from({ length: 100 }, (_, i) => `${i}:C${i % 10}`);
    await owe(
      database().prisma,
      ...keys.map((key) => owed(key, { destination: key.split(':')[1] as string })),
    );
    const replicas = await Promise.all(
      [1, 2, 3, 4].map(() => openDatabase({ databaseUrl: database().databaseUrl, dataDir: '' })),
    );
    const slack = fakePlatform();
    const clock = movingClock();
    const couriers = replicas.map(({ prisma }) =>
      createCourier({ prisma, clock, platforms: [slack], log: silent }),
    );
    // A courier rests when all that is left is with others: rounds go on until nothing is.
    while (await database().prisma.delivery.count({ where: { state: { not: 'SENT' } } })) {
      await Promise.all(couriers.map((courier) => courier.deliver()));
    }
    await Promise.all(replicas.map((replica) => replica.close()));
    expect([...slack.keys()].sort()).toEqual([...keys].sort());
    for (let c = 0; c < 10; c++) {
      const arrived = slack.keys().filter((key) => key.endsWith(`:C${c}`));
      expect(arrived).toEqual(keys.filter((key) => key.endsWith(`:C${c}`)));
    }
  });
});

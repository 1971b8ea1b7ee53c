import { expect, it } from 'vitest';
import { tellShares } from '../../src/commands/lead/tell-shares.ts';
import { operator } from '../../src/crm/people/known.ts';
import { carryOut } from '../../src/import/carry-out.ts';
import { fileInMemory } from '../../src/import/file.ts';
import { unsaid } from '../../src/import/manner.ts';
import { openFile } from '../../src/import/open.ts';
import { company } from '../support/company.ts';
import { describeOnPostgres } from '../support/database.ts';

describeOnPostgres('an import and somebody who adds one at the same moment', (served) => {
  it('make no two of one: who comes second is shown what the first has made', async () => {
    const acme = await company(served());
    const lan = await acme.member('Lan Anh', 'rep');
    const ctx = operator(acme.org);
    const csv = fileInMemory('people.csv', Buffer.from('name,phone\nTrần An,0912 345 678\n'));
    const file = await openFile(ctx, csv, { ...unsaid, kind: 'contacts' });
    let added: ReturnType<typeof acme.say> | undefined;
    const done = await carryOut(file, {
      dryRun: false,
      tell: tellShares(ctx),
      async within(_, work) {
        const written = await work();
        added = acme.say(lan, 'contact add "Lê Bình" phone:0912345678');
        await until(async () => (await waiting()) > 0 || (await acme.db.contact.count()) > 0);
        return written;
      },
    });
    expect(done).toMatchObject({ created: 1 });
    expect((await added)?.ok).not.toBe('done');
    expect((await acme.db.contact.findMany()).map(({ name }) => name)).toEqual(['Trần An']);

    async function waiting() {
      const [found] = await acme.db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      return found.count;
    }
  });

  it('keep what both write: a number that was added a moment before stays', async () => {
    await served().truncate();
    const acme = await company(served());
    const lan = await acme.member('Lan Anh', 'rep');
    await acme.say(lan, 'contact add "Trần An" email:an@x.vn phone:"0912 345 678"');
    const ctx = operator(acme.org);
    const csv = fileInMemory('people.csv', Buffer.from('name,email,phone\nTrần An,an@x.vn,028 3822 1234\n'));
    const file = await openFile(ctx, csv, { ...unsaid, kind: 'contacts' });
    let imported: ReturnType<typeof carryOut> | undefined;
    await acme.db.$transaction(async (tx) => {
      const phones = [{ value: '+84977111222' }];
      await tx.contact.update({ where: { id: 1 }, data: { phones } });
      imported = carryOut(file, { dryRun: false, tell: tellShares(ctx) });
      await until(async () => {
        const rows = await acme.db.$queryRaw<unknown[]>`
          SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return rows.length > 0;
      });
    });
    expect(await imported).toMatchObject({ updated: 1 });
    expect(await acme.db.contact.findMany()).toMatchObject([
      { phone: '+842838221234', phones: [{ value: '+84912345678' }, { value: '+84977111222' }] },
    ]);
  });
});

async function until(holds: () => Promise<boolean>) {
  while (!(await holds()));
}

import { rm } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, Prisma } from '../../src/db/client.ts';
import { sqlState, transaction } from '../../src/db/transaction.ts';
import { cloneTemplate, describeOnPostgres, testDatabase } from '../support/database.ts';

describe('the embedded database', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);

  it('keeps two connections apart when one sends a statement too long for one packet', async () => {
    const dataDir = await cloneTemplate();
    const owner = await openDatabase({ dataDir });
    const guest = await openDatabase({ dataDir });
    expect([owner.owner, guest.owner]).toEqual([true, false]);
    const long = 'ă'.repeat(200_000);
    const asked = Array.from({ length: 200 }, async (_, i) => {
      const { prisma: either } = i % 2 ? owner : guest;
      const rows = await (i % 5 === 0
        ? either.$queryRaw`SELECT right(${`${long}${i}`}::text, 4) AS long`
        : either.$queryRaw`SELECT ${i}::int AS short`);
      expect(rows).toEqual([i % 5 === 0 ? { long: `${long}${i}`.slice(-4) } : { short: i }]);
    });
    await Promise.all(asked);
    await guest.close();
    await owner.close();
    await rm(dataDir, { recursive: true });
  });

  it('is usable after a connection was lost in the middle of a transaction', async () => {
    await expect(
      prisma.$transaction(async (tx) => {
        await tx.team.create({ data: { name: 'Bắc', folded: 'bac' } });
        await tx.$queryRaw`SELECT 1 / 0`;
      }),
    ).rejects.toThrow();
    expect(await prisma.team.count()).toBe(0);
  });

  it('lets a hundred transactions queue, and undoes those that fail', async () => {
    const attempts = Array.from({ length: 100 }, (_, i) =>
      transaction(prisma, async (tx) => {
        await tx.team.create({ data: { name: `Đội ${i}`, folded: `doi ${i}` } });
        if (i % 2) throw new Error('changed my mind');
      }),
    );
    await Promise.allSettled(attempts);
    expect(await prisma.team.count()).toBe(50);
  });

  it('finds names without their accents by unaccent and pg_trgm', async () => {
    const rows =
      await prisma.$queryRaw`SELECT unaccent('Đàm phán') AS plain, similarity('deal', 'deel') > 0.2 AS near`;
    expect(rows).toEqual([{ plain: 'Dam phan', near: true }]);
  });

  it('joins the transaction that is open, so that all of it is undone together', async () => {
    const outer = transaction(prisma, async (tx) => {
      await transaction(tx, (inner) => inner.team.create({ data: { name: 'Nam', folded: 'nam' } }));
      throw new Error('no');
    });
    await expect(outer).rejects.toThrow('no');
    expect(await prisma.team.count()).toBe(0);
  });

  it('empties every table between tests and starts ids at 1', async () => {
    const lan = { name: 'Lan', folded: 'lan', createdAt: new Date(0), role: 'REP' as const };
    const minh = { ...lan, name: 'Minh', folded: 'minh' };
    const team = { create: { name: 'A', folded: 'a' } };
    await prisma.member.create({ data: { ...lan, team, manager: { create: minh } } });
    await truncate();
    expect([await prisma.member.count(), await prisma.team.count()]).toEqual([0, 0]);
    const first = await prisma.team.create({ data: { name: 'B', folded: 'b' } });
    expect(first.id).toBe(1);
  });

  it('names what went wrong by its SQL state', async () => {
    const error = await prisma.$queryRaw`SELECT 1 / 0`.catch((e: unknown) => e);
    expect(sqlState(error)).toBe('22012');
    expect(error).toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
  });
});

describeOnPostgres('a database server', (database) => {
  it('runs a transaction again that lost against another', async () => {
    const { prisma } = database();
    const { id } = await prisma.team.create({ data: { name: '0', folded: 'counter' } });
    const runs = Array.from({ length: 4 }, () =>
      transaction(
        prisma,
        async (tx) => {
          const team = await tx.team.findUniqueOrThrow({ where: { id } });
          await tx.team.update({ where: { id }, data: { name: `${Number(team.name) + 1}` } });
        },
        { isolationLevel: 'Serializable' },
      ),
    );
    await Promise.all(runs);
    expect((await prisma.team.findUniqueOrThrow({ where: { id } })).name).toBe('4');
  });

  it('reads moments rightly from a server that keeps another time zone', async () => {
    const { prisma, databaseUrl } = database();
    await prisma.$executeRawUnsafe(
      `ALTER DATABASE ${new URL(databaseUrl).pathname.slice(1)} SET timezone = 'Asia/Ho_Chi_Minh'`,
    );
    const fresh = await openDatabase({ databaseUrl, dataDir: '' });
    const at = new Date('2026-11-22T01:02:03.000Z');
    await fresh.prisma.jobRun.create({ data: { job: 'j', slot: 's', claimedAt: at } });
    const run = await fresh.prisma.jobRun.findFirstOrThrow();
    await fresh.close();
    expect(run.claimedAt).toEqual(at);
  });
});

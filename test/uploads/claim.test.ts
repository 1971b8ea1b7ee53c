import { expect, it } from 'vitest';
import { claimed } from '../../src/crm/uploads/claim.ts';
import { Refusal } from '../../src/i18n/refusal.ts';
import { describeOnPostgres } from '../support/database.ts';

describeOnPostgres('two imports of one file at the same time', (database) => {
  it('are one: the second waits for the first, does nothing and is told by which change it was done', async () => {
    const { prisma } = database();
    const at = new Date('2026-11-18T03:00:00Z');
    const { id: memberId } = await prisma.member.create({
      data: { name: 'Hoa', folded: 'hoa', role: 'MANAGER', createdAt: at },
    });
    const upload = await prisma.upload.create({
      data: { memberId, name: 'x.csv', bytes: new Uint8Array([1]), manner: {}, createdAt: at },
    });
    const did: number[] = [];
    let [begun, finish] = [() => {}, () => {}];
    const first = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = (changeId: number) =>
      prisma.$transaction((tx) =>
        claimed(tx, upload, async () => {
          begun();
          await gate;
          did.push(changeId);
          return { changeId, rejected: [] };
        }),
      );
    const one = work(7);
    await first;
    const two = work(8).catch((error: unknown) => error);
    finish();
    expect(await one).toEqual({ changeId: 7, rejected: [] });
    const refusal = (await two) as Refusal;
    expect(refusal).toBeInstanceOf(Refusal);
    expect([refusal.key, refusal.args]).toEqual(['problem.import.done', { change: 7 }]);
    expect(did).toEqual([7]);
  });
});

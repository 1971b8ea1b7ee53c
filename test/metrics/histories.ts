import fc from 'fast-check';
import type { PrismaClient } from '../../src/db/client.ts';
import type { History, Values } from './plain.ts';
import { type StageName, stageNames } from './world.ts';

export const hour = 3_600_000;
/** 2 March 2026, midnight in Hanoi. Everything happens at a few instants around midnights, so that much collides. */
export const midnight = Date.UTC(2026, 2, 1, 17);

export const instant = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(-1, 0, 5 * hour + 1))
  .map(([day, offset]) => midnight + day * 24 * hour + offset);

const values: fc.Arbitrary<Values> = fc.record({
  at: instant,
  cents: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  currency: fc.constantFrom('VND', 'VND', 'USD'),
  ownerId: fc.constantFrom(null, 1, 2),
});

/** A deal that anything may have happened to, also before it was created and after it was taken back. */
export const history: fc.Arbitrary<History> = fc.record({
  created: instant,
  lead: fc.option(instant),
  events: fc.array(
    fc.record({ stage: fc.constantFrom(...stageNames), at: instant, revoked: fc.option(instant) }),
    { minLength: 1, maxLength: 5 },
  ),
  values: fc.tuple(values, fc.array(values, { maxLength: 3 })).map(([first, edits]) => {
    return [first, ...edits.sort((a, b) => a.at - b.at)];
  }),
});

/** Writes histories over what was there, in a few statements, with the change log as the verbs leave it. */
export async function write(
  db: PrismaClient,
  stage: (name: StageName) => number,
  histories: readonly History[],
): Promise<void> {
  await db.$executeRaw`TRUNCATE change_entry, change, stage_event, deal, lead RESTART IDENTITY CASCADE`;
  const columns = ({ cents, currency, ownerId }: Values) => ({
    ...{ currency, ownerId, amount: cents === null ? null : (cents / 100).toFixed(2) },
  });
  const numbered = histories.map((history, i) => ({ ...history, id: i + 1 }));
  await db.lead.createMany({
    data: numbered.flatMap(({ id, lead }) =>
      lead === null ? [] : [{ id, name: 'A', folded: 'a', source: 'other', createdAt: new Date(lead) }],
    ),
  });
  await db.deal.createMany({
    data: numbered.map(({ id, created, lead, values }) => ({
      ...{ id, title: 'A', folded: 'a', pipelineId: 1, createdAt: new Date(created) },
      ...columns(values.at(-1) as Values),
      leadId: lead === null ? null : id,
    })),
  });
  await db.stageEvent.createMany({
    data: numbered.flatMap(({ id, events }) =>
      events.map(({ stage: name, at, revoked }) => ({
        ...{ dealId: id, stageId: stage(name), at: new Date(at) },
        revokedAt: revoked === null ? null : new Date(revoked),
      })),
    ),
  });
  const edits = numbered.flatMap(({ id, values }) =>
    values.slice(1).map((after, n) => ({ rowId: id, before: values[n] as Values, after })),
  );
  await db.change.createMany({
    data: edits.map(({ after }, n) => ({
      ...{ id: n + 1, at: new Date(after.at), platform: 'terminal', command: 'deal.edit' },
    })),
  });
  await db.changeEntry.createMany({
    data: edits.map(({ rowId, before, after }, n) => ({
      ...{ changeId: n + 1, record: 'deal', rowId, before: columns(before), after: columns(after) },
    })),
  });
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { every } from '../../src/crm/visibility.ts';
import { ratio } from '../../src/metrics/exact.ts';
import { mqlRate, sqlRate } from '../../src/metrics/leads-qualified.ts';
import { responseTime } from '../../src/metrics/leads-response.ts';
import { testDatabase } from '../support/database.ts';
import { hour, instant, midnight } from './histories.ts';
import { world } from './world.ts';

const { prisma, truncate } = await testDatabase();
const { begin, member, asker } = world(prisma);

const statuses = ['NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED', 'DISQUALIFIED'] as const;
const step = fc.record({
  at: instant,
  status: fc.constantFrom(...statuses),
  ownerId: fc.constantFrom(null, 1, 2),
});
const touch = fc.record({
  kind: fc.constantFrom('CALL' as const, 'NOTE' as const, 'EMAIL' as const),
  at: instant,
  inbound: fc.boolean(),
  memberId: fc.constantFrom(null, 1),
  /** When it was logged and when that was taken back. */
  logged: instant,
  undone: fc.option(instant),
});
const life = fc.record({
  created: instant,
  steps: fc
    .tuple(step, fc.array(step, { maxLength: 3 }))
    .map(([first, more]) => [first, ...more.sort((a, b) => a.at - b.at)]),
  touches: fc.array(touch, { maxLength: 4 }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What the columns say after each step: milestones are set with the states, once and for all. */
function columnsOf(steps: Life['steps']) {
  let mqlAt: number | null = null;
  let sqlAt: number | null = null;
  return steps.map(({ at, status, ownerId }) => {
    if (['MQL', 'SQL', 'CONVERTED'].includes(status)) mqlAt ??= at;
    if (['SQL', 'CONVERTED'].includes(status)) sqlAt ??= at;
    return { at, columns: { status, ownerId, mqlAt: moment(mqlAt), sqlAt: moment(sqlAt) } };
  });
}
const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());

async function write(lives: readonly Life[]): Promise<void> {
  await prisma.$executeRaw`TRUNCATE change_entry, change, activity, lead RESTART IDENTITY CASCADE`;
  let changes = 0;
  for (const [i, { created, steps, touches }] of lives.entries()) {
    const id = i + 1;
    const states = columnsOf(steps);
    const last = states.at(-1)?.columns;
    await prisma.lead.create({
      data: { id, name: 'A', folded: 'a', source: 'other', createdAt: new Date(created), ...last },
    });
    for (const [n, { at, columns }] of states.entries()) {
      if (n === 0) continue;
      const change = { id: ++changes, at: new Date(at), platform: 'terminal', command: 'lead.qualify' };
      const entry = { record: 'lead', rowId: id, before: states[n - 1]?.columns ?? {}, after: columns };
      await prisma.change.create({ data: { ...change, entries: { create: entry } } });
    }
    for (const { logged, undone, at, ...said } of touches) {
      const row = { ...said, text: 'x', leadId: id, at: new Date(at), createdAt: new Date(logged) };
      if (undone === null) await prisma.activity.create({ data: row });
      else {
        const change = { id: ++changes, at: new Date(undone), platform: 'terminal', command: 'undo' };
        const entry = { record: 'activity', rowId: 9, before: JSON.parse(JSON.stringify(row)) };
        await prisma.change.create({ data: { ...change, entries: { create: entry } } });
      }
    }
  }
}

interface Question {
  readonly now: number;
  readonly sight: 'all' | readonly number[];
}

/** The leads of the period as they stood, the slow and plain way. */
function standing(lives: readonly Life[], { now, sight }: Question, start: number, end: number) {
  return lives.flatMap(({ created, steps, touches }) => {
    if (created < start || created >= end || created > now) return [];
    const then = steps.filter(({ at }, n) => n === 0 || at <= now);
    const owner = then.at(-1)?.ownerId ?? null;
    if (sight !== 'all' && owner !== null && !sight.includes(owner)) return [];
    const was = then.map(({ status }) => status);
    const sql = was.some((status) => ['SQL', 'CONVERTED'].includes(status));
    const mql = sql || was.includes('MQL');
    const answers = touches
      .filter(({ kind, inbound, memberId }) => kind !== 'NOTE' && !inbound && memberId !== null)
      .filter(({ at, logged, undone }) => at <= now && (undone === null || (undone > now && logged <= now)))
      .map(({ at }) => at);
    return [{ created, mql, sql, answer: answers.length ? Math.min(...answers) : null }];
  });
}

it('figures of leads equal a slow and plain computation over the same histories', async () => {
  await truncate();
  await begin();
  for (const name of ['An', 'Bình']) await member(name);
  const questions = fc.record({ now: instant, sight: fc.constantFrom('all' as const, [1], [1, 2]) });
  const check = async (lives: Life[], asked: Question[]) => {
    await write(lives);
    for (const question of asked) {
      const ctx = {
        ...asker('2026-03-02T00:00:00Z'),
        now: new Date(question.now),
        sight: every(question.sight),
      };
      const scope = { period: { from: '2026-03-03', to: '2026-03-06' } };
      const start = midnight + 24 * hour;
      const leads = standing(lives, question, start, start + 4 * 24 * hour);
      const count = (holds: (lead: (typeof leads)[number]) => boolean) => String(leads.filter(holds).length);
      const mqls = count(({ mql }) => mql);
      expect(await mqlRate(ctx, scope)).toMatchObject({ numerator: mqls, denominator: String(leads.length) });
      expect(await sqlRate(ctx, scope)).toMatchObject({
        numerator: count(({ sql }) => sql),
        denominator: mqls,
      });
      const spans = leads.flatMap(({ created, answer }) => (answer === null ? [] : [answer - created]));
      const counted = spans.filter((span) => span >= 0);
      expect(await responseTime(ctx, scope)).toMatchObject({
        denominator: String(counted.length),
        numerator: ratio(
          counted.reduce((sum, span) => sum + span, 0),
          60_000,
        ),
        unanswered: { count: leads.length - spans.length },
        excluded: counted.length < spans.length ? [{ count: spans.length - counted.length }] : [],
      });
    }
  };
  const lives = fc.array(life, { minLength: 1, maxLength: 5 });
  const asked = fc.array(questions, { minLength: 3, maxLength: 3 });
  await fc.assert(fc.asyncProperty(lives, asked, check), { numRuns: 20 });
}, 90_000);

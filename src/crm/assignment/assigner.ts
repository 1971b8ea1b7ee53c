import type { Db, Tx } from '../../db/client.ts';
import { workCalendar } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';
import { type Candidate, type Choice, choose, workFrom } from './choose.ts';
import { type AssignmentRule, fits, type LeadFacts, loadRules, lockRules } from './rules.ts';

/** To whom a lead goes by the rules, and why. */
export interface Decision extends Choice {
  /** The number of the rule. */
  readonly rule: number;
  readonly method: AssignmentRule['method'];
}

/** Hands out leads one after the other, counting what each has got. */
export interface Assigner {
  /** By the first rule that fits, never to `exceptId`; null where none does. */
  give(lead: LeadFacts, exceptId?: number | null): Decision | null;
  /** Somebody has so many more leads in work (or fewer) than are stored, besides what is given here. */
  count(memberId: number, more: number): void;
}

/** A fixed set of rules and people in memory, as they are at this moment: for looking ahead. */
export async function loadAssigner(db: Db, ctx: Ctx): Promise<Assigner> {
  return assigner(await loadRules(db), db, ctx);
}

/**
 * The same for giving leads away: nobody else gives any until the end of the transaction, and `done` writes down whose
 * turn it was. That is no change of a rule's: it is not in the change log, and undoing an assignment leaves it.
 */
export async function openAssigner(tx: Tx, ctx: Ctx): Promise<Assigner & { done(): Promise<void> }> {
  const rules = await lockRules(tx);
  const before = new Map(rules.map(({ id, lastId }) => [id, lastId]));
  return {
    ...(await assigner(rules, tx, ctx)),
    async done() {
      for (const { id, lastId } of rules)
        if (lastId !== before.get(id)) await tx.assignmentRule.update({ where: { id }, data: { lastId } });
    },
  };
}

/** Gives one lead by the rules; null where none fits. */
export async function byRules(
  tx: Tx,
  ctx: Ctx,
  lead: LeadFacts,
  exceptId: number | null = null,
): Promise<Decision | null> {
  const { give, done } = await openAssigner(tx, ctx);
  const decision = give(lead, exceptId);
  await done();
  return decision;
}

async function assigner(rules: AssignmentRule[], db: Db, ctx: Ctx): Promise<Assigner> {
  const people = await candidates(db, ctx, [...new Set(rules.flatMap(({ memberIds }) => memberIds))]);
  const work = workFrom(ctx.now, workCalendar());
  return {
    give(lead, exceptId = null) {
      const rule = rules.find((one) => fits(one, lead));
      if (!rule) return null;
      const named = rule.memberIds.flatMap((id) => people.get(id) ?? []);
      const choice = choose({ ...rule, exceptId }, named, work, ctx.now);
      if (choice.chosen) {
        const { id, open } = choice.chosen;
        rule.lastId = id;
        people.set(id, { ...choice.chosen, open: open + 1 });
      }
      return { ...choice, rule: rule.id, method: rule.method };
    },
    count(memberId, more) {
      const one = people.get(memberId);
      if (one) people.set(memberId, { ...one, open: one.open + more });
    },
  };
}

async function candidates(db: Db, { zone }: Ctx, ids: number[]): Promise<Map<number, Candidate>> {
  const rows = ids.length
    ? await db.$queryRaw<(Omit<Candidate, 'zone'> & { zone: string | null })[]>`
    SELECT m.id, m.name, m.active, m.away_from::text AS "awayFrom", m.away_until::text AS "awayUntil", m.capacity,
      m.timezone AS zone, (SELECT count(*)::int FROM lead l
        WHERE l.owner_id = m.id AND l.status NOT IN ('CONVERTED', 'DISQUALIFIED')) AS open
    FROM member m WHERE m.id = ANY(${ids})`
    : [];
  return new Map(rows.map((row) => [row.id, { ...row, zone: row.zone ?? zone }]));
}

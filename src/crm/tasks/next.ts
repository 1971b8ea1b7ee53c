import { Prisma } from '../../db/client.ts';
import { type Day, dayOf } from '../../lib/dates/index.ts';
import { activitiesOf } from '../activities/scope.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { readTask, type TaskRow, type TaskView, tasksSeen } from './view.ts';

/** What is to be done for a record next, and how many promises to it are overdue on a day. */
export interface NextStep {
  readonly task: TaskView | null;
  readonly overdue: number;
  readonly today: Day;
}

/** Of the open tasks on a record and on what hangs on it, as its timeline tells of them, the one that is due first. */
export async function nextStep(ctx: Ctx, kind: Kind, id: number): Promise<NextStep> {
  const today = dayOf(ctx.now, ctx.zone);
  const mine = Prisma.sql`(${activitiesOf(ctx, kind, id)})`;
  const [row] = await ctx.db.$queryRaw<(TaskRow & { overdue: number })[]>`
    SELECT *, (count(*) FILTER (WHERE due_on < ${today}::date) OVER ())::int AS overdue
    FROM ${tasksSeen(ctx, mine)} t WHERE open ORDER BY due_on, id LIMIT 1`;
  if (!row) return { task: null, overdue: 0, today };
  const { overdue, ...task } = row;
  return { task: readTask(task), overdue, today };
}

import { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import type { Paging } from '../records/page.ts';
import { ofOwner } from '../visibility.ts';
import { readTask, type TaskRow, type TaskView, tasksSeen } from './view.ts';

export interface TaskFilter {
  /** Null: those that nobody has promised; left out: anybody's. */
  readonly ownerId?: number | null | undefined;
  readonly on?: { readonly kind: Kind; readonly id: number } | undefined;
  /** Due on this day or before. */
  readonly until?: string | undefined;
  readonly page?: number | undefined;
  readonly size?: number | undefined;
}

export interface TaskList extends Paging {
  readonly rows: readonly TaskView[];
}

/** Open tasks that the asker sees, those that are due first before the others. */
export async function listTasks(ctx: Ctx, filter: TaskFilter): Promise<TaskList> {
  const { ownerId, on, until, page = 1, size = 6 } = filter;
  const where = Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(ownerId === undefined ? [] : [ofOwner(Prisma.sql`a.owner_id`, ownerId)]),
      ...(on ? [Prisma.sql`${Prisma.raw(`a.${on.kind}_id`)} = ${on.id}`] : []),
      ...(until ? [Prisma.sql`a.due_on <= ${until}::date`] : []),
    ],
    ' AND ',
  );
  const rows = await ctx.db.$queryRaw<(TaskRow & { total: number })[]>`
    SELECT *, (count(*) OVER ())::int AS total FROM ${tasksSeen(ctx, where)} t
    WHERE open ORDER BY due_on, id LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const total = rows[0]?.total ?? 0;
  return {
    page,
    total,
    rows: rows.map(readTask),
    left: Math.max(0, total - (page - 1) * size - rows.length),
  };
}

import { Prisma } from '../../db/client.ts';
import type { Day } from '../../lib/dates/index.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { changes, visibleSql } from '../visibility.ts';

/** A task as it stood at `ctx.now`, with the record that it is about. */
export interface TaskView {
  readonly id: number;
  readonly text: string;
  readonly dueOn: Day;
  /** Null while it is open. */
  readonly doneAt: Date | null;
  readonly outcome: string | null;
  readonly ownerId: number | null;
  readonly owner: string | null;
  readonly memberId: number | null;
  readonly on: {
    readonly kind: Kind;
    readonly id: number;
    readonly name: string;
    readonly ownerId: number | null;
  };
}

/**
 * The tasks `a` that the asker may see, for which `where` holds: those of the records that they see. As a statement to
 * put behind FROM. Its `open` tells whether it was at `ctx.now`.
 */
export function tasksSeen({ now, sight }: Pick<Ctx, 'now' | 'sight'>, where: Prisma.Sql): Prisma.Sql {
  const of = (kind: Kind) => visibleSql(sight[kind], Prisma.raw(`${kind}.owner_id`));
  return Prisma.sql`(
    SELECT a.id, a.text, a.due_on, a.due_on::text AS "dueOn", a.outcome, a.owner_id AS "ownerId", a.member_id AS "memberId",
      m.name AS owner, nullif(a.done_at, CASE WHEN a.done_at > ${now} THEN a.done_at END) AS "doneAt",
      a.done_at IS NULL OR a.done_at > ${now} AS open,
      CASE WHEN deal.id IS NOT NULL THEN 'deal' WHEN lead.id IS NOT NULL THEN 'lead'
        WHEN contact.id IS NOT NULL THEN 'contact' ELSE 'company' END AS kind,
      coalesce(deal.id, lead.id, contact.id, company.id) AS "onId",
      coalesce(deal.title, lead.name, contact.name, company.name) AS "onName",
      coalesce(deal.owner_id, lead.owner_id, contact.owner_id, company.owner_id) AS "onOwnerId"
    FROM task a
    LEFT JOIN member m ON m.id = a.owner_id
    LEFT JOIN deal ON deal.id = a.deal_id AND ${of('deal')}
    LEFT JOIN lead ON lead.id = a.lead_id AND ${of('lead')}
    LEFT JOIN contact ON contact.id = a.contact_id AND ${of('contact')}
    LEFT JOIN company ON company.id = a.company_id AND ${of('company')}
    WHERE coalesce(deal.id, lead.id, contact.id, company.id) IS NOT NULL AND a.created_at <= ${now} AND ${where})`;
}

/** A row of `tasksSeen`. */
export type TaskRow = Omit<TaskView, 'on'> & {
  readonly kind: Kind;
  readonly onId: number;
  readonly onName: string;
  readonly onOwnerId: number | null;
};

export const readTask = ({ kind, onId, onName, onOwnerId, ...row }: TaskRow): TaskView => ({
  ...row,
  on: { kind, id: onId, name: onName, ownerId: onOwnerId },
});

/** The task with a number, if it is there to be seen. */
export async function taskById(ctx: Ctx, id: number): Promise<TaskView | null> {
  const [row] = await ctx.db.$queryRaw<
    TaskRow[]
  >`SELECT * FROM ${tasksSeen(ctx, Prisma.sql`a.id = ${id}`)} t`;
  return row ? readTask(row) : null;
}

/** Whether somebody may change a task: whose it is, who wrote it down, and who may change the record. */
export function changesTask(
  ctx: Pick<Ctx, 'member' | 'reach'>,
  { ownerId, memberId, on }: TaskView,
): boolean {
  const mine = ctx.member !== null && [ownerId, memberId].includes(ctx.member.id);
  return mine || changes(ctx, on.kind, on.ownerId);
}

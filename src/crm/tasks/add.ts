import { refuse } from '../../i18n/refusal.ts';
import { type Day, dayOf } from '../../lib/dates/index.ts';
import { type Changed, change } from '../changes/change.ts';
import { code, type Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { byId } from '../find/search.ts';
import type { TellTask } from './own.ts';
import { seenBy } from './seen-by.ts';
import { type TaskView, taskById } from './view.ts';

export interface NewTask {
  readonly on: { readonly kind: Kind; readonly id: number };
  readonly text: string;
  readonly due: Day;
  /** Left out: who adds it. */
  readonly owner?: { readonly id: number; readonly name: string } | undefined;
}

const column = { deal: 'dealId', lead: 'leadId', contact: 'contactId', company: 'companyId' } as const;

/** Promises something to a customer by a day. Whoever sees a record may, as they may log on it. */
export async function addTask(
  ctx: Ctx,
  { on, text, due, owner }: NewTask,
  tell: TellTask,
): Promise<Changed<TaskView>> {
  if (due < dayOf(ctx.now, ctx.zone)) refuse('task.past');
  return change(ctx, 'task.add', async ({ tx, created }) => {
    const within = { ...ctx, db: tx };
    const record =
      (await byId(within, on.kind, on.id)) ?? refuse('record.none', { record: code(on.kind, on.id) });
    if (owner) await seenBy(within, owner, record);
    const memberId = ctx.member?.id ?? null;
    // The operator is nobody's colleague: the record's own owner keeps what they promise.
    const ownerId = owner?.id ?? memberId ?? record.ownerId;
    const { id } = await tx.task.create({
      data: { text, dueOn: new Date(due), ownerId, memberId, createdAt: ctx.now, [column[on.kind]]: on.id },
      select: { id: true },
    });
    created('task', id);
    const task = (await taskById(within, id)) as TaskView;
    await tell(tx, task);
    return task;
  });
}

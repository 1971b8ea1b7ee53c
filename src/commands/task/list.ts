import { taskListCard } from '../../cards/tasks.ts';
import { optional } from '../../chat/field.ts';
import { choice, lookup } from '../../chat/fields.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { listTasks } from '../../crm/tasks/list.ts';
import { changesTask } from '../../crm/tasks/view.ts';
import { addDays, type Day, dayOf, weekday } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { page, share, sharedOrPrivate } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';
import { anyRecordLookup } from '../lookups/records.ts';
import { everybody, whoseLookup } from '../lookups/whose.ts';

const due = choice<'overdue' | 'today' | 'week', Ctx>({
  options: (['overdue', 'today', 'week'] as const).map((value) => ({
    value,
    label: `choice.due.${value}` as const,
  })),
});

/** The last day on which such tasks are due: what should be done by then. */
function untilOf(due: 'overdue' | 'today' | 'week', today: Day): Day {
  if (due === 'week') return addDays(today, 7 - weekday(today));
  return due === 'overdue' ? addDays(today, -1) : today;
}

/** One's own open tasks, or somebody else's or everybody's, or those of a record whoever has promised them. */
export const taskList = defineCommand({
  id: 'task.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    owner: optional(lookup({ ...whoseLookup })),
    record: optional(lookup({ ...anyRecordLookup })),
    due: optional(due),
    share,
    page,
  },
  positional: ['owner'],
  anywhere: ['due'],
  async run(ctx, { owner: whose, due, page, ...asked }) {
    const isAll = whose === everybody;
    const record = whose && !isAll && 'kind' in whose ? whose : asked.record;
    const owner = whose && !isAll && !('kind' in whose) ? whose : undefined;
    const memberId = ctx.member?.id ?? null;
    const own = record || isAll ? undefined : ctx.member?.id;
    const today = dayOf(ctx.now, ctx.zone);
    const until = due ? untilOf(due, today) : undefined;
    const list = await listTasks(ctx, { ownerId: owner ? owner.id : own, on: record, until, page });
    const wire = {
      ...(isAll ? { owner: everybody } : owner && { owner: ownerText(owner) }),
      ...(record && { record: code(record.kind, record.id) }),
      ...(due && { due }),
    };
    const looking = { today, memberId };
    const next = { command: 'task.list', wire };
    return taskListCard(ctx.t, list, { ...looking, changes: (task) => changesTask(ctx, task) }, next);
  },
});

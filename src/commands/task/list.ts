import { taskListCard } from '../../cards/tasks.ts';
import { optional } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import { code } from '../../crm/codes.ts';
import { listTasks } from '../../crm/tasks/list.ts';
import { changesTask } from '../../crm/tasks/view.ts';
import { dayOf } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { page, share, sharedOrPrivate } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';
import { anyRecordLookup } from '../lookups/records.ts';
import { everybody, whoseLookup } from '../lookups/whose.ts';

/** One's own open tasks, or somebody else's or everybody's, or those of a record whoever has promised them. */
export const taskList = defineCommand({
  id: 'task.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    owner: optional(lookup({ ...whoseLookup })),
    record: optional(lookup({ ...anyRecordLookup })),
    share,
    page,
  },
  positional: ['owner'],
  async run(ctx, { owner: whose, page, ...asked }) {
    const isAll = whose === everybody;
    const record = whose && !isAll && 'kind' in whose ? whose : asked.record;
    const owner = whose && !isAll && !('kind' in whose) ? whose : undefined;
    const memberId = ctx.member?.id ?? null;
    const own = record || isAll ? undefined : ctx.member?.id;
    const list = await listTasks(ctx, { ownerId: owner ? owner.id : own, on: record, page });
    const wire = {
      ...(isAll ? { owner: everybody } : owner && { owner: ownerText(owner) }),
      ...(record && { record: code(record.kind, record.id) }),
    };
    const looking = { today: dayOf(ctx.now, ctx.zone), memberId };
    const next = { command: 'task.list', wire };
    return taskListCard(ctx.t, list, { ...looking, changes: (task) => changesTask(ctx, task) }, next);
  },
});

import { taskCard } from '../../cards/tasks.ts';
import { optional } from '../../chat/field.ts';
import { day, lookup, text } from '../../chat/fields.ts';
import { addTask } from '../../crm/tasks/add.ts';
import { dayOf } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { assignee } from '../fields.ts';
import { anyRecordLookup } from '../lookups/records.ts';
import { tellTask } from './tell.ts';

/** Promises a next step: `task add D-12 gọi lại thứ 6`, in the thread of a card `task add gọi lại thứ 6`. */
export const taskAdd = defineCommand({
  id: 'task.add',
  access: 'rep',
  reply: 'channel',
  fields: {
    record: lookup({ ...anyRecordLookup }),
    text: text({ max: 300, label: 'task.what' }),
    due: day({ prefer: 'future', hint: 'hint.day' }),
    owner: optional(assignee),
  },
  positional: ['record', 'text', 'due'],
  async run(ctx, { record, text, due, owner }) {
    const { value, changeId } = await addTask(ctx, { on: record, text, due, owner }, tellTask(ctx));
    return taskCard(ctx.t, 'added', value, dayOf(ctx.now, ctx.zone), changeId);
  },
});

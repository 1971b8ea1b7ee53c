import { taskCard } from '../../cards/tasks.ts';
import { hidden, kept } from '../../chat/field.ts';
import { day, text } from '../../chat/fields.ts';
import { seenKey, type Wire } from '../../chat/wire.ts';
import { latestChange } from '../../crm/changes/merge.ts';
import { taskCode } from '../../crm/tasks/code.ts';
import { editTask } from '../../crm/tasks/edit.ts';
import { taskById } from '../../crm/tasks/view.ts';
import { dayOf, formatDay } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { assignee } from '../fields.ts';
import { taskLookup } from '../lookups/tasks.ts';
import { task } from './fields.ts';
import { tellTask } from './tell.ts';

/** Puts a task off, words it otherwise or gives it to somebody else. */
export const taskEdit = defineCommand({
  id: 'task.edit',
  access: 'rep',
  reply: 'channel',
  fields: {
    task,
    due: kept(day({ prefer: 'future', hint: 'hint.day' })),
    text: kept(text({ max: 300, label: 'task.what' })),
    owner: kept(assignee),
    from: hidden(day({ prefer: 'future' })),
  },
  positional: ['task', 'due'],
  asksFor: ['due', 'text', 'owner'],
  async prefill(ctx, wire): Promise<Wire> {
    const found = wire.task ? await taskLookup.resolve(ctx, wire.task) : null;
    if (found?.kind !== 'one') return {};
    const { id } = found.value;
    // Read first: what is changed between the two is seen, and counts as not yet seen.
    const seen = await latestChange(ctx.db, 'task', id);
    const task = await taskById(ctx, id);
    if (!task) return {};
    return {
      [seenKey]: String(seen),
      task: taskCode(id),
      due: formatDay(task.dueOn, ctx.t.locale),
      text: task.text,
      ...(task.ownerId !== null && { owner: `m${task.ownerId}` }),
    };
  },
  async run(ctx, { task, due, text, owner, from }) {
    const edit = { due: due ?? undefined, text: text ?? undefined, owner: owner ?? undefined, seen: from };
    const { value, changeId } = await editTask(ctx, task.id, edit, tellTask(ctx));
    return taskCard(ctx.t, 'edited', value, dayOf(ctx.now, ctx.zone), changeId);
  },
});

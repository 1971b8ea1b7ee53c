import { type Recipient, recipientsOf } from '../crm/people/recipients.ts';
import { readTask, type TaskRow, type TaskView, tasksSeen } from '../crm/tasks/view.ts';
import { sees } from '../crm/visibility.ts';
import { Prisma } from '../db/client.ts';
import { dayOf } from '../lib/dates/index.ts';
import { asker, type Jobs } from './job.ts';

/** Whom to tell of what they have promised and not done in time: themselves alone, of records that they see. */
export async function overdueTasks(
  jobs: Jobs,
  now: Date,
): Promise<{ readonly recipient: Recipient; readonly tasks: readonly TaskView[] }[]> {
  const late = Prisma.sql`a.owner_id IS NOT NULL AND a.due_on < ${dayOf(now, jobs.zone)}::date`;
  const rows = await jobs.db.$queryRaw<TaskRow[]>`
    SELECT * FROM ${tasksSeen(asker(jobs, now), late)} t WHERE open ORDER BY due_on, id`;
  const tasks = rows.map(readTask);
  const owners = [...new Set(tasks.flatMap(({ ownerId }) => ownerId ?? []))];
  const recipients = await recipientsOf(jobs.db, null, owners, jobs.platforms);
  return owners.flatMap((ownerId) => {
    const recipient = recipients.get(ownerId);
    if (recipient?.memberId !== ownerId) return [];
    const seen = tasks.filter(
      (task) => task.ownerId === ownerId && sees(recipient.sight[task.on.kind], task.on.ownerId),
    );
    return seen.length ? [{ recipient, tasks: seen }] : [];
  });
}

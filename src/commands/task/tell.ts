import { givenTaskCard } from '../../cards/tasks.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Ctx } from '../../crm/context.ts';
import { recipientsOf, writable } from '../../crm/people/recipients.ts';
import type { TellTask } from '../../crm/tasks/own.ts';
import { taskById } from '../../crm/tasks/view.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';
import { dayOf } from '../../lib/dates/index.ts';

/** Tells who has a task now, with the task as they see it, where they can be written to. Nobody is told of what they did themselves. */
export const tellTask =
  (ctx: Ctx): TellTask =>
  async (tx, { id, ownerId }) => {
    if (ownerId === null || ownerId === ctx.member?.id) return;
    const to = (await recipientsOf(tx, null, [ownerId], writable)).get(ownerId);
    const task = to?.memberId === ownerId && (await taskById({ ...ctx, sight: to.sight, db: tx }, id));
    if (!task) return;
    const t = translator(to.locale && isLocale(to.locale) ? to.locale : ctx.t.locale);
    const message = {
      key: `task:${id}:${ownerId}:${ctx.now.getTime()}`,
      platform: to.platform as PlatformName,
      destination: `user:${to.userId}`,
      card: givenTaskCard(t, task, dayOf(ctx.now, to.zone ?? ctx.zone), ctx.member?.name ?? null),
      locale: t.locale,
      dueAt: ctx.now,
    };
    await enqueue(tx, [message], ctx.now);
  };

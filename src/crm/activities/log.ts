import type { ActivityKind } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { byId, type Hit } from '../find/search.ts';

export interface NewActivity {
  readonly kind: ActivityKind;
  readonly on: Pick<Hit, 'kind' | 'id'>;
  readonly text: string;
  readonly outcome?: string | undefined;
  readonly minutes?: number | undefined;
  /** When it happened; left out: now. Refuses the future. */
  readonly at?: Date | undefined;
  /** It came from the customer. */
  readonly inbound?: boolean | undefined;
}

const column = { deal: 'dealId', lead: 'leadId', contact: 'contactId', company: 'companyId' } as const;

/** Writes down something that happened with a customer. Whoever sees a record may log on it: that is how work is handed over. */
export async function logActivity(
  ctx: Ctx,
  activity: NewActivity,
): Promise<Changed<{ id: number; on: Hit }>> {
  if (activity.at && activity.at > ctx.now) refuse('log.future');
  return change(ctx, `log.${activity.kind.toLowerCase()}`, async (log) => {
    const { kind, id } = activity.on;
    const within = { ...ctx, db: log.tx };
    const record = (await byId(within, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
    return { id: await activityWritten(within, log, activity), on: record };
  });
}

/** The same as a part of another change. A lead's first activity makes a new lead one that is being worked on. */
export async function activityWritten(
  ctx: Ctx,
  { tx, created, updated }: Log,
  activity: NewActivity,
): Promise<number> {
  const { kind, on, text, outcome, minutes, inbound = false, at = ctx.now } = activity;
  const { id } = await tx.activity.create({
    data: {
      kind,
      text,
      at,
      inbound,
      outcome: outcome ?? null,
      minutes: minutes ?? null,
      memberId: ctx.member?.id ?? null,
      createdAt: ctx.now,
      [column[on.kind]]: on.id,
    },
    select: { id: true },
  });
  created('activity', id);
  if (on.kind === 'lead') {
    const { count } = await tx.lead.updateMany({
      where: { id: on.id, status: 'NEW' },
      data: { status: 'WORKING' },
    });
    if (count) updated('lead', on.id, { status: 'NEW' }, { status: 'WORKING' });
  }
  return id;
}

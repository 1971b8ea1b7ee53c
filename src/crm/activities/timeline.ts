import type { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { standing } from '../deals/view.ts';
import { visible } from '../visibility.ts';

/** One thing that happened, with whom it is told. */
export type Moment =
  | {
      readonly kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE';
      readonly at: Date;
      readonly text: string;
      readonly outcome: string | null;
      readonly minutes: number | null;
      readonly by: string | null;
    }
  | {
      readonly kind: 'STAGE';
      readonly at: Date;
      readonly nameVi: string;
      readonly nameEn: string;
      readonly reason: string | null;
      readonly deal: string;
    };

export interface Timeline {
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** Earlier ones that are not listed. */
  readonly earlier: number;
}

/** The latest things that happened on a record and on what hangs on it, told oldest first. */
export async function timeline(ctx: Ctx, kind: Kind, id: number, limit = 8): Promise<Timeline> {
  const where = { at: { lte: ctx.now }, ...belongs(ctx, kind, id) };
  const deals = kind === 'lead' ? null : dealsOf(ctx, kind, id);
  const events = standing(ctx.now);
  const [activities, count, stages, moves] = await Promise.all([
    ctx.db.activity.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
      include: { member: { select: { name: true } } },
    }),
    ctx.db.activity.count({ where }),
    deals
      ? ctx.db.stageEvent.findMany({
          ...events,
          where: { ...events.where, deal: deals },
          take: limit,
          include: { stage: true, deal: { select: { title: true } } },
        })
      : [],
    deals ? ctx.db.stageEvent.count({ where: { ...events.where, deal: deals } }) : 0,
  ]);
  const all: Moment[] = [
    ...activities.map(({ member, ...a }): Moment => ({ ...a, by: member?.name ?? null })),
    ...stages.map(
      ({ stage, deal, at, reason }): Moment => ({
        kind: 'STAGE',
        at,
        reason,
        deal: deal.title,
        nameVi: stage.nameVi,
        nameEn: stage.nameEn,
      }),
    ),
  ];
  const moments = all.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-limit);
  return { moments, earlier: count + moves - moments.length };
}

function dealsOf(ctx: Ctx, kind: Kind, id: number): Prisma.DealWhereInput {
  const own = { deal: { id }, contact: { contactId: id }, company: { companyId: id }, lead: { leadId: id } }[
    kind
  ];
  return { ...own, ...visible(ctx.sight) };
}

/** What was logged on the record itself, and for a customer on their deals, leads and people too. */
function belongs(ctx: Ctx, kind: Kind, id: number): Prisma.ActivityWhereInput {
  if (kind === 'deal') return { dealId: id };
  if (kind === 'lead') return { leadId: id };
  const deals = { deal: dealsOf(ctx, kind, id) };
  if (kind === 'contact') return { OR: [{ contactId: id }, deals] };
  return {
    OR: [
      { companyId: id },
      { contact: { companyId: id } },
      { lead: { companyId: id, ...visible(ctx.sight) } },
      deals,
    ],
  };
}

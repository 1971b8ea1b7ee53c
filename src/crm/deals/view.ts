import type { Prisma } from '../../db/client.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Ctx } from '../context.ts';
import { visible } from '../visibility.ts';

const include = {
  company: { select: { id: true, name: true } },
  contact: { select: { id: true, name: true } },
  lead: { select: { id: true, name: true } },
  owner: { select: { id: true, name: true, identities: { select: { platform: true, userId: true } } } },
  product: { select: { id: true, name: true } },
} satisfies Prisma.DealInclude;

/** The stage events that stand at an instant, the latest first. */
export const standing = (now: Date) =>
  ({
    where: { at: { lte: now }, OR: [{ revokedAt: null }, { revokedAt: { gt: now } }] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  }) satisfies Prisma.Deal$eventsArgs;

/** A deal as it stood at `ctx.now`, or null when it is not there to be seen. One statement. */
export async function viewDeal(ctx: Ctx, id: number) {
  const deal = await ctx.db.deal.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(ctx.sight) },
    include: { ...include, events: { ...standing(ctx.now), take: 1, include: { stage: true } } },
  });
  if (!deal) return null;
  const { events, amount, ...rest } = deal;
  const event = events[0];
  // Every deal is opened with an event, which nothing takes away before the deal itself.
  if (!event) throw new Error(`deal ${id} has no stage event at ${ctx.now.toISOString()}`);
  const money: Money | null = amount && { amount: amount.toFixed(), currency: deal.currency };
  return {
    ...rest,
    amount: money,
    stage: event.stage,
    event: { id: event.id, at: event.at, reason: event.reason },
  };
}

export type DealView = NonNullable<Awaited<ReturnType<typeof viewDeal>>>;

import type { Card } from '../../src/chat/card.ts';
import type { PlatformName } from '../../src/chat/platform.ts';
import type { Ctx } from '../../src/crm/context.ts';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { every } from '../../src/crm/visibility.ts';
import type { Prisma, PrismaClient, Role } from '../../src/db/client.ts';
import { translator } from '../../src/i18n/index.ts';
import { createJobs } from '../../src/jobs/index.ts';
import { workCalendar } from '../../src/lib/dates/index.ts';
import { fold } from '../../src/lib/fold.ts';
import { silent } from '../delivery/fake.ts';

export const calendar = workCalendar('VN');
export const zone = 'Asia/Ho_Chi_Minh';

/** An instant by the clock of Hồ Chí Minh City: `at('2026-11-23 08:30')`. */
export const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);

/** The jobs of a bot on these platforms. */
export function jobsOn(db: PrismaClient, platforms: readonly PlatformName[] = ['slack'], log = silent) {
  const clock = { now: () => at('2026-11-23 08:30') };
  const courier = { poke: () => {} };
  return createJobs({ db, clock, zone, currency: 'VND', locale: 'vi', calendar, platforms, courier, log });
}

/** A company in which a test says what happens, and when. */
export async function company(prisma: PrismaClient) {
  await ensurePipeline(prisma);
  const stages = await prisma.stage.findMany();
  const stage = (name: string) => stages.find(({ nameEn }) => nameEn === name)?.id as number;
  const open = await prisma.pipeline.findFirstOrThrow();
  return {
    async member(
      name: string,
      more: Partial<Prisma.MemberUncheckedCreateInput> & { on?: Partial<Record<PlatformName, string>> } = {},
    ) {
      const { on = { slack: `U${fold(name).replaceAll(' ', '')}` }, ...rest } = more;
      const identities = Object.entries(on).map(([platform, userId]) => ({ platform, userId, name }));
      return prisma.member.create({
        data: { name, folded: fold(name), ...rest, identities: { create: identities } },
      });
    },
    async deal(
      title: string,
      more: { owner?: number; amount?: number; created: string; close?: string; stage?: string },
    ) {
      const { owner, amount, created, close } = more;
      return prisma.deal.create({
        data: {
          title,
          folded: fold(title),
          amount: amount ?? null,
          currency: 'VND',
          pipelineId: open.id,
          ownerId: owner ?? null,
          expectedCloseOn: close ? new Date(close) : null,
          createdAt: at(created),
          events: { create: { stageId: stage(more.stage ?? 'New lead'), at: at(created) } },
        },
      });
    },
    move: (deal: { id: number }, to: string, when: string) =>
      prisma.stageEvent.create({ data: { dealId: deal.id, stageId: stage(to), at: at(when) } }),
    call: (deal: { id: number }, when: string) =>
      prisma.activity.create({ data: { kind: 'CALL', text: 'Đã gọi', dealId: deal.id, at: at(when) } }),
    subscribe: (more: Partial<Prisma.SubscriptionUncheckedCreateInput> = {}) =>
      prisma.subscription.create({
        data: {
          digest: 'pipeline',
          platform: 'slack',
          channel: 'C1',
          minute: 8 * 60 + 30,
          timezone: zone,
          createdAt: at('2026-01-01 00:00'),
          ...more,
        },
      }),
  };
}

/** Somebody who types a command in a channel of Slack. */
export function someone(db: PrismaClient, now: string, more: Partial<Ctx> = {}): Ctx {
  return {
    db,
    t: translator('vi'),
    now: at(now),
    zone,
    currency: 'VND',
    access: 'manager' satisfies Lowercase<Role>,
    member: null,
    sight: every('all'),
    reach: every('all'),
    custom: [],
    platform: 'slack',
    userId: 'U1',
    channel: 'C1',
    private: false,
    eventKey: null,
    ...more,
  };
}

/** The messages that are owed, in the order in which they were decided. */
export async function owedMessages(prisma: PrismaClient) {
  const rows = await prisma.delivery.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ key, platform, destination, locale, card }) => ({
    key,
    platform,
    destination,
    locale,
    card: card as unknown as Card,
  }));
}

/** Every word of a card. */
export function words(card: Card): string {
  return JSON.stringify([card.title, card.blocks.filter((block) => block.kind !== 'actions')]);
}

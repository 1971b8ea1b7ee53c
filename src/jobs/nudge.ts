import { nudgeCard } from '../cards/digest/nudge.ts';
import type { PlatformName } from '../chat/platform.ts';
import { type Recipient, recipientsOf } from '../crm/people/recipients.ts';
import type { TaskView } from '../crm/tasks/view.ts';
import { sees } from '../crm/visibility.ts';
import type { Db } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { enqueue, type Owed } from '../delivery/index.ts';
import { isLocale, translator } from '../i18n/index.ts';
import { dayOf, type Zone } from '../lib/dates/index.ts';
import { type DueDeal, dueDeals } from './due.ts';
import { claimSlot, type Jobs } from './job.ts';
import { overdueTasks } from './overdue.ts';
import { dueSlot, type Slot } from './slots.ts';

/** Nine in the morning. */
const minute = 9 * 60;
/** Deals that one message names; further ones follow on the next working day. */
const most = 8;

interface Group {
  readonly recipient: Recipient;
  readonly due: DueDeal[];
  /** What they have promised and not done in time. */
  readonly tasks: readonly TaskView[];
}

/** Tells the owners of stale deals and of overdue tasks, zone by zone where it is time: one message for each owner and day. */
export async function decideNudges(jobs: Jobs, now: Date): Promise<void> {
  const morning = (zone: Zone) => dueSlot({ minute, days: 'WORKDAYS', zone }, now, jobs.calendar);
  const zones = [];
  for (const zone of await zonesOf(jobs)) {
    const slot = morning(zone);
    if (slot && !(await isClaimed(jobs.db, zone, slot))) zones.push({ zone, slot });
  }
  if (!zones.length) return;
  const due = await dueDeals(jobs, now, most);
  const owners = [...new Set(due.flatMap(({ ownerId }) => ownerId ?? []))];
  const byOwner = grouped(due, await recipientsOf(jobs.db, 'deal', owners, jobs.platforms));
  for (const { recipient, tasks } of await overdueTasks(jobs, now)) {
    const known = byOwner.get(recipient.memberId);
    byOwner.set(recipient.memberId, { recipient, due: known?.due ?? [], tasks });
  }
  const groups = [...byOwner.values()];
  for (const { zone, slot } of zones) {
    const messages = groups
      .filter(({ recipient }) => (recipient.zone ?? jobs.zone) === zone)
      .map((group) => message(jobs, group, slot, now));
    await transaction(jobs.db, async (tx) => {
      if (!(await claimSlot(tx, jobOf(zone), slot.at, now))) return;
      const keys = messages.map(({ owed }) => owed.key);
      const known = await tx.delivery.findMany({ where: { key: { in: keys } }, select: { key: true } });
      const fresh = messages.filter(({ owed }) => !known.some(({ key }) => key === owed.key));
      await enqueue(
        tx,
        fresh.map(({ owed }) => owed),
        now,
      );
      const told = fresh.flatMap(({ deals }) => deals);
      await tx.nudge.createMany({
        data: told.map(({ id, since, step }) => ({ dealId: id, since, step, toldAt: now })),
        skipDuplicates: true,
      });
    });
  }
}

const jobOf = (zone: Zone) => `nudge:${zone}`;

async function isClaimed(db: Db, zone: Zone, slot: Slot): Promise<boolean> {
  const where = { job_slot: { job: jobOf(zone), slot: slot.at.toISOString() } };
  return (await db.jobRun.findUnique({ where })) !== null;
}

async function zonesOf({ db, zone }: Jobs): Promise<Set<Zone>> {
  const members = await db.member.findMany({
    where: { active: true, timezone: { not: null } },
    distinct: ['timezone'],
    select: { timezone: true },
  });
  return new Set([zone, ...members.flatMap(({ timezone }) => timezone ?? [])]);
}

/** By who is told, in the order they came. */
function grouped(deals: readonly DueDeal[], recipients: Map<number, Recipient>): Map<number, Group> {
  const groups = new Map<number, Group>();
  for (const deal of deals) {
    const recipient = deal.ownerId === null ? undefined : recipients.get(deal.ownerId);
    if (!recipient) continue;
    const group = groups.get(recipient.memberId) ?? { recipient, due: [], tasks: [] };
    group.due.push(deal);
    groups.set(recipient.memberId, group);
  }
  return groups;
}

function message(
  { locale: ours, zone }: Jobs,
  { recipient, due, tasks }: Group,
  slot: Slot,
  now: Date,
): { owed: Owed; deals: readonly DueDeal[] } {
  const { memberId, platform, userId, sight } = recipient;
  const locale = recipient.locale && isLocale(recipient.locale) ? recipient.locale : ours;
  const deals = due
    .slice(0, most)
    .map((deal) => (sees(sight.company, deal.companyOwnerId) ? deal : { ...deal, company: null }));
  const more = inAll(due) - deals.length;
  const card = nudgeCard(translator(locale), { deals, more, tasks, today: dayOf(now, zone), memberId });
  const key = `nudge:${slot.day}:${memberId}`;
  return {
    owed: {
      key,
      platform: platform as PlatformName,
      destination: `user:${userId}`,
      card,
      locale,
      dueAt: now,
    },
    deals,
  };
}

/** Of all owners whose deals these are. */
function inAll(due: readonly DueDeal[]): number {
  return [...new Map(due.map((deal) => [deal.ownerId, deal.due])).values()].reduce((sum, n) => sum + n, 0);
}

import type { Logger } from 'pino';
import type { PlatformName } from '../chat/platform.ts';
import { every } from '../crm/visibility.ts';
import type { PrismaClient, Tx } from '../db/client.ts';
import { isLocale, type Locale } from '../i18n/index.ts';
import type { WorkCalendar, Zone } from '../lib/dates/index.ts';
import type { Asker } from '../metrics/measured.ts';

/** What jobs work with. */
export interface Jobs {
  readonly db: PrismaClient;
  /** Of the organisation; channels and members may have their own. */
  readonly zone: Zone;
  readonly currency: string;
  readonly locale: Locale;
  readonly calendar: WorkCalendar;
  /** The platforms that run: nothing is decided for others. */
  readonly platforms: readonly PlatformName[];
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Jobs see everything, as it stood at `now`. */
export function asker({ db, zone, currency }: Jobs, now: Date): Asker {
  return { db, zone, currency, now, sight: every('all') };
}

/** Whether the slot is ours: true for one process only, and for none once it was committed. */
export async function claimSlot(tx: Tx, job: string, slot: Date, now: Date): Promise<boolean> {
  const run = { job, slot: slot.toISOString(), claimedAt: now };
  const { count } = await tx.jobRun.createMany({ data: [run], skipDuplicates: true });
  return count > 0;
}

/** The language that is spoken in a channel. */
export async function localeOf(
  { db, locale }: Jobs,
  { platform, channel }: { platform: string; channel: string },
): Promise<Locale> {
  const found = await db.channel.findUnique({ where: { platform_channel: { platform, channel } } });
  return found?.locale && isLocale(found.locale) ? found.locale : locale;
}

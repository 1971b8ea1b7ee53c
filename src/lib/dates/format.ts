import type { Day, Zone } from './calendar.ts';
import { clockOf } from './instants.ts';

type Locale = 'vi' | 'en';

const DAYS: Record<Locale, Intl.DateTimeFormat> = {
  vi: new Intl.DateTimeFormat('vi', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** 22/11/2026 or 22 Nov 2026; `readDay` reads it back. */
export function formatDay(day: Day, locale: Locale): string {
  return DAYS[locale].format(new Date(`${day}T00:00:00Z`));
}

/** 22/11/2026 14:30 or 22 Nov 2026, 14:30, by the clock of `zone`; `readMoment` reads it back. Or a part of it. */
export function formatMoment(
  instant: Date,
  zone: Zone,
  locale: Locale,
  part: 'day' | 'time' | 'both' = 'both',
): string {
  const { day: date, time } = clockOf(instant, zone);
  const day = formatDay(date, locale);
  if (part !== 'both') return part === 'day' ? day : time;
  return `${day}${locale === 'vi' ? '' : ','} ${time}`;
}

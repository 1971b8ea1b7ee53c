import type { Locale } from '../../../i18n/index.ts';

/** 22/11/2026 and 22 Nov 2026, 24 hours a day: as the bot writes days and times itself. */
const tags = { vi: 'vi', en: 'en-GB' } as const;
const days = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
} as const;

/** Puts an instant into words, by the clock of `timeZone`. */
export function dates(locale: Locale, timeZone: string) {
  const format = (style: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(tags[locale], { timeZone, ...style });
    return (at: string | number) => made.format(new Date(at));
  };
  return {
    day: format(days[locale]),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    weekday: format({ dateStyle: 'full' }),
  };
}

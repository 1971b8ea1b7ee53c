import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';

/** What this browser remembers. */
export interface Settings {
  readonly person?: string;
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark';
}

const name = 'chot.playground';

function stored(): Settings {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Settings;
  } catch {
    return {};
  }
}

/** The settings and how to change some of them. Where nothing can be stored they last as long as the page. */
export function useSettings(): [Settings, (change: Settings) => void] {
  const [settings, set] = useState(stored);
  useEffect(() => {
    try {
      localStorage.setItem(name, JSON.stringify(settings));
    } catch {}
    if (settings.theme) document.documentElement.dataset.theme = settings.theme;
  }, [settings]);
  return [settings, (change) => set((now) => ({ ...now, ...change }))];
}

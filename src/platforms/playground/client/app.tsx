import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import type { Start } from '../protocol.ts';
import { Chat } from './chat.tsx';
import { speak, start } from './net.ts';
import { Page } from './page.ts';
import { useSettings } from './settings.ts';

/** The page: who is here and in which language; everything else stands in `Chat`. */
export function App() {
  const [settings, change] = useSettings();
  const [page, setPage] = useState<Start>();
  const { person, locale } = settings;

  const asked = useRef(0);
  const load = useCallback(async () => {
    const turn = ++asked.current;
    try {
      const loaded = await start(person, locale);
      // The browser remembers a language that the bot may not know of: its data may be new.
      if (locale && asked.current === 1) await speak(loaded.me.id, locale).catch(() => {});
      if (turn === asked.current) setPage(loaded);
    } catch {
      // The bot is not there (yet): the page comes up when it is.
      setTimeout(() => turn === asked.current && load(), 1500);
    }
  }, [person, locale]);

  useEffect(() => {
    void load();
  }, [load]);
  useEffect(() => {
    if (page) document.documentElement.lang = page.locale;
  }, [page]);

  /** The bot speaks the visitor's language, whoever they are. */
  async function inLanguage(chosen: Locale, who: string) {
    await speak(who, chosen).catch(() => {});
    change({ person: who, locale: chosen });
  }

  if (!page) return <p class="loading">…</p>;
  return (
    <Page.Provider value={page}>
      <Chat
        key={page.me.id}
        settings={settings}
        change={change}
        refresh={load}
        play={(who) => (locale ? inLanguage(locale, who) : change({ person: who }))}
        speak={(chosen) => inLanguage(chosen, page.me.id)}
      />
    </Page.Provider>
  );
}

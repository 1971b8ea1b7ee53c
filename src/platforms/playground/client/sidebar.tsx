import type { Locale } from '../../../i18n/index.ts';
import type { Channel } from '../protocol.ts';
import { Icon } from './icons.tsx';
import { usePage, useSay } from './page.ts';
import { People } from './people.tsx';

interface SidebarProps {
  readonly current: string;
  readonly unread: Readonly<Record<string, number>>;
  readonly isDark: boolean;
  enter(channel: string): void;
  play(person: string): void;
  speak(locale: Locale): void;
  setDark(dark: boolean): void;
  /** Only a phone's drawer closes. */
  close(): void;
}

const languages: readonly { locale: Locale; name: string }[] = [
  { locale: 'vi', name: 'Tiếng Việt' },
  { locale: 'en', name: 'English' },
];

/** Channels, who the visitor is, language and theme. */
export function Sidebar({ current, unread, isDark, enter, play, speak, setDark, close }: SidebarProps) {
  const { channels, locale } = usePage();
  const say = useSay();
  const rooms = (isDirect: boolean, title: string) => (
    <section class="rooms">
      <h2>{title}</h2>
      <ul>
        {channels
          .filter(({ direct }) => direct === isDirect)
          .map((channel) => (
            <li key={channel.id}>
              <Room
                channel={channel}
                isCurrent={channel.id === current}
                unread={unread[channel.id] ?? 0}
                enter={() => enter(channel.id)}
              />
            </li>
          ))}
      </ul>
    </section>
  );
  return (
    // Escape leaves the drawer from anything in it
    <nav
      id="sidebar"
      class="sidebar"
      aria-label={say('playground.menu')}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div class="brand">
        <img src="/playground/icon.svg" alt="" width="32" height="32" />
        Chốt
      </div>
      <div class="room-lists">
        {rooms(false, say('playground.channels'))}
        {rooms(true, say('playground.directs'))}
      </div>
      <div class="settings">
        <fieldset class="switch">
          <legend class="unseen">{say('playground.language')}</legend>
          {languages.map(({ locale: one, name }) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === locale}
              onClick={() => speak(one)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="icon-button"
          aria-label={say(isDark ? 'playground.theme.light' : 'playground.theme.dark')}
          onClick={() => setDark(!isDark)}
        >
          <Icon name={isDark ? 'sun' : 'moon'} />
        </button>
      </div>
      <People play={play} />
    </nav>
  );
}

interface RoomProps {
  readonly channel: Channel;
  readonly isCurrent: boolean;
  readonly unread: number;
  enter(): void;
}

function Room({ channel, isCurrent, unread, enter }: RoomProps) {
  const say = useSay();
  return (
    <button type="button" class="room" aria-current={isCurrent ? 'page' : undefined} onClick={enter}>
      {channel.direct ? (
        <img src="/playground/icon.svg" alt="" width="20" height="20" />
      ) : (
        <span class="hash" aria-hidden="true">
          #
        </span>
      )}
      <span class="room-name">{channel.name.replace(/^#/, '')}</span>
      {unread > 0 && (
        <span class="count">
          <span aria-hidden="true">{unread}</span>
          <span class="unseen">{say('playground.unread', { count: unread })}</span>
        </span>
      )}
    </button>
  );
}

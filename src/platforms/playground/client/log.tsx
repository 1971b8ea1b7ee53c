import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../../chat/card.ts';
import type { Channel, Message } from '../protocol.ts';
import { dates } from './dates.ts';
import { Icon } from './icons.tsx';
import { MessageView } from './message.tsx';
import { usePage, useSay } from './page.ts';
import { Welcome } from './welcome.tsx';

interface LogProps {
  readonly channel: Channel;
  readonly messages: readonly Message[];
  readonly working: boolean;
  press(action: Action, message: Message): Promise<void>;
  reply(message: Message): void;
  type(line: string): void;
}

/** A conversation. It follows what is new, unless the reader has scrolled up. */
export function Log({ channel, messages, working, press, reply, type }: LogProps) {
  const say = useSay();
  const { me } = usePage();
  const day = useDays();
  const box = useRef<HTMLElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [behind, setBehind] = useState(false);

  /** The last message in sight: its end, or its beginning where it is taller than the room there is. */
  function toEnd() {
    const { clientHeight = 0, scrollHeight = 0 } = box.current ?? {};
    const shown = inner.current?.querySelector<HTMLElement>('[role=log] > .message:last-child');
    const isTall = shown && shown.offsetHeight > clientHeight;
    box.current?.scrollTo({ top: isTall ? shown.offsetTop : scrollHeight });
  }
  function scrolled() {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = box.current ?? {};
    following.current = scrollHeight - scrollTop - clientHeight < 48;
    if (following.current) setBehind(false);
  }

  // Another conversation begins at its end.
  useLayoutEffect(() => {
    following.current = true;
    setBehind(false);
    toEnd();
    // Cards grow when they are opened, the window shrinks when a phone's keyboard comes: the end stays in sight.
    const watcher = new ResizeObserver(() => following.current && toEnd());
    if (box.current) watcher.observe(box.current);
    if (inner.current) watcher.observe(inner.current);
    return () => watcher.disconnect();
  }, [channel.id]);

  const last = messages.at(-1);
  // What matters is that a message has come.
  useLayoutEffect(() => {
    if (last?.by?.id === me.id) following.current = true;
    if (following.current) toEnd();
    else setBehind(true);
  }, [last?.id]);

  return (
    <div class="log-frame">
      <section
        class="log"
        ref={box}
        onScroll={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={say('playground.messages', { channel: channel.name })}
      >
        <div class="log-inner" ref={inner}>
          <Welcome channel={channel} isEmpty={messages.length === 0} type={type} />
          <div role="log" aria-live="polite">
            {messages.map((message, i) => (
              <Fragment key={message.id}>
                {day(message.at) !== (i > 0 && day((messages[i - 1] as Message).at)) && (
                  <div class="day">{day(message.at)}</div>
                )}
                <MessageView
                  message={message}
                  above={messages.find(({ id }) => id === message.to)}
                  press={press}
                  reply={reply}
                />
              </Fragment>
            ))}
          </div>
          <div class="working" role="status">
            {working && say('playground.working')}
          </div>
        </div>
      </section>
      {behind && (
        <button
          type="button"
          class="button primary newer"
          onClick={() => {
            following.current = true;
            toEnd();
          }}
        >
          <Icon name="down" />
          {say('playground.newer')}
        </button>
      )}
    </div>
  );
}

/** Puts a message's day into words, in the organisation's zone. */
function useDays(): (at: string) => string {
  const { locale, zone } = usePage();
  const say = useSay();
  const { weekday } = dates(locale, zone);
  const today = weekday(Date.now());
  const yesterday = weekday(Date.now() - 24 * 60 * 60 * 1000);
  return (at) => {
    const day = weekday(at);
    if (day === today) return say('playground.today');
    return day === yesterday ? say('playground.yesterday') : day;
  };
}

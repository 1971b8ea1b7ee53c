import { useEffect, useState } from 'preact/hooks';
import type { Action } from '../../../chat/card.ts';
import type { Form } from '../../../chat/form.ts';
import type { Locale } from '../../../i18n/index.ts';
import type { Act, Channel, Message } from '../protocol.ts';
import { Composer } from './composer.tsx';
import { FormView } from './form.tsx';
import { Icon } from './icons.tsx';
import { Log } from './log.tsx';
import { act, drop, newKey } from './net.ts';
import { usePage, useSay } from './page.ts';
import { useRooms } from './room.ts';
import type { Settings } from './settings.ts';
import { Sidebar } from './sidebar.tsx';

interface ChatProps {
  readonly settings: Settings;
  change(change: Settings): void;
  /** Roles may have changed. */
  refresh(): void;
  play(person: string): void;
  speak(locale: Locale): void;
}

type Asking = {
  readonly key: string;
  readonly form: Form;
  readonly channel: string;
  readonly replace?: string;
};
type Performed = {
  readonly errors?: Readonly<Record<string, string>>;
  readonly lost?: true;
  readonly asked?: true;
};

/** One person's chat: channels beside, the conversation, the line, and the form that is open. */
export function Chat({ settings, change, refresh, play, speak }: ChatProps) {
  const { me, channels } = usePage();
  const say = useSay();
  const [current, setCurrent] = useState((channels[0] as Channel).id);
  const [menu, setMenu] = useState(false);
  const [asking, ask] = useState<Asking>();
  const [working, setWorking] = useState<readonly string[]>([]);
  const [lost, lose] = useState<{ readonly asked: Act; readonly file?: File }>();
  const [said, setSaid] = useState<readonly string[]>([]);
  const [above, reply] = useState<Message>();
  const { messages, unread, connected, ready } = useRooms(me.id, current);
  const channel = channels.find(({ id }) => id === current) ?? (channels[0] as Channel);
  const isDark = settings.theme
    ? settings.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

  // The drawer of a phone takes the focus when it opens, and gives it back.
  useEffect(() => {
    if (menu) document.querySelector<HTMLElement>('#sidebar [aria-current]')?.focus();
  }, [menu]);
  function leaveMenu() {
    setMenu(false);
    document.querySelector<HTMLElement>('.menu-button')?.focus();
  }

  const waiting = Object.values(unread).reduce((sum, count) => sum + count, 0);
  useEffect(() => {
    document.title = `${waiting ? `(${waiting}) ` : ''}Chốt · ${channel.name}`;
  }, [waiting, channel.name]);

  /** Does one thing, or hands over a file; opens a form where one is asked for. */
  async function perform(asked: Act, file?: File): Promise<Performed> {
    lose(undefined);
    setWorking((now) => [...now, asked.channel]);
    try {
      const done = await (file ? drop(asked, file) : act(asked));
      if (done.kind === 'ask') {
        const { channel, replace } = asked;
        ask({ key: asked.key, form: done.form, channel, ...(replace && { replace }) });
        return { asked: true };
      }
      return done.kind === 'errors' ? { errors: done.errors } : {};
    } catch {
      if (!asked.form) lose({ asked, ...(file && { file }) });
      return { lost: true };
    } finally {
      setWorking((now) => now.toSpliced(now.indexOf(asked.channel), 1));
      refresh();
    }
  }
  const by = { person: me.id, channel: channel.id };
  function type(line: string) {
    setSaid((now) => [...now.filter((one) => one !== line), line]);
    reply(undefined);
    void perform({ ...by, key: newKey(), said: { line }, ...(above && { to: above.id }) });
  }
  function attach(file: File) {
    void perform({ ...by, key: newKey(), said: { command: 'import.file', wire: {} } }, file);
  }
  function dropped(event: DragEvent) {
    // Elsewhere too the browser is not to open it in the page's place.
    event.preventDefault();
    if (channel.direct && event.type === 'drop')
      for (const file of event.dataTransfer?.files ?? []) attach(file);
  }
  async function press({ command, wire, replace }: Action, message: Message) {
    const said = { command, wire };
    await perform({
      ...by,
      key: newKey(),
      said,
      channel: message.channel,
      ...(replace && { replace: message.id }),
    });
  }

  return (
    <div class={menu ? 'chat menu-open' : 'chat'}>
      <Sidebar
        current={channel.id}
        unread={unread}
        isDark={isDark}
        enter={(id) => {
          setCurrent(id);
          reply(undefined);
          setMenu(false);
        }}
        play={play}
        speak={speak}
        close={leaveMenu}
        setDark={(dark) => change({ theme: dark ? 'dark' : 'light' })}
      />
      <button
        type="button"
        class="veil"
        tabIndex={-1}
        aria-label={say('playground.close')}
        onClick={leaveMenu}
      />
      <main class="conversation" onDragOver={dropped} onDrop={dropped}>
        <header class="top">
          <button
            type="button"
            class="icon-button menu-button"
            aria-label={say('playground.menu')}
            aria-expanded={menu}
            aria-controls="sidebar"
            onClick={() => setMenu(!menu)}
          >
            <Icon name="menu" />
            {waiting > 0 && <span class="dot" />}
          </button>
          <div class="top-words">
            <h1>{channel.name}</h1>
            <p>{channel.about}</p>
          </div>
        </header>
        {!connected && (
          <p class="banner" role="alert">
            {say('playground.offline')}
          </p>
        )}
        {lost && (
          <p class="banner" role="alert">
            {say('playground.failed')}{' '}
            <button type="button" class="link" onClick={() => perform(lost.asked, lost.file)}>
              {say('playground.again')}
            </button>
          </p>
        )}
        {ready ? (
          <Log
            channel={channel}
            messages={messages.filter((message) => message.channel === channel.id)}
            working={working.includes(channel.id)}
            press={press}
            reply={reply}
            type={type}
          />
        ) : (
          <p class="loading">{say('playground.loading')}</p>
        )}
        <Composer
          channel={channel}
          said={said}
          above={above}
          leave={() => reply(undefined)}
          send={type}
          attach={attach}
        />
      </main>
      {asking && (
        <FormView
          key={asking.key}
          form={asking.form}
          channel={asking.channel}
          close={() => ask(undefined)}
          submit={(wire, key) => {
            const { form, channel, replace } = asking;
            const where = { ...by, channel, ...(replace && { replace }) };
            return perform({ ...where, key, said: { command: form.command, wire }, form: true });
          }}
        />
      )}
    </div>
  );
}

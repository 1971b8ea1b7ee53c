import { useEffect, useRef, useState } from 'preact/hooks';
import type { Someone } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { usePage, useSay } from './page.ts';

/** Who the visitor is, and a menu to be somebody else. */
export function People({ play }: { play(person: string): void }) {
  const { me, people } = usePage();
  const isFirst = (one: Someone) => people.find(({ role }) => role === one.role) === one;
  // One of each role first: those are whom a visitor looks for.
  const ordered = [...people.filter(isFirst), ...people.filter((one) => !isFirst(one))];
  const say = useSay();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
    const away = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  function pressed(event: KeyboardEvent) {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape') {
      setOpen(false);
      box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
    } else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it passes the keys of the menu inside on
    <div class="people" ref={box} onKeyDown={pressed}>
      {open && (
        <div class="popup" role="menu" aria-label={say('playground.people')}>
          <p class="menu-title">{say('playground.people')}</p>
          {ordered.map(({ id, name, role }) => (
            <button
              key={id}
              type="button"
              role="menuitemradio"
              class="person"
              tabIndex={-1}
              aria-checked={id === me.id}
              onClick={() => {
                setOpen(false);
                play(id);
                box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
              }}
            >
              <Avatar name={name} />
              <span class="who">
                <bdi class="name">{name}</bdi>
                <span class="role">{role}</span>
              </span>
              {id === me.id && <Icon name="check" />}
            </button>
          ))}
        </div>
      )}
      <button
        type="button"
        class="person me"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={say('playground.you', { name: me.name, role: me.role })}
        onClick={() => setOpen(!open)}
      >
        <Avatar name={me.name} />
        <span class="who">
          <bdi class="name">{me.name}</bdi>
          <span class="role">{me.role}</span>
        </span>
        <Icon name="up" />
      </button>
    </div>
  );
}

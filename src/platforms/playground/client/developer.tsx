import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Message } from '../protocol.ts';
import { Icon } from './icons.tsx';
import { cardJson } from './net.ts';
import { usePage, useSay } from './page.ts';

const named = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** A card as data, and as each platform would send it; behind what else can be done with it. */
export function Developer({ message, children }: { message: Message; children: ComponentChildren }) {
  const { me, previews } = usePage();
  const say = useSay();
  const [forms, setForms] = useState<Record<string, unknown>>();
  const [shown, show] = useState('card');
  const [copied, setCopied] = useState(false);
  const json = JSON.stringify(forms?.[shown], null, 2) ?? '';
  const id = `json-${message.id}`;

  async function toggle() {
    setForms(forms ? undefined : await cardJson(message.id, me.id).catch(() => ({})));
  }
  async function copy() {
    await navigator.clipboard.writeText(json);
    setCopied(true);
  }

  return (
    <div class="developer">
      {children}
      <button type="button" class="quiet" aria-expanded={!!forms} aria-controls={id} onClick={toggle}>
        <Icon name="code" />
        {say('playground.developer')}
      </button>
      {forms && (
        <section id={id} class="json" aria-label={say('playground.developer.about')}>
          <div class="tabs">
            {['card', ...previews].map((name) => (
              <button
                key={name}
                type="button"
                class="tab"
                aria-pressed={name === shown}
                onClick={() => {
                  show(name);
                  setCopied(false);
                }}
              >
                {named(name)}
              </button>
            ))}
            <button type="button" class="tab copy" onClick={copy}>
              {say(copied ? 'playground.copied' : 'playground.copy')}
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{json}</pre>
        </section>
      )}
    </div>
  );
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Channel, Message } from '../protocol.ts';
import { Attach } from './attach.tsx';
import { Icon } from './icons.tsx';
import { Inline } from './inline.tsx';
import { useSay } from './page.ts';
import { type Suggestion, useSuggestions } from './suggestions.ts';
import { Usage } from './usage.tsx';

interface ComposerProps {
  readonly channel: Channel;
  /** Lines said before, oldest first. */
  readonly said: readonly string[];
  /** The card that the line will be a reply to, until it is sent or left. */
  readonly above: Message | undefined;
  leave(): void;
  send(line: string): void;
  /** Hands the bot a file, where nobody else reads. */
  attach(file: File): void;
}

const optionId = (index: number) => `suggestion-${index}`;

/** Where a line is typed: suggestions above it, earlier lines behind the arrow up. */
export function Composer({ channel, said, above, leave, send, attach }: ComposerProps) {
  const say = useSay();
  const [line, setLine] = useState('');
  /** How many lines back; 0 is the one being typed. */
  const [back, setBack] = useState(0);
  /** The id of a suggestion. */
  const [chosen, choose] = useState('');
  const [closedAt, closeAt] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const { completion, list, isEager } = useSuggestions(line, channel.id);
  const open = back === 0 && line !== closedAt && list.length > 0;
  const found = list.findIndex(({ id }) => id === chosen);
  const active = !open ? -1 : found < 0 && isEager ? 0 : found;

  // The box grows with the line.
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [line]);
  useEffect(() => {
    if (above) box.current?.focus();
  }, [above]);
  // What is chosen by arrow stays in sight.
  useLayoutEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function type(text: string) {
    setLine(text);
    setBack(0);
    choose('');
  }
  function take(suggestion: Suggestion) {
    type(suggestion.line);
    if (suggestion.id.startsWith('value-')) closeAt(suggestion.line);
    box.current?.focus();
  }
  function sendLine() {
    if (!line.trim()) return;
    send(line.trim());
    type('');
  }
  function recall(step: 1 | -1) {
    const next = Math.max(0, Math.min(said.length, back + step));
    setBack(next);
    setLine(next === 0 ? '' : (said[said.length - next] ?? ''));
  }

  function pressed(event: KeyboardEvent) {
    if (event.isComposing) return;
    const { key } = event;
    const suggestion = list[active];
    const isRecalling = line === '' || back > 0;
    if (key === 'Enter' && !event.shiftKey) {
      if (suggestion) take(suggestion);
      else sendLine();
    } else if (key === 'Tab' && !event.shiftKey && open) take(list[Math.max(active, 0)] as Suggestion);
    else if (key === 'Escape' && open) closeAt(line);
    else if (key === 'Escape' && above) leave();
    else if (key === 'ArrowDown' && open) choose(list[(active + 1) % list.length]?.id ?? '');
    else if (key === 'ArrowUp' && open) choose(list.at(active <= 0 ? -1 : active - 1)?.id ?? '');
    else if (key === 'ArrowUp' && isRecalling && said.length) recall(1);
    else if (key === 'ArrowDown' && back > 0) recall(-1);
    else return;
    event.preventDefault();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        sendLine();
        box.current?.focus();
      }}
    >
      {(open || (completion.command && back === 0)) && (
        <div class="popup">
          <Usage completion={completion} />
          {open && (
            <div role="listbox" id="suggestions" class="options" aria-label={say('playground.suggestions')}>
              {list.map((suggestion, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the line
                // biome-ignore lint/a11y/useFocusableInteractive: the line keeps the focus and names its active option
                <div
                  key={suggestion.id}
                  id={optionId(i)}
                  role="option"
                  class="option"
                  aria-selected={i === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(suggestion)}
                >
                  <span class="option-label">{suggestion.label}</span>
                  <span class="option-detail">{suggestion.detail}</span>
                </div>
              ))}
            </div>
          )}
          {open && <p class="popup-keys">{say('playground.suggestions.keys')}</p>}
        </div>
      )}
      {above?.card && (
        <div class="above">
          <Icon name="reply" />
          <span>
            <span class="unseen">{say('playground.reply')}: </span>
            <Inline text={above.card.title} />
          </span>
          <button type="button" class="quiet" aria-label={say('playground.reply.leave')} onClick={leave}>
            <Icon name="cross" />
          </button>
        </div>
      )}
      <div class="line-box">
        {channel.direct && <Attach attach={attach} />}
        <textarea
          ref={box}
          rows={1}
          value={line}
          maxLength={4000}
          placeholder={say('playground.placeholder', { channel: channel.name })}
          aria-label={say('playground.placeholder', { channel: channel.name })}
          aria-haspopup="listbox"
          aria-controls="suggestions"
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="send"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={pressed}
        />
        <button type="submit" class="send" aria-label={say('playground.send')} disabled={!line.trim()}>
          <Icon name="send" />
        </button>
      </div>
      <p class="keys">{say('playground.keys')}</p>
    </form>
  );
}

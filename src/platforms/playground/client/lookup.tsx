import { useEffect, useRef, useState } from 'preact/hooks';
import type { Option } from '../../../chat/field.ts';
import { aria, type ControlProps } from './aria.ts';
import { labelled } from './net.ts';
import { usePage, useSay } from './page.ts';
import { useLookup } from './suggestions.ts';

/** Finds a record while its name is being typed. What is sent is the record's value, or the text as it stands. */
export function LookupControl(props: ControlProps) {
  const say = useSay();
  const { id, field, command, channel, value, change } = props;
  const { me } = usePage();
  const [text, setText] = useState(value);
  const touched = useRef(false);
  // What is looked for: all of the best, until something is typed.
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  // By value, so that a list which comes late does not put another record under the finger.
  const [chosen, choose] = useState('');
  const { options, isCurrent } = useLookup(channel, command, open ? field.name : undefined, query);
  const active = options.findIndex((option) => option.value === chosen);
  const listId = `${id}-list`;
  const shown = open && (options.length > 0 || (isCurrent && query !== ''));

  function take(option: Option) {
    change(option.value);
    setText(option.label);
    setQuery('');
    setOpen(false);
    choose('');
  }
  function type(typed: string) {
    touched.current = true;
    setText(typed);
    setQuery(typed);
    change(typed);
    setOpen(true);
    choose('');
  }

  // A form may begin with a record's value: its label says more to people.
  useEffect(() => {
    if (!value) return;
    const asked = { person: me.id, channel, command, field: field.name, wire: {} };
    void labelled(asked, value).then((known) => {
      if (known && !touched.current) take(known);
    });
  }, []);

  function pressed(event: KeyboardEvent) {
    const option = options[active];
    if (event.key === 'ArrowDown') {
      setOpen(true);
      choose(options[Math.min(options.length - 1, active + 1)]?.value ?? '');
    } else if (event.key === 'ArrowUp' && shown) choose(options[Math.max(0, active - 1)]?.value ?? '');
    else if (event.key === 'Enter' && shown && option) take(option);
    else if (event.key === 'Tab' && shown && option) return take(option);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="lookup">
      <input
        {...aria(props)}
        type="text"
        role="combobox"
        value={text}
        autocomplete="off"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={pressed}
      />
      {shown && (
        <div class="popup down">
          <div role="listbox" id={listId} class="options" aria-labelledby={`${id}-label`}>
            {options.map((option, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled where the focus is, in the input
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names its active option
              <div
                key={option.value}
                id={`${listId}-${i}`}
                role="option"
                class="option"
                aria-selected={i === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
              >
                {option.label}
              </div>
            ))}
          </div>
          {options.length === 0 && <p class="nothing">{say('playground.nothing', { text: query })}</p>}
        </div>
      )}
    </div>
  );
}

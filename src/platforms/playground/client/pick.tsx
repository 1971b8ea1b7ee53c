import { useRef } from 'preact/hooks';
import { aria, type ControlProps } from './aria.ts';
import { Icon } from './icons.tsx';
import { useSay } from './page.ts';

/** A day or a time the way people write it, or picked from the browser's calendar. */
export function PickControl({ type, ...props }: ControlProps & { type: 'date' | 'datetime-local' | 'time' }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="pick">
      <input
        {...aria(props)}
        type="text"
        value={props.value}
        autocomplete="off"
        onInput={(event) => props.change(event.currentTarget.value)}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={say('playground.pick', { label: props.field.label })}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name={type === 'time' ? 'clock' : 'calendar'} />
      </button>
      <input
        ref={picker}
        class="picker"
        type={type}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => props.change(event.currentTarget.value.replace('T', ' '))}
      />
    </div>
  );
}

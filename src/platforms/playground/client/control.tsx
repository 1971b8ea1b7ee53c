import { aria, type ControlProps } from './aria.ts';
import { ChoiceControl } from './choice.tsx';
import { LookupControl } from './lookup.tsx';
import { useSay } from './page.ts';
import { PickControl } from './pick.tsx';

/** The control for a field's kind; a new kind does not compile until it has one. */
export function ControlView(props: ControlProps) {
  const say = useSay();
  const { control } = props.field;
  switch (control.kind) {
    case 'text':
      return control.multiline ? <Area {...props} /> : <Line {...props} max={control.max} />;
    case 'email':
      return <Line {...props} mode="email" />;
    case 'phone':
      return <Line {...props} mode="tel" />;
    case 'number':
      return <Line {...props} mode="numeric" />;
    case 'money':
      return <Line {...props} />;
    case 'day':
      return <PickControl {...props} type="date" />;
    case 'moment':
      return <PickControl {...props} type="datetime-local" />;
    case 'time':
      return <PickControl {...props} type="time" />;
    case 'period':
      return <Quick {...props} words={say('playground.periods')} />;
    case 'duration':
      return <Quick {...props} words={say('playground.durations')} />;
    case 'choice':
      return <ChoiceControl {...props} options={control.options} />;
    case 'lookup':
      return <LookupControl {...props} />;
  }
}

interface LineProps extends ControlProps {
  readonly mode?: 'email' | 'tel' | 'numeric';
  /** Characters. */
  readonly max?: number;
}

function Line({ mode, max, ...props }: LineProps) {
  return (
    <input
      {...aria(props)}
      type="text"
      {...(mode && { inputMode: mode })}
      {...(max && { maxLength: max })}
      value={props.value}
      autocomplete="off"
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  );
}

function Area(props: ControlProps) {
  return (
    <textarea
      {...aria(props)}
      rows={3}
      value={props.value}
      onInput={(event) => props.change(event.currentTarget.value)}
    />
  );
}

/** A line with the usual answers below it. */
function Quick({ words, ...props }: ControlProps & { words: string }) {
  return (
    <>
      <Line {...props} />
      <div class="quick">
        {words.split(', ').map((word) => (
          <button
            key={word}
            type="button"
            class="chip"
            aria-pressed={props.value === word}
            onClick={() => props.change(word)}
          >
            {word}
          </button>
        ))}
      </div>
    </>
  );
}

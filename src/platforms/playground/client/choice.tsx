import { fold } from '../../../lib/fold.ts';
import { aria, type ControlProps } from './aria.ts';
import { Icon } from './icons.tsx';
import { useSay } from './page.ts';

interface ChoiceProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A few fixed values. What was typed on a line may be a label. */
export function ChoiceControl({ options, ...props }: ChoiceProps) {
  const say = useSay();
  const typed = fold(props.value);
  const chosen = options.find(({ value, label }) => fold(value) === typed || fold(label) === typed);
  return (
    <div class="choice">
      <select
        {...aria(props)}
        value={chosen?.value ?? ''}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        <option value="" disabled={props.field.required}>
          {say(props.field.required ? 'form.choose' : 'playground.none')}
        </option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </div>
  );
}

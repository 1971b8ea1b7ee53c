import type { FormField } from '../../../chat/form.ts';
import { ControlView } from './control.tsx';
import { useSay } from './page.ts';

export interface FieldProps {
  readonly field: FormField;
  readonly command: string;
  readonly channel: string;
  readonly value: string;
  readonly error: string | undefined;
  change(value: string): void;
}

/** A question: its label, the control for its kind, a hint, and what is wrong with the answer. */
export function FieldView(props: FieldProps) {
  const say = useSay();
  const { field, error } = props;
  const id = `field-${field.name}`;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id} id={`${id}-label`}>
        {field.label}
        {field.required && <span class="required"> · {say('playground.required')}</span>}
      </label>
      <ControlView {...props} id={id} />
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      <p class="error" id={`${id}-error`} aria-live="polite">
        {error}
      </p>
    </div>
  );
}

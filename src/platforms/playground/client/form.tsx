import { useEffect, useRef, useState } from 'preact/hooks';
import type { Form } from '../../../chat/form.ts';
import type { Wire } from '../../../chat/wire.ts';
import { FieldView } from './field.tsx';
import { Icon } from './icons.tsx';
import { newKey } from './net.ts';
import { useSay } from './page.ts';

type Errors = Readonly<Record<string, string>>;

interface FormProps {
  readonly form: Form;
  readonly channel: string;
  /**
   * Sends the answers: what is wrong with them, by field; `lost` when nobody knows whether they arrived, `asked` when
   * another form has taken the place of this one.
   */
  submit(
    wire: Wire,
    key: string,
  ): Promise<{ readonly errors?: Errors; readonly lost?: true; readonly asked?: true }>;
  close(): void;
}

/** A command's questions in a dialog, which stays open until the answers are right. */
export function FormView({ form, channel, submit, close }: FormProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const busy = useRef(false);
  const key = useRef(newKey());
  const [values, setValues] = useState<Wire>(() =>
    Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? ''])),
  );
  const [errors, setErrors] = useState<Errors>(() =>
    Object.fromEntries(form.fields.flatMap(({ name, error }) => (error ? [[name, error]] : []))),
  );

  useEffect(() => {
    dialog.current?.showModal();
    focusFirst(dialog.current);
  }, []);
  useEffect(() => {
    if (Object.keys(errors).length) focusFirst(dialog.current);
  }, [errors]);

  async function save(event: Event) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    try {
      const { errors, lost, asked } = await submit({ ...form.carried, ...values }, key.current);
      if (lost) return setErrors({ '': say('playground.failed') });
      if (asked) return;
      key.current = newKey();
      if (errors) setErrors(errors);
      // Closed before it is removed, so that the focus goes back to where it came from.
      else dialog.current?.close();
    } finally {
      busy.current = false;
    }
  }

  const elsewhere = Object.entries(errors).filter(
    ([name]) => !form.fields.some((field) => field.name === name),
  );
  return (
    <dialog
      ref={dialog}
      class="form"
      aria-labelledby="form-title"
      aria-describedby="form-about"
      onClose={close}
    >
      <form noValidate onSubmit={save}>
        <header>
          <h2 id="form-title">{form.title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={say('playground.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="cross" />
          </button>
        </header>
        <div class="fields">
          <p id="form-about" class="about">
            {form.about}
          </p>
          {elsewhere.map(([name, error]) => (
            <p key={name} class="error" role="alert">
              {error}
            </p>
          ))}
          {form.fields.map((field) => (
            <FieldView
              key={field.name}
              field={field}
              command={form.command}
              channel={channel}
              value={values[field.name] ?? ''}
              error={errors[field.name]}
              change={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
            />
          ))}
        </div>
        <footer>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {form.cancel}
          </button>
          {/* A list that closes as its field is left would move the button from under the pointer. */}
          <button type="submit" class="button primary" onMouseDown={(event) => event.preventDefault()}>
            {form.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** The first field that is wrong, else the first that is empty, else the first. */
function focusFirst(dialog: HTMLDialogElement | null) {
  const fields = [...(dialog?.querySelectorAll<HTMLInputElement>('[data-field]') ?? [])];
  const first =
    fields.find((field) => field.getAttribute('aria-invalid') === 'true') ??
    fields.find((field) => field.value === '' && field.required) ??
    fields[0];
  first?.focus();
}

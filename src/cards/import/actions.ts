import type { Action } from '../../chat/card.ts';
import { askKey } from '../../chat/wire.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Translator } from '../../i18n/index.ts';

type Step = 'columns' | 'options' | 'check' | 'run' | 'rejected' | 'cancel';

/** The button for a step of the import of a file. */
export const stepAction = (t: Translator, step: Step, { id }: Upload, wire = {}): Action => ({
  label: t(`title.import.${step}`),
  command: `import.${step}`,
  wire: { upload: String(id), ...wire },
});

/** Opens the form of what may be said of a file; the answer takes the card's place. */
export const askAction = (t: Translator, step: 'columns' | 'options', upload: Upload): Action => ({
  ...stepAction(t, step, upload, { [askKey]: '1' }),
  replace: true,
});

/** Imports a file as this card shows it, and is gone then. */
export const runAction = (t: Translator, upload: Upload): Action => ({
  ...stepAction(t, 'run', upload, { seen: String(upload.edition) }),
  replace: true,
});

export const cancelAction = (t: Translator, upload: Upload): Action => ({
  ...stepAction(t, 'cancel', upload),
  replace: true,
});

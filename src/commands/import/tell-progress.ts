import { runningCard } from '../../cards/import/running.ts';
import type { Meanwhile } from '../../chat/command.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Translator } from '../../i18n/index.ts';
import { inQuarters, type Progress } from '../../import/progress.ts';

/** Shows how far an import is, one card after the other. The import does not wait for them; the answer must (`told`). */
export function tellProgress(
  t: Translator,
  upload: Upload,
  rows: number,
  meanwhile: Meanwhile,
): { readonly progress: Progress; told(): Promise<void> } {
  let shown = Promise.resolve();
  const show = (written?: { done: number; total: number }) => {
    shown = shown.then(() => meanwhile(runningCard(t, upload, rows, written)));
  };
  const quarters = inQuarters((done, total) => done < total && show({ done, total }));
  return {
    progress: {
      ...quarters,
      start(total) {
        quarters.start(total);
        show();
      },
    },
    told: () => shown,
  };
}

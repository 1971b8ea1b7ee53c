import type { Translator } from '../../i18n/index.ts';
import type { Refusal } from '../../i18n/refusal.ts';
import { sentence } from '../../i18n/sentence.ts';
import type { Problem } from '../../lib/errors.ts';

/** A problem of a file or row: where the terminal names its options, chat names its buttons. */
export function problemText(t: Translator, problem: Problem): string {
  const key = `import.chat.${problem.code.replace(/^import\./, '')}`;
  return t.has(key) ? t.say(key, problem.args) : sentence(t, problem);
}

/** The same of a refusal. */
export function refusalText(t: Translator, refusal: Refusal): string {
  const key = `import.chat.${refusal.key.replace(/^problem\.import\./, '')}`;
  return t.has(key) ? t.say(key, refusal.words(t)) : refusal.in(t);
}

import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { type Key, locales, translator } from '../../i18n/index.ts';
import { fold } from '../../lib/fold.ts';

/** Finds what `known` finds, or a new one: `new`, or what `label` says in any language. */
export function orNew<T>(known: Lookup<T, Ctx>, label: Key): Lookup<T | 'new', Ctx> {
  const isNew = (text: string) =>
    ['new', 'moi', ...locales.map((locale) => fold(translator(locale).say(label)))].includes(fold(text));
  return {
    async search(ctx, query) {
      const option = { value: 'new', label: ctx.t.say(label) };
      return isNew(query) ? [option] : [option, ...(await known.search(ctx, query))].slice(0, 25);
    },
    async resolve(ctx, text) {
      return isNew(text) ? { kind: 'one', value: 'new' } : known.resolve(ctx, text);
    },
  };
}

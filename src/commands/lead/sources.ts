import { said, sourceText } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { list } from '../../chat/fields.ts';
import { sources } from '../../crm/leads/sources.ts';
import { loadSources, setSources } from '../../crm/settings/sources.ts';
import { locales, translator } from '../../i18n/index.ts';
import { fold } from '../../lib/fold.ts';
import { defineCommand } from '../define.ts';

/** Sets the sources a lead may come from: those that are always there need not be said, the others are these. */
export const leadSources = defineCommand({
  id: 'lead.sources',
  access: 'admin',
  reply: 'channel',
  fields: { options: optional(list({ hint: 'hint.sources' })) },
  positional: ['options'],
  asksFor: ['options'],
  prefill: async (ctx) => {
    const all = [...sources.map((name) => sourceText(ctx.t, name)), ...(await loadSources(ctx.db))];
    return { options: all.join(', ') };
  },
  async run(ctx, { options }) {
    const known = sources
      .flatMap((name) => [name, ...locales.map((l) => sourceText(translator(l), name))])
      .map(fold);
    const added = (options ?? []).filter((name) => !known.includes(fold(name)));
    const { value, changeId } = await setSources(ctx, added);
    const all = [...sources.map((name) => sourceText(ctx.t, name)), ...value];
    return said(ctx.t, ctx.t('sources.set', { sources: all.join(', ') }), changeId);
  },
});

import { said } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { setLanguage } from '../../crm/channels/language.ts';
import { translator } from '../../i18n/index.ts';
import { defineCommand } from '../define.ts';
import { language } from '../me.ts';

/** The language of the channel it is said in. */
export const settings = defineCommand({
  id: 'crm.settings',
  access: 'manager',
  reply: 'channel',
  fields: { language: optional(language) },
  positional: ['language'],
  asksFor: ['language'],
  async run(ctx, { language }) {
    if (!language)
      return {
        title: [ctx.t('settings.title')],
        blocks: [{ kind: 'text', text: [ctx.t('settings.language')] }],
      };
    const { changeId } = await setLanguage(ctx, language);
    const t = translator(language);
    return said(t, t('settings.language'), changeId);
  },
});

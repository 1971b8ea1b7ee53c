import { meCard } from '../cards/me.ts';
import { optional } from '../chat/field.ts';
import { choice } from '../chat/fields.ts';
import type { Ctx } from '../crm/context.ts';
import { listDeals } from '../crm/deals/list.ts';
import { editMember } from '../crm/people/members.ts';
import { type Locale, translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { dayOf, workCalendar } from '../lib/dates/index.ts';
import { attention } from '../metrics/attention.ts';
import { defineCommand } from './define.ts';

export const language = choice<Locale, Ctx>({
  options: [
    { value: 'vi', label: 'choice.language.vi' },
    { value: 'en', label: 'choice.language.en' },
  ],
});

/** What waits for me and my open deals; with a language, the one in which I am spoken to. */
export const me = defineCommand({
  id: 'me',
  access: 'viewer',
  reply: 'private',
  fields: { language: optional(language) },
  positional: [],
  async run(ctx, { language }) {
    if (!ctx.member) return refuse('member.nobody');
    if (language) {
      await editMember(ctx, 'me', ctx.member.id, { locale: language });
      return { title: [translator(language)('me.language')], tone: 'good', blocks: [] };
    }
    const calendar = workCalendar();
    const [deals, needy] = await Promise.all([
      listDeals(ctx, { ownerId: ctx.member.id, size: 15 }),
      attention(ctx, { calendar, ownerId: ctx.member.id }),
    ]);
    const today = dayOf(ctx.now, ctx.zone);
    const quietDays = (since: Date) => calendar.workingDaysBetween(dayOf(since, ctx.zone), today);
    return meCard(ctx.t, { name: ctx.member.name, role: ctx.member.role, deals, needy, quietDays });
  },
});

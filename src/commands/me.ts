import { awayText, meCard } from '../cards/me.ts';
import { said } from '../cards/parts.ts';
import { optional } from '../chat/field.ts';
import { choice } from '../chat/fields.ts';
import type { Ctx } from '../crm/context.ts';
import { listDeals } from '../crm/deals/list.ts';
import { editMember } from '../crm/people/members.ts';
import { listTasks } from '../crm/tasks/list.ts';
import { type Locale, translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { dayOf, workCalendar } from '../lib/dates/index.ts';
import { attention } from '../metrics/attention.ts';
import { away } from './crm/away.ts';
import { defineCommand } from './define.ts';

export const language = choice<Locale, Ctx>({
  options: [
    { value: 'vi', label: 'choice.language.vi' },
    { value: 'en', label: 'choice.language.en' },
  ],
});

/** What waits for me and my open deals; or says in which language I am spoken to, and when I am away. */
export const me = defineCommand({
  id: 'me',
  access: 'viewer',
  reply: 'private',
  fields: { language: optional(language), away: optional(away) },
  positional: [],
  async run(ctx, { language, away }) {
    if (!ctx.member) return refuse('member.nobody');
    if (language || away !== undefined) {
      const { changeId } = await editMember(ctx, 'me', ctx.member.id, { locale: language, away });
      const t = language ? translator(language) : ctx.t;
      const sentences = [
        ...(language ? [t('me.language')] : []),
        ...(away !== undefined ? [awayText(t, away)] : []),
      ];
      return said(t, sentences.join(' '), changeId);
    }
    const calendar = workCalendar();
    const today = dayOf(ctx.now, ctx.zone);
    const [deals, needy, tasks] = await Promise.all([
      listDeals(ctx, { ownerId: ctx.member.id, size: 15 }),
      attention(ctx, { calendar, ownerId: ctx.member.id }),
      listTasks(ctx, { ownerId: ctx.member.id, until: today, size: 5 }),
    ]);
    const quietDays = (since: Date) => calendar.workingDaysBetween(dayOf(since, ctx.zone), today);
    return meCard(ctx.t, { ...ctx.member, tasks, deals, needy, today, quietDays });
  },
});

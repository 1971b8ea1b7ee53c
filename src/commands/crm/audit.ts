import { timeOfDay } from '../../cards/parts.ts';
import { auditSetCard } from '../../cards/quality/audit.ts';
import { optional } from '../../chat/field.ts';
import { choice, lookup, number, time } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { loadAudit, setAudit, usualMinute } from '../../crm/settings/audit.ts';
import { defineCommand } from '../define.ts';
import { memberLookup } from '../lookups/members.ts';

const every = choice<'quarter' | 'never', Ctx>({
  options: [
    { value: 'quarter', label: 'choice.every.quarter' },
    { value: 'never', label: 'choice.every.never' },
  ],
});

/** Into the channel where it is typed, should it be in another so far. */
const channel = choice<'here', Ctx>({ options: [{ value: 'here', label: 'choice.channel.here' }] });

/** Whether everybody is asked with it how they get on. */
const survey = choice<'yes' | 'no', Ctx>({
  options: [
    { value: 'yes', label: 'choice.yes' },
    { value: 'no', label: 'choice.no' },
  ],
});

/** Says who answers for the data, and when and where the audit is posted. What is not said stays as it is. */
export const audit = defineCommand({
  id: 'crm.audit',
  access: 'admin',
  reply: 'channel',
  fields: {
    responsible: optional(lookup({ ...memberLookup })),
    every: optional(every),
    at: optional(time<Ctx>({ hint: 'hint.time' })),
    channel: optional(channel),
    untouched: optional(number<Ctx>({ min: 1, max: 3650 })),
    survey: optional(survey),
  },
  positional: ['responsible'],
  asksFor: ['responsible', 'every', 'at', 'channel', 'untouched', 'survey'],
  async prefill(ctx) {
    const { untouched, post } = await loadAudit(ctx.db);
    return {
      ...(post && { responsible: `m${post.memberId}` }),
      every: 'quarter',
      at: timeOfDay(post?.minute ?? usualMinute),
      survey: post?.survey ? 'yes' : 'no',
      untouched: String(untouched),
    };
  },
  async run(ctx, { responsible, every, at, channel, untouched, survey }) {
    const { value, changeId } = await setAudit(ctx, {
      memberId: responsible?.id,
      // Emptied in the form is left out too.
      every: every ?? undefined,
      minute: at ?? undefined,
      untouched: untouched ?? undefined,
      survey: survey ? survey === 'yes' : undefined,
      here: channel === 'here',
    });
    const member = value.post && (await ctx.db.member.findUnique({ where: { id: value.post.memberId } }));
    return auditSetCard(ctx.t, value, member?.name ?? '–', changeId);
  },
});

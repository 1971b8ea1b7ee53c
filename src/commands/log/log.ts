import { loggedCard } from '../../cards/logged.ts';
import type { CommandId } from '../../chat/command.ts';
import { optional } from '../../chat/field.ts';
import { duration, lookup, moment, text } from '../../chat/fields.ts';
import { logActivity } from '../../crm/activities/log.ts';
import { defineCommand } from '../define.ts';
import { anyRecordLookup } from '../lookups/records.ts';

/** The four `/log` commands differ in the kind of activity alone. */
function logCommand(id: Extract<CommandId, `log.${string}`>, kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE') {
  return defineCommand({
    id,
    access: 'rep',
    reply: 'channel',
    fields: {
      record: lookup({ ...anyRecordLookup }),
      text: text({ max: 2000, multiline: true }),
      outcome: optional(text({ max: 120 })),
      duration: optional(duration({ hint: 'hint.duration' })),
      at: optional(moment({ hint: 'hint.at' })),
    },
    positional: ['record', 'text'],
    async run(ctx, { record, text, outcome, duration, at }) {
      const activity = { kind, text, outcome, minutes: duration, at };
      const { value, changeId } = await logActivity(ctx, { ...activity, on: record });
      return loggedCard(ctx.t, { ...activity, on: value.on }, changeId);
    },
  });
}

export const logCall = logCommand('log.call', 'CALL');
export const logEmail = logCommand('log.email', 'EMAIL');
export const logMeeting = logCommand('log.meeting', 'MEETING');
export const logNote = logCommand('log.note', 'NOTE');

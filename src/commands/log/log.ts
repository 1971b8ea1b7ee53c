import { loggedCard } from '../../cards/logged.ts';
import type { CommandId } from '../../chat/command.ts';
import { hidden, optional } from '../../chat/field.ts';
import { choice, duration, lookup, moment, text } from '../../chat/fields.ts';
import { logActivity } from '../../crm/activities/log.ts';
import type { Ctx } from '../../crm/context.ts';
import { defineCommand } from '../define.ts';
import { anyRecordLookup } from '../lookups/records.ts';

/** Calls and e-mails go to a customer unless it is said that they came from one. */
const direction = choice<'out' | 'in', Ctx>({
  options: [
    { value: 'out', label: 'choice.direction.out' },
    { value: 'in', label: 'choice.direction.in' },
  ],
});

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
      direction: kind === 'CALL' || kind === 'EMAIL' ? optional(direction) : hidden(direction),
    },
    positional: ['record', 'text'],
    async run(ctx, { record, text, outcome, duration, at, direction }) {
      const activity = { kind, text, outcome, minutes: duration, at, inbound: direction === 'in' };
      const { value, changeId } = await logActivity(ctx, { ...activity, on: record });
      return loggedCard(ctx.t, { ...activity, on: value.on }, changeId);
    },
  });
}

export const logCall = logCommand('log.call', 'CALL');
export const logEmail = logCommand('log.email', 'EMAIL');
export const logMeeting = logCommand('log.meeting', 'MEETING');
export const logNote = logCommand('log.note', 'NOTE');

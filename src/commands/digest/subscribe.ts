import { subscribedCard } from '../../cards/digest/subscriptions.ts';
import { withDefault } from '../../chat/field.ts';
import { choice, time } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { subscribe } from '../../crm/subscriptions/subscribe.ts';
import { defineCommand } from '../define.ts';
import { digest } from './fields.ts';

/** Lets a digest come to the channel in which it is typed; a second time it changes when. */
export const digestSubscribe = defineCommand({
  id: 'digest.subscribe',
  access: 'manager',
  reply: 'channel',
  fields: {
    digest,
    at: withDefault(time<Ctx>({ hint: 'hint.time' }), '08:30'),
    days: withDefault(
      choice<'workdays' | 'daily', Ctx>({
        options: [
          { value: 'workdays', label: 'choice.days.workdays' },
          { value: 'daily', label: 'choice.days.daily' },
        ],
      }),
      'workdays',
    ),
  },
  positional: ['digest', 'at', 'days'],
  async run(ctx, { digest, at, days }) {
    const wanted = { digest, minute: at, days: days === 'daily' ? 'DAILY' : 'WORKDAYS' } as const;
    const { value, changeId } = await subscribe(ctx, wanted);
    return subscribedCard(ctx.t, value, changeId);
  },
});

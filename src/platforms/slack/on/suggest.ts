import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { CommandId } from '../../../chat/command.ts';
import type { Option } from '../../../chat/field.ts';
import { type Filled, fieldOf, filled, option } from '../form.ts';
import type { Slack } from '../slack.ts';

/** Slack gives up on a list after three seconds. */
const patienceMs = 2500;

/** The options of a type-ahead list. A list that is not there in time is empty. */
export function onSuggest(app: App, slack: Slack): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ payload, ack }) => {
    if (!payload.view) return ack({ options: [] });
    const { command, wire, reply } = filled(payload.view as Filled);
    const asked = {
      command: command as CommandId,
      wire,
      field: fieldOf(payload.block_id),
      text: payload.value,
    };
    const search = async (): Promise<readonly Option[]> => {
      const [person, place] = await Promise.all([
        slack.people.identify(payload.user.id),
        slack.people.place(reply.channel, payload.user.id),
      ]);
      return slack.chat.suggest({ ...asked, person, place });
    };
    const found = await Promise.race([search(), wait(patienceMs, [], { ref: false })]).catch(
      (error: unknown) => {
        slack.log.warn({ err: error, ...asked }, 'a type-ahead list stays empty');
        return [];
      },
    );
    await ack({ options: found.map(({ label, value }) => option(label, value)) });
  });
}

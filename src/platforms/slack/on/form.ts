import { setTimeout as wait } from 'node:timers/promises';
import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Form } from '../../../chat/form.ts';
import type { Answer } from '../../../chat/platform.ts';
import { translator } from '../../../i18n/index.ts';
import { show } from '../answer.ts';
import { editionOf, errorsFor, type Filled, filled, formCallback, modal } from '../form.ts';
import { words } from '../inline.ts';
import { platform, type Slack } from '../slack.ts';
import { finish, store } from '../take.ts';

/** How long a form waits for its errors before it is closed; Slack waits three seconds in all. */
const patienceMs = 1800;

/** A form that was sent: stored, then tried; what is wrong with it stands under its fields. */
export function onForm(app: App, slack: Slack): void {
  const sent = { callback_id: formCallback, type: 'view_submission' } as const;
  app.view<ViewSubmitAction>(sent, async ({ body, view, ack }) => {
    const { command, wire, reply } = filled(view as Filled);
    const fail = (errors: Record<string, string>) => ack({ response_action: 'errors', errors });
    const plan = slack.chat.plan({ command, wire }, { platform, userId: body.user.id });
    if (plan.kind === 'refuse') {
      await ack();
      return show({ ...reply, replace: false }, plan.card, 'private', slack);
    }
    if (plan.kind === 'ask') {
      const errors = errorsFor(view as Filled, mistakes(plan.form, slack, body.user.id));
      // Nothing wrong and nothing to do: a form for changes in which nothing was changed.
      return Object.keys(errors).length > 0 ? fail(errors) : ack();
    }
    const invocation = await store(plan, body.trigger_id, reply, slack);
    if (!invocation) return ack();
    const handling = slack.chat.handle(invocation);
    const quick = await Promise.race([handling, wait(patienceMs, undefined, { ref: false })]);
    if (quick?.form) {
      const instead = modal(quick.form, reply, editionOf(view as Filled) + 1);
      await ack({ response_action: 'update', view: instead });
      return slack.chat.answered(invocation);
    }
    const errors = quick ? refusal(quick, view as Filled, slack, body.user.id) : {};
    if (Object.keys(errors).length > 0) {
      await fail(errors);
      return slack.chat.answered(invocation);
    }
    await ack();
    return finish(invocation, slack, handling);
  });
}

/** What keeps the form open, so that nothing typed is lost: its mistakes, or a sentence that leads nowhere else. */
function refusal(
  { card, errors, ok }: Answer,
  view: Filled,
  { chat, zone }: Slack,
  userId: string,
): Record<string, string> {
  const found = errorsFor(view, errors ?? {});
  const [first] = Object.keys(view.state.values);
  const leadsOn = card.blocks.some(({ kind }) => kind === 'actions');
  if (ok !== 'refused' || Object.keys(found).length > 0 || leadsOn || !first) return found;
  return { [first]: words(card.title, { locale: chat.locale({ platform, userId }), zone }) };
}

/** The error of each field, also of those that were left blank where something is needed. */
function mistakes({ fields }: Form, { chat }: Slack, userId: string): Record<string, string> {
  const t = translator(chat.locale({ platform, userId }));
  return Object.fromEntries(
    fields.flatMap(({ name, error, required, value }) => {
      const said = error ?? (required && !value?.trim() ? t('problem.field.missing') : undefined);
      return said ? [[name, said]] : [];
    }),
  );
}

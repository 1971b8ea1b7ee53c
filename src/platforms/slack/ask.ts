import type { Action, Card } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Plan } from '../../chat/platform.ts';
import { askKey, pack, type Wire } from '../../chat/wire.ts';
import { translator } from '../../i18n/index.ts';
import { show } from './answer.ts';
import { modal, notice } from './form.ts';
import { words } from './inline.ts';
import { limits } from './limits.ts';
import type { ReplyTo } from './reply.ts';
import { platform, type Slack } from './slack.ts';

type Ask = Extract<Plan, { kind: 'ask' }>;

/**
 * Opens a form at once, before any other call: the trigger lives three seconds. What is stored is filled in after
 * that. When it was too late, a button offers the form again.
 */
export async function ask(
  trigger: string,
  { form, prefill }: Ask,
  reply: ReplyTo,
  slack: Slack,
): Promise<void> {
  const { client, chat, people, log } = slack;
  let opened: { id?: string; hash?: string } | undefined;
  try {
    opened = (await client.views.open({ trigger_id: trigger, view: modal(form, reply) })).view;
  } catch (error) {
    log.warn({ err: error, form: form.command }, 'a form could not be opened');
    const t = translator(chat.locale({ platform, userId: reply.user }));
    await show(
      { ...reply, replace: false },
      offer(form, t('platform.form.late'), slack, reply),
      'private',
      slack,
    );
    return;
  }
  if (!prefill || !opened?.id || !opened.hash) return;
  try {
    const [person, place] = await Promise.all([
      people.identify(reply.user),
      people.place(reply.channel, reply.user),
    ]);
    const filled = await chat.open(form, { person, place });
    if (filled.kind === 'form' && filled.form === form) return;
    const locale = chat.locale({ platform, userId: reply.user });
    const view =
      filled.kind === 'form'
        ? modal(filled.form, reply, 1)
        : notice(form, words(filled.card.title, { locale, zone: slack.zone }));
    await client.views.update({ view_id: opened.id, hash: opened.hash, view });
    if (filled.kind === 'form') return;
    // The window has no room for its buttons.
    const card = await chat.told(filled.card, { person, place });
    await show({ ...reply, replace: false }, card, 'private', slack);
  } catch (error) {
    // The person was quicker, or has closed it: the form is as good as it was.
    log.info({ err: error, form: form.command }, 'a form was not filled in further');
  }
}

/** Where no form can be opened (an answer to a message): what it is for, what is wrong, and a button for it. */
export function offer(form: Form, lead: string, { chat }: Slack, reply: ReplyTo): Card {
  const t = translator(chat.locale({ platform, userId: reply.user }));
  const errors = form.fields.flatMap(({ label, error }) => (error ? [`${label}: ${error}`] : []));
  const action: Action = {
    label: t('platform.form'),
    style: 'primary',
    command: form.command,
    wire: buttonWire(form),
  };
  return {
    title: [form.title],
    blocks: [
      { kind: 'text', text: [lead] },
      ...errors.map((error) => ({ kind: 'text', text: [error] }) as const),
      { kind: 'actions', actions: [action] },
    ],
  };
}

/** As much of what is known as a button holds. */
function buttonWire(form: Form): Wire {
  let wire: Wire = { ...form.carried, [askKey]: '1' };
  for (const { name, value } of form.fields) {
    if (!value) continue;
    const more = { ...wire, [name]: value };
    if (pack({ command: form.command, wire: more }).length <= limits.buttonValue) wire = more;
  }
  return wire;
}

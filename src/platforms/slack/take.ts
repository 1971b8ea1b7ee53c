import type { Card } from '../../chat/card.ts';
import type { Answer, Invocation, Plan } from '../../chat/platform.ts';
import { translator } from '../../i18n/index.ts';
import { show } from './answer.ts';
import { publishHome } from './home.ts';
import type { ReplyTo } from './reply.ts';
import { platform, type Slack } from './slack.ts';

type Run = Extract<Plan, { kind: 'run' }>;

/**
 * Stores what somebody asked for, to be acknowledged once this resolves: null when it was stored before. Rejects
 * when it could not be stored; then it must not be acknowledged, so that Slack or the person tries again.
 */
export async function store(
  run: Run,
  key: string,
  reply: ReplyTo,
  { chat, people }: Slack,
): Promise<Invocation | null> {
  const [person, place] = await Promise.all([
    people.identify(reply.user),
    people.place(reply.channel, reply.user),
  ]);
  const { command, wire } = run;
  const invocation: Invocation = { key: `slack:${key}`, person, place, command, wire, replyTo: reply };
  return (await chat.accept(invocation)) ? invocation : null;
}

/** Does what was stored, unless that is under way, and shows the answer. */
export async function finish(
  invocation: Invocation,
  slack: Slack,
  handling = slack.chat.handle(invocation),
): Promise<void> {
  try {
    await showAnswer(invocation, await handling, slack);
  } finally {
    await slack.chat.answered(invocation);
  }
}

export async function showAnswer(invocation: Invocation, answer: Answer, slack: Slack): Promise<void> {
  const reply = invocation.replyTo as ReplyTo;
  // A refusal replaces nothing: the card may hold what the first of two clicks has done.
  const place = answer.ok === 'done' ? reply : { ...reply, replace: false };
  let { files } = reply;
  const note = (block: number, file: string) => {
    files = { ...files, [block]: file };
    return slack.chat.note({ ...invocation, replyTo: { ...reply, files } });
  };
  await show(place, answer.card, answer.visibility, slack, note);
  if (reply.home) await publishHome(reply.user, slack);
}

/** Tells a mistake privately; to a stranger, how to be let in. */
export async function refuse(card: Card, reply: ReplyTo, slack: Slack): Promise<void> {
  const { people, chat } = slack;
  const told = await Promise.all([people.identify(reply.user), people.place(reply.channel, reply.user)])
    .then(([person, place]) => chat.told(card, { person, place }))
    .catch(() => card);
  await show(reply, told, 'private', slack);
}

/** Stores, acknowledges, then does: the way of slash commands and buttons. */
export async function take(
  run: Run,
  key: string,
  reply: ReplyTo,
  ack: () => Promise<void>,
  slack: Slack,
): Promise<void> {
  const known = await slack.people.identify(reply.user).catch((error: unknown) => {
    slack.log.warn({ err: error, user: reply.user }, 'Slack does not say who somebody is');
    return null;
  });
  if (!known) {
    // Nothing was stored and nothing is lost: the person is told to ask again.
    await ack();
    const t = translator(slack.chat.locale({ platform, userId: reply.user }));
    const card = { title: [t('platform.unknown_person')], tone: 'warn', blocks: [] } as const;
    await show({ ...reply, replace: false }, card, 'private', slack);
    return;
  }
  const invocation = await store(run, key, reply, slack);
  await ack();
  if (invocation) await finish(invocation, slack);
}

import type { AutocompleteInteraction, RepliableInteraction } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { CommandId } from '../../chat/command.ts';
import type { Invocation, Opened } from '../../chat/platform.ts';
import type { Packed } from '../../chat/wire.ts';
import { translator } from '../../i18n/index.ts';
import { inTime } from '../../lib/in-time.ts';
import { plain, shorten } from '../../lib/text.ts';
import { answer, type ReplyTo } from './answer.ts';
import { type Desk, packShort } from './desk.ts';
import { modal } from './form.ts';
import { limits } from './limits.ts';
import { fieldNames } from './names.ts';
import { type Origin, originOf } from './origin.ts';
import { render, sentence } from './render.ts';
import { EPHEMERAL, firstResponse } from './rest.ts';
import { saidBy, typed } from './said.ts';

const MESSAGE = 4;
const DEFER = 5;
const DEFER_UPDATE = 6;
const SUGGEST = 8;
const FORM = 9;

/** A slash command, button, form or menu command: a form at once, or stored, acknowledged, done and answered. */
export async function interact(desk: Desk, interaction: RepliableInteraction): Promise<void> {
  const { chat, rest } = desk;
  const [origin, under] = await Promise.all([
    originOf(desk, interaction.user, interaction),
    above(desk, interaction),
  ]);
  const t = translator(chat.locale({ platform: 'discord', userId: interaction.user.id }));
  if (typeof origin === 'string') return privately(desk, interaction, sentence(t(origin)));
  const said = saidBy(desk.registry, interaction);
  if (!said) return privately(desk, interaction, sentence(t('problem.button.gone')));
  const planned = chat.plan({ ...said, under }, origin.person);
  if (planned.kind === 'refuse')
    return privately(desk, interaction, await soon(chat.told(planned.card, origin), planned.card));
  // A form cannot follow a form: what is wrong in it is answered with a card that opens it again.
  if (planned.kind === 'ask' && !interaction.isModalSubmit()) {
    const asIs = { kind: 'form', form: planned.form } as const;
    const opened = planned.prefill ? await soon<Opened>(chat.open(planned.form, origin), asIs) : asIs;
    if (opened.kind === 'refuse')
      return privately(desk, interaction, await soon(chat.told(opened.card, origin), opened.card));
    const shown = await modal(opened.form, planned.form, said.replace === true, t, (packed) =>
      packShort(desk, packed, origin.person),
    );
    return firstResponse(rest, interaction, FORM, shown);
  }
  const isPrivate = planned.kind === 'ask' || planned.visibility === 'private';
  const wire = planned.kind === 'run' ? planned.wire : said.wire;
  const invocation = invocationOf(interaction, origin, { ...said, wire }, isPrivate);
  if (!(await chat.accept(invocation))) return;
  await acknowledge(desk, interaction, invocation.replyTo as ReplyTo);
  await answer(desk, invocation, await chat.handle(invocation)).catch((error: unknown) => {
    desk.log.error({ err: error, key: invocation.key }, 'Discord did not take an answer');
  });
  await chat.answered(invocation);
}

/** Suggestions while somebody types. Never late and never an error: at worst there are none. */
export async function suggest(desk: Desk, interaction: AutocompleteInteraction): Promise<void> {
  const found = await soon(suggestions(desk, interaction), []);
  const choices = found.slice(0, limits.options).flatMap(({ label, value }) => {
    const name = shorten(plain(label), limits.optionName);
    return name && value.length <= limits.optionValue ? [{ name, value }] : [];
  });
  await firstResponse(desk.rest, interaction, SUGGEST, { choices });
}

async function suggestions(desk: Desk, interaction: AutocompleteInteraction) {
  const origin = await originOf(desk, interaction.user, interaction);
  const said = typed(desk.registry, interaction);
  if (typeof origin === 'string' || !said) return [];
  const command = said.command as CommandId;
  const focused = interaction.options.getFocused(true);
  const field = fieldNames(desk.registry[command]).find(({ option }) => option === focused.name)?.field;
  if (!field) return [];
  const { [field]: text = '', ...wire } = said.wire;
  return desk.chat.suggest({ ...origin, command, field, text, wire });
}

/** Tells one person something as the first response. */
export function privately(desk: Desk, interaction: RepliableInteraction, card: Card): Promise<void> {
  const locale = desk.chat.locale({ platform: 'discord', userId: interaction.user.id });
  const body = render(card, locale);
  return firstResponse(desk.rest, interaction, MESSAGE, { ...body, flags: body.flags | EPHEMERAL });
}

function invocationOf(
  interaction: RepliableInteraction,
  { person, place }: Origin,
  said: Packed,
  isPrivate: boolean,
): Invocation {
  const source = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  const update = said.replace === true && source !== null;
  const seenByOne = place.private || source?.flags.has(EPHEMERAL) === true;
  const replyTo: ReplyTo = {
    via: 'interaction',
    application: interaction.applicationId,
    token: interaction.token,
    at: interaction.createdAt.toISOString(),
    update,
    hidden: update ? seenByOne : isPrivate,
  };
  const command = said.command as CommandId;
  return { key: `discord:${interaction.id}`, person, place, command, wire: said.wire, replyTo };
}

/** The card that a typed command or a menu command is about; a button and a form know it by themselves. */
async function above({ threads }: Desk, interaction: RepliableInteraction): Promise<readonly Packed[]> {
  if (interaction.isChatInputCommand()) return threads.under(interaction);
  if (!interaction.isMessageContextMenuCommand()) return [];
  const { targetMessage, guildId, channelId } = interaction;
  const own = threads.buttons(targetMessage);
  return own.length ? own : threads.under({ guildId, channelId, reference: targetMessage.reference });
}

/** When Discord no longer takes it, the answer will come as an ordinary message. */
async function acknowledge(desk: Desk, interaction: RepliableInteraction, to: ReplyTo): Promise<void> {
  if (to.via !== 'interaction') return;
  const [type, data] = to.update ? [DEFER_UPDATE] : [DEFER, { flags: to.hidden ? EPHEMERAL : 0 }];
  await firstResponse(desk.rest, interaction, type, data).catch((error: unknown) => {
    desk.log.warn({ err: error, interaction: interaction.id }, 'Discord did not take an acknowledgement');
  });
}

/** What a first response can wait for. */
const soon = <T>(work: Promise<T>, fallback: T) => inTime(work, fallback, limits.beforeAnswerMs);

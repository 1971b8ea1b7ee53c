import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { CommandId } from '../../chat/command.ts';
import { askKey } from '../../chat/plan.ts';
import { type Packed, unpack } from '../../chat/wire.ts';
import type { Desk } from './desk.ts';
import { submitted } from './form.ts';
import { fieldNames, pathOf } from './names.ts';

type Registry = Desk['registry'];

/** What a person asks for with an interaction; undefined for kinds that we never offer. */
export function saidBy(registry: Registry, interaction: Interaction): Packed | undefined {
  if (interaction.isChatInputCommand()) return typed(registry, interaction);
  if (interaction.isMessageContextMenuCommand()) return logged(registry, interaction);
  if (interaction.isButton()) return unpack(interaction.customId);
  if (interaction.isModalSubmit()) return submitted(interaction);
  return undefined;
}

/** The command of a line of typed options, with the fields that have a value so far. */
export function typed(
  registry: Registry,
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): Packed | undefined {
  const [first] = interaction.options.data;
  const sub = first?.options ? first : undefined;
  const path = [interaction.commandName, ...(sub ? [sub.name] : [])].join(' ');
  const command = (Object.keys(registry) as CommandId[]).find(
    (id) => pathOf(registry, id).join(' ') === path,
  );
  if (!command) return undefined;
  const given: readonly CommandInteractionOption[] = sub?.options ?? interaction.options.data;
  const names = new Map(fieldNames(registry[command]).map(({ option, field }) => [option, field]));
  const wire = given.flatMap(({ name, value }) => {
    const field = names.get(name);
    return field && value !== undefined ? [[field, String(value)] as const] : [];
  });
  return { command, wire: Object.fromEntries(wire) };
}

/** "Log on a deal" on a message: the form for a note, with the message in it. */
function logged(registry: Registry, { targetMessage }: MessageContextMenuCommandInteraction): Packed {
  const control = registry['log.note'].fields.text?.control;
  const max = control?.kind === 'text' ? control.max : 0;
  const text = [...targetMessage.content].slice(0, max).join('');
  return { command: 'log.note', wire: { [askKey]: '1', ...(text && { text }) } };
}

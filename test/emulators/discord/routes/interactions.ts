import { compose, EPHEMERAL, LOADING, messageJson } from '../compose.ts';
import { alreadyAcknowledged, invalidForm, unknownInteraction } from '../errors.ts';
import { modalIssues } from '../rules/modal.ts';
import { byType, spec } from '../spec.ts';
import type { Interaction, Json, Message } from '../store.ts';
import type { Call, Route, World } from '../world.ts';

const FIRST_RESPONSE_MS = 3000;
/** Which callback types each type of interaction may be answered with. */
const ALLOWED: Record<Interaction['type'], readonly number[]> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

const message = spec('CreateMessageInteractionCallbackRequest');
const update = spec('UpdateMessageInteractionCallbackRequest');

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    auth: false,
    query: ['with_response'],
    body: byType({
      4: message,
      5: message,
      6: update,
      7: update,
      8: spec('ApplicationCommandAutocompleteCallbackRequest'),
      9: spec('ModalInteractionCallbackRequest'),
    }),
    answer: spec('InteractionCallbackResponse'),
    run: (call, world) => {
      const interaction = openInteraction(call, world);
      const type = Number(call.body.type);
      const data = (call.body.data ?? {}) as Json;
      refuseWrongType(interaction, type);
      if (type === 9) refuse(modalIssues(data));
      const made = respond(call, world, interaction, type, data);
      const after = world.clock.now().getTime() - interaction.createdAt;
      interaction.response = { type, data, after };
      if (call.query.get('with_response') !== 'true') return undefined;
      return {
        interaction: {
          id: interaction.id,
          type: interaction.type,
          channel_id: interaction.channelId,
          ...(interaction.original && { response_message_id: interaction.original }),
          response_message_loading: interaction.loading,
          response_message_ephemeral: Boolean(made?.ephemeralFor),
        },
        ...(made && { resource: { type: type === 5 ? 4 : type === 6 ? 7 : type, message: made.body } }),
      };
    },
  },
];

function openInteraction(call: Call, world: World): Interaction {
  const interaction = world.store.interactions.get(String(call.params.interaction_token));
  if (!interaction || interaction.id !== call.params.interaction_id) throw unknownInteraction();
  if (interaction.response) throw alreadyAcknowledged();
  if (world.clock.now().getTime() - interaction.createdAt > FIRST_RESPONSE_MS) throw unknownInteraction();
  return interaction;
}

function refuseWrongType(interaction: Interaction, type: number): void {
  const allowed =
    ALLOWED[interaction.type].includes(type) && (![6, 7].includes(type) || interaction.sourceMessage);
  if (!allowed)
    refuse([{ path: ['type'], message: `Not an answer to an interaction of type ${interaction.type}` }]);
}

function refuse(issues: Parameters<typeof invalidForm>[0]): void {
  if (issues.length > 0) throw invalidForm(issues);
}

function respond(
  call: Call,
  world: World,
  interaction: Interaction,
  type: number,
  data: Json,
): Message | undefined {
  const inner = { ...call, body: data };
  if (type === 4) return remember(interaction, compose(inner, world, envelopeOf(interaction, world, data)));
  if (type === 5) {
    interaction.loading = true;
    const envelope = envelopeOf(interaction, world, data);
    const body = messageJson(world, envelope) as unknown as Message['body'];
    body.flags = Number(body.flags) | LOADING;
    const pings = { users: [], roles: [], everyone: false };
    const made: Message = {
      body,
      pings,
      files: new Map(),
      ...(envelope.ephemeralFor && { ephemeralFor: envelope.ephemeralFor }),
      edits: 0,
      deleted: false,
    };
    world.store.messages.set(body.id, made);
    return remember(interaction, made);
  }
  const source = world.store.messages.get(String(interaction.sourceMessage));
  if (type === 6 && source) return remember(interaction, source);
  if (type === 7 && source) {
    const envelope = { channelId: interaction.channelId, author: world.store.bot, mayHide: true };
    return remember(interaction, compose(inner, world, envelope, source));
  }
  return undefined;
}

function remember(interaction: Interaction, message: Message): Message {
  interaction.original = message.body.id;
  return message;
}

/** Where a reply to an interaction goes, and who may see it. */
export function envelopeOf(interaction: Interaction, world: World, data: Json) {
  return {
    channelId: interaction.channelId,
    author: world.store.bot,
    ...(Number(data.flags ?? 0) & EPHEMERAL && { ephemeralFor: interaction.user.id }),
    mayHide: true,
    extra: { application_id: world.store.bot.id, webhook_id: world.store.bot.id },
  };
}

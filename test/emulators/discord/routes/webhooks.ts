import { compose } from '../compose.ts';
import { invalidWebhookToken, unknownMessage, unknownWebhook } from '../errors.ts';
import { spec } from '../spec.ts';
import type { Interaction, Message } from '../store.ts';
import type { Call, Route, World } from '../world.ts';
import { envelopeOf } from './interactions.ts';

const TOKEN_MS = 15 * 60_000;
const base = '/webhooks/{webhook_id}/{webhook_token}';
const answer = spec('MessageResponse');
const body = spec('IncomingWebhookUpdateRequestPartial');
const query = ['thread_id', 'with_components'];

export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: base,
    auth: false,
    query: ['wait', ...query],
    body: spec('IncomingWebhookRequestPartial'),
    answer,
    run: (call, world) => {
      const interaction = acknowledged(call, world);
      // The first follow-up to a deferred reply fills that reply, and stays as private as it was.
      if (interaction.loading) return fill(call, world, interaction).body;
      const made = compose(call, world, envelopeOf(interaction, world, call.body));
      interaction.followups.push(made.body.id);
      return made.body;
    },
  },
  ...['@original', '{message_id}'].flatMap((which): Route[] => [
    {
      method: 'GET',
      path: `${base}/messages/${which}`,
      auth: false,
      query,
      answer,
      run: (call, world) => find(call, world).body,
    },
    {
      method: 'PATCH',
      path: `${base}/messages/${which}`,
      auth: false,
      query,
      body,
      answer,
      run: (call, world) => {
        const interaction = acknowledged(call, world);
        const message = find(call, world);
        if (message.body.id === interaction.original && interaction.loading)
          return fill(call, world, interaction).body;
        const channelId = interaction.channelId;
        return compose(call, world, { channelId, author: world.store.bot, mayHide: true }, message).body;
      },
    },
    {
      method: 'DELETE',
      path: `${base}/messages/${which}`,
      auth: false,
      query,
      run: (call, world) => {
        const interaction = acknowledged(call, world);
        const message = find(call, world);
        message.deleted = true;
        // A follow-up after that is a message of its own, as private as it says.
        if (message.body.id === interaction.original) interaction.loading = false;
      },
    },
  ]),
];

function fill(call: Call, world: World, interaction: Interaction): Message {
  const message = world.store.messages.get(String(interaction.original));
  if (!message || message.deleted) throw unknownMessage();
  const { channelId } = interaction;
  const filled = compose(call, world, { channelId, author: world.store.bot, mayHide: true }, message);
  interaction.loading = false;
  return filled;
}

function acknowledged(call: Call, world: World): Interaction {
  const interaction = world.store.interactions.get(String(call.params.webhook_token));
  if (!interaction || call.params.webhook_id !== world.store.bot.id) throw unknownWebhook();
  if (world.clock.now().getTime() - interaction.createdAt > TOKEN_MS) throw invalidWebhookToken();
  if (!interaction.response) throw unknownWebhook();
  return interaction;
}

function find(call: Call, world: World): Message {
  const interaction = acknowledged(call, world);
  const wanted = call.params.message_id ?? interaction.original;
  const mine = [interaction.original, ...interaction.followups].includes(wanted);
  const message = mine ? world.store.messages.get(String(wanted)) : undefined;
  if (!message || message.deleted) throw unknownMessage();
  return message;
}

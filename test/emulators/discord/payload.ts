import type { Channel, Interaction, Json } from './store.ts';
import { channelJson, permissionsOf, type World } from './world.ts';

/** The INTERACTION_CREATE of an interaction, in a guild or in a direct message. */
export function interactionJson(interaction: Interaction, world: World, data: Json, locale: string): Json {
  const { store } = world;
  const guild = interaction.guildId ? store.guilds.get(interaction.guildId) : undefined;
  const member = guild?.members.get(interaction.user.id);
  const channel = store.channels.get(interaction.channelId) as Channel;
  const message = interaction.sourceMessage ? store.messages.get(interaction.sourceMessage)?.body : undefined;
  return {
    id: interaction.id,
    application_id: store.bot.id,
    type: interaction.type,
    data,
    token: interaction.token,
    version: 1,
    channel: channelJson(channel),
    channel_id: channel.id,
    ...(guild && {
      guild: { id: guild.id, locale: 'en-US', features: [] },
      guild_id: guild.id,
      guild_locale: 'en-US',
    }),
    ...(guild && member
      ? { member: { ...member, permissions: permissionsOf(guild, member) } }
      : { user: interaction.user }),
    ...(message && { message }),
    locale,
    app_permissions: '562949953421311',
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: 10_485_760,
  };
}

import type { APIChannel, APIGuild, APIGuildMember, APIRole } from 'discord.js';
import type { Clock } from '../../../src/lib/clock.ts';
import type { Schema } from './spec.ts';
import type { Channel, Guild, Json, Store } from './store.ts';

/** What a route may use. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  /** `http://127.0.0.1:port` of this emulator. */
  readonly origin: () => string;
  readonly dispatch: (event: string, data: Json, times?: number) => void;
}

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Uploaded files by their index. */
  readonly files: ReadonlyMap<string, { name: string; bytes: Buffer }>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As the OpenAPI writes it. */
  readonly path: string;
  /** Whether the bot's token is asked for; interaction tokens speak for themselves. */
  readonly auth: boolean;
  readonly query?: readonly string[];
  readonly body?: Schema;
  /** The schema of a 200; without it the answer is 204. */
  readonly answer?: Schema;
  /** Returns the body of the 200, or nothing for 204. Throws ApiError. */
  run(call: Call, world: World): unknown;
}

/** A channel as REST and GUILD_CREATE show it. */
export function channelJson(channel: Channel): APIChannel {
  if (channel.parentId) return threadJson(channel);
  const json = channel.recipient
    ? { id: channel.id, type: 1, flags: 0, last_message_id: null, recipients: [channel.recipient] }
    : {
        id: channel.id,
        type: 0,
        flags: 0,
        guild_id: channel.guildId,
        name: channel.name,
        position: 0,
        parent_id: null,
        permission_overwrites: [],
        nsfw: false,
        topic: null,
        last_message_id: null,
        rate_limit_per_user: 0,
      };
  return json as unknown as APIChannel;
}

function threadJson({ id, name, guildId, parentId }: Channel): APIChannel {
  const json = {
    id,
    type: 11,
    flags: 0,
    guild_id: guildId,
    name,
    parent_id: parentId,
    owner_id: '1',
    last_message_id: null,
    rate_limit_per_user: 0,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2024-01-01T00:00:00.000Z',
      locked: false,
    },
  };
  return json as unknown as APIChannel;
}

/** A guild as REST shows it; every field the OpenAPI requires. */
export function guildJson(guild: Guild): APIGuild {
  // biome-ignore format: one list, read across
  const nothing = [
    'icon', 'description', 'home_header', 'splash', 'discovery_splash', 'banner', 'application_id',
    'afk_channel_id', 'system_channel_id', 'widget_channel_id', 'max_presences', 'vanity_url_code',
    'rules_channel_id', 'safety_alerts_channel_id', 'public_updates_channel_id', 'incidents_data',
  ];
  return {
    ...Object.fromEntries(nothing.map((key) => [key, null])),
    id: guild.id,
    name: guild.name,
    features: [],
    owner_id: '1',
    region: 'us-east',
    afk_timeout: 300,
    system_channel_flags: 0,
    widget_enabled: false,
    verification_level: 0,
    roles: guild.roles,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
  } as unknown as APIGuild;
}

const ORDINARY = (2n ** 10n) | (2n ** 11n) | (2n ** 14n) | (2n ** 15n) | (2n ** 16n) | (2n ** 31n);
export const ADMINISTRATOR = 8n;

/** The permission bits of a member, as an interaction carries them. */
export function permissionsOf(guild: Guild, member: APIGuildMember): string {
  const bits = guild.roles
    .filter((role) => role.id === guild.id || member.roles.includes(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), ORDINARY);
  return String(bits);
}

export function roleJson(id: string, name: string, permissions: bigint): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  } as unknown as APIRole;
}

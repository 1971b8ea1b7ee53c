import type { AddressInfo } from 'node:net';
import type { APIGuildMember, APIUser } from 'discord.js';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { snowflakes } from './ids.ts';
import { Person } from './person.ts';
import { type Log, restServer } from './server.ts';
import { type Channel, type Guild, type Json, type Message, Store } from './store.ts';
import { ADMINISTRATOR, channelJson, guildJson, roleJson, type World } from './world.ts';

export { Asked } from './asked.ts';
export type { Message } from './store.ts';
export { Person };

export type Discord = Awaited<ReturnType<typeof startDiscord>>;

/**
 * A Discord on loopback: REST v10 and gateway, one guild with one channel and the bot in it.
 * Point the real client at `api`. `violations` must be empty at the end of every test.
 */
export async function startDiscord() {
  let skew = 0;
  let origin = '';
  const clock = { now: () => new Date(Date.now() + skew) };
  const newId = snowflakes(clock);
  const store = new Store(userJson(newId(), 'chot', true), 'emulated-token');
  const log: Log = { requests: [], violations: [], served: new Set() };
  const faults = new Faults();
  const world: World = {
    store,
    clock,
    newId,
    origin: () => origin,
    dispatch: (event, data, times) => gateway.dispatch(event, data, times),
  };
  const server = restServer(world, log, faults);
  const gateway = new Gateway(server, world, () =>
    [...store.guilds.values()].filter((g) => g.members.has(store.bot.id)).map((g) => guildEvent(g, world)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** A guild that the bot is in. */
  const addGuild = (name: string): Guild => {
    const id = newId();
    const roles = [roleJson(id, '@everyone', 0n), roleJson(newId(), 'Admin', ADMINISTRATOR)];
    const guild: Guild = { id, name, roles, members: new Map() };
    guild.members.set(store.bot.id, memberJson(store.bot, []));
    store.guilds.set(id, guild);
    gateway.dispatch('GUILD_CREATE', guildEvent(guild, world));
    return guild;
  };
  const addChannel = (name: string, guild: Guild): Channel => {
    const channel: Channel = { id: newId(), name, guildId: guild.id, closed: false };
    store.channels.set(channel.id, channel);
    gateway.dispatch('CHANNEL_CREATE', channelJson(channel) as unknown as Json);
    return channel;
  };
  /** Starts a thread from a message. The bot is not told of one that was `asleep` when it came. */
  const addThread = ({ body }: Message, is: { asleep?: boolean } = {}): Channel => {
    const parent = store.channels.get(body.channel_id) as Channel;
    const { guildId } = parent;
    const thread: Channel = {
      id: body.id,
      name: 'thread',
      parentId: parent.id,
      ...(guildId && { guildId }),
      closed: false,
    };
    store.channels.set(thread.id, thread);
    const event = { ...(channelJson(thread) as unknown as Json), newly_created: true };
    if (!is.asleep) gateway.dispatch('THREAD_CREATE', event);
    return thread;
  };
  const guild = addGuild('Công ty Sao Mai');
  const channel = addChannel('sales', guild);

  /** Somebody in `guild` (or in another one, or in none: `null`), speaking in its first channel. */
  const addPerson = (
    name: string,
    is: { admin?: boolean; bot?: boolean; guild?: Guild | null; locale?: string } = {},
  ): Person => {
    const user = userJson(newId(), name, is.bot ?? false);
    store.users.set(user.id, user);
    const where = is.guild === undefined ? guild : is.guild;
    const admin = where?.roles.find((role) => role.name === 'Admin');
    where?.members.set(user.id, memberJson(user, is.admin && admin ? [admin.id] : []));
    const home = [...store.channels.values()].find((c) => c.guildId === (where ?? guild).id) ?? channel;
    return new Person(user, world, where ?? guild, home, is.locale ?? 'en-US');
  };

  return {
    api: `${origin}/api`,
    token: store.token,
    bot: store.bot,
    guild,
    channel,
    store,
    gateway,
    faults,
    requests: log.requests,
    violations: log.violations,
    served: log.served,
    addGuild,
    addChannel,
    addThread,
    addPerson,
    /** Moves Discord's clock forward, so that deadlines pass without waiting. */
    advance: (ms: number) => {
      skew += ms;
    },
    until: store.until.bind(store),
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function userJson(id: string, username: string, bot: boolean): APIUser {
  return {
    id,
    username,
    global_name: bot ? null : username,
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(bot && { bot }),
  } as unknown as APIUser;
}

function memberJson(user: APIUser, roles: string[]): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: '2024-01-01T00:00:00.000Z',
    pending: false,
    premium_since: null,
    roles,
    mute: false,
    deaf: false,
  } as unknown as APIGuildMember;
}

function guildEvent(guild: Guild, { store }: World): Json {
  const inGuild = [...store.channels.values()].filter((c) => c.guildId === guild.id);
  return {
    ...guildJson(guild),
    joined_at: '2024-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [guild.members.get(store.bot.id)],
    channels: inGuild.filter((c) => !c.parentId).map(channelJson),
    threads: inGuild.filter((c) => c.parentId).map(channelJson),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

import { randomBytes } from 'node:crypto';
import type { APIUser } from 'discord.js';
import { Asked } from './asked.ts';
import { attachment } from './attachments.ts';
import { messageJson } from './compose.ts';
import { interactionJson } from './payload.ts';
import { flatten } from './rules/components.ts';
import type { Channel, Guild, Interaction, Json, Message } from './store.ts';
import { submittedModal } from './submitted.ts';
import { typedCommand } from './typed.ts';
import { channelJson, type World } from './world.ts';

/** Files by their names. */
type Files = Readonly<Record<string, Buffer>>;

/** Where something happens and how often Discord tells of it. */
export interface At {
  readonly channel?: Channel;
  readonly times?: number;
  /** The message that is replied to, whose author is told of it. */
  readonly replyTo?: Message;
}

type Start = Pick<Interaction, 'type' | 'channelId'> &
  Partial<Pick<Interaction, 'guildId' | 'sourceMessage'>>;

/** Somebody in front of a Discord client: types commands, presses buttons, fills forms, writes. */
export class Person {
  readonly user: APIUser;
  readonly #world: World;
  readonly #guild: Guild;
  readonly #home: Channel;
  readonly #locale: string;
  constructor(user: APIUser, world: World, guild: Guild, home: Channel, locale: string) {
    this.user = user;
    this.#world = world;
    this.#guild = guild;
    this.#home = home;
    this.#locale = locale;
  }

  /** `slash('deal add', { title: 'Acme' })`, by the registered (not the translated) names. */
  slash(line: string, options: Record<string, string | number | boolean> = {}, at: At = {}): Asked {
    return this.#ask(
      { type: 2, ...this.#in(at.channel) },
      typedCommand(this.#commands, line, options),
      at.times,
    );
  }

  /** Types into one option, the others as given: Discord asks the bot for suggestions. */
  type(line: string, focused: string, options: Record<string, string> = {}): Asked {
    return this.#ask({ type: 4, ...this.#in() }, typedCommand(this.#commands, line, options, focused));
  }

  /** Uses a message menu command on a message. */
  useOn(command: string, message: Message, at: At = {}): Asked {
    const found = this.#commands.find((c) => c.name === command && c.type === 3);
    if (!found) throw new Error(`no menu command ${command} is registered`);
    const { id } = message.body;
    const data = {
      id: found.id,
      name: command,
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: message.body } },
    };
    return this.#ask({ type: 2, ...this.#in(at.channel) }, data);
  }

  /** Presses the button with this label. */
  press(message: Message, label: string, times?: number): Asked {
    const buttons = flatten(message.body.components as unknown as Json[]).map(([c]) => c);
    const button = buttons.find((c) => c.type === 2 && c.label === label);
    if (!button || button.disabled)
      throw new Error(`no button ${label}: ${buttons.map((b) => b.label ?? '').join(' ')}`);
    return this.#onMessage(message, { component_type: 2, custom_id: button.custom_id, id: button.id }, times);
  }

  /** Picks an option of the menu that has it. */
  choose(message: Message, value: string): Asked {
    const menus = flatten(message.body.components as unknown as Json[]).map(([c]) => c);
    const menu = menus.find((c) => c.type === 3 && (c.options as Json[]).some((o) => o.value === value));
    if (!menu) throw new Error(`no menu offers ${value}`);
    return this.#onMessage(message, {
      component_type: 3,
      custom_id: menu.custom_id,
      id: menu.id,
      values: [value],
    });
  }

  /** Fills the form that an interaction was answered with; what is not given stays as prefilled. */
  async submit(asked: Asked, values: Record<string, string> = {}, times?: number): Promise<Asked> {
    const { channelId, guildId, sourceMessage } = asked.interaction;
    const start = {
      type: 5 as const,
      channelId,
      ...(guildId && { guildId }),
      ...(sourceMessage && { sourceMessage }),
    };
    return this.#ask(start, submittedModal(await asked.modal(), values), times);
  }

  /** Writes in a channel. `<@id>` mentions. */
  say(content: string, at: At = {}, files: Files = {}): Message {
    return this.#write(content, at.channel ?? this.#home, at, files);
  }

  /** Writes to the bot in private, with files where they are given. */
  tell(content: string, at: Pick<At, 'times' | 'replyTo'> = {}, files: Files = {}): Message {
    const { store, newId } = this.#world;
    const known = store.directChannel(this.user.id);
    const channel = known ?? { id: newId(), name: this.user.username, recipient: this.user, closed: false };
    store.channels.set(channel.id, channel);
    return this.#write(content, channel, at, files);
  }

  get #commands() {
    return this.#world.store.commands.get(this.#guild.id) ?? [];
  }

  #in(channel = this.#home) {
    return { channelId: channel.id, ...(channel.guildId && { guildId: channel.guildId }) };
  }

  #onMessage(message: Message, data: Json, times?: number): Asked {
    const { channel_id: channelId, id } = message.body;
    const guildId = this.#world.store.channels.get(channelId)?.guildId;
    return this.#ask({ type: 3, channelId, ...(guildId && { guildId }), sourceMessage: id }, data, times);
  }

  #ask(start: Start, data: Json, times = 1): Asked {
    const { store, newId, clock, dispatch } = this.#world;
    const interaction: Interaction = {
      ...start,
      id: newId(),
      token: randomBytes(24).toString('base64url'),
      user: this.user,
      createdAt: clock.now().getTime(),
      loading: false,
      followups: [],
    };
    store.interactions.set(interaction.token, interaction);
    dispatch('INTERACTION_CREATE', interactionJson(interaction, this.#world, data, this.#locale), times);
    return new Asked(interaction, store);
  }

  #write(content: string, channel: Channel, { times, replyTo }: At, files: Files): Message {
    const { store, dispatch } = this.#world;
    const mentioned = [...content.matchAll(/<@!?(\d+)>/g)].map((m) => String(m[1]));
    if (replyTo) mentioned.push(replyTo.body.author.id);
    const mentions = [...new Set(mentioned)].flatMap((id) => store.users.get(id) ?? []);
    const json = {
      ...messageJson(this.#world, { channelId: channel.id, author: this.user }),
      content,
      mentions,
      ...(replyTo && {
        type: 19,
        message_reference: { type: 0, channel_id: replyTo.body.channel_id, message_id: replyTo.body.id },
      }),
      attachments: Object.entries(files).map(([name, bytes]) =>
        attachment({ name, bytes }, {}, this.#world, channel.id),
      ),
    };
    const pings = { users: mentioned, roles: [], everyone: false };
    const message: Message = {
      body: json as unknown as Message['body'],
      pings,
      files: new Map(Object.entries(files)),
      edits: 0,
      deleted: false,
    };
    store.messages.set(message.body.id, message);
    const guild = channel.guildId ? store.guilds.get(channel.guildId) : undefined;
    const { user: _user, ...member } = guild?.members.get(this.user.id) ?? {};
    dispatch(
      'MESSAGE_CREATE',
      {
        ...json,
        ...(guild && { guild_id: guild.id, member }),
        ...(replyTo && { referenced_message: replyTo.deleted ? null : replyTo.body }),
        channel_type: channelJson(channel).type,
      },
      times,
    );
    return message;
  }
}

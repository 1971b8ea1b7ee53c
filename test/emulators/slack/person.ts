import { findAction, inputOf } from './finding.ts';
import { entered, isEmpty, optionsOf, untouched } from './inputs.ts';
import { type Json, json, list, str } from './json.ts';
import type { Ack, Envelope, Forgery } from './lines.ts';
import { asEvent } from './methods/post.ts';
import { asPayload } from './methods/views.ts';
import type { ResponseUrls } from './response-url.ts';
import type { Message, User, View } from './store.ts';
import { closeView, takeAnswer } from './submission.ts';
import { checkOptions } from './validate.ts';
import type { World } from './world.ts';

/** How a person's doings reach the app, and what comes back. */
export interface Way {
  readonly world: World;
  readonly urls: ResponseUrls;
  send(envelope: Envelope, forgery?: Forgery): Promise<Ack>;
}

/** Somebody in the workspace, with a Slack client in their hands. */
export class Person {
  readonly id: string;
  readonly #way: Way;

  constructor(way: Way, user: User) {
    this.#way = way;
    this.id = user.id;
  }

  /** Types a slash command into a channel. */
  slash(command: string, text = '', channel = this.im, forgery?: Forgery): Promise<Ack> {
    const { world, urls } = this.#way;
    const payload: Json = {
      token: 'legacy',
      team_id: world.settings.teamId,
      team_domain: 'test',
      channel_id: channel,
      channel_name: world.store.channels.get(channel)?.name ?? 'directmessage',
      user_id: this.id,
      user_name: world.store.users.get(this.id)?.name ?? '',
      command,
      text,
      api_app_id: world.settings.appId,
      is_enterprise_install: 'false',
      response_url: urls.issue(channel, this.id),
      trigger_id: world.triggers.issue(this.id),
    };
    return this.#way.send({ kind: 'slash_commands', payload }, forgery);
  }

  /** Presses a button of a message, or picks an option of a menu in it, by its words or its action id. */
  click(message: Message, words: string, forgery?: Forgery): Promise<Ack> {
    const { world, urls } = this.#way;
    if (message.onlyFor && message.onlyFor !== this.id)
      throw new Error('that message is shown to somebody else');
    return this.#act(list(message.body.blocks), words, forgery, {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: !!message.onlyFor,
        ...(message.threadTs && { thread_ts: message.threadTs }),
      },
      channel: { id: message.channel, name: world.store.channels.get(message.channel)?.name ?? '' },
      ...(!message.onlyFor && { message: asEvent(world, message) }),
      response_url: urls.issue(message.channel, this.id, message.ts),
    });
  }

  /** Presses a button of the open modal or of the App Home. */
  clickIn(view: View, words: string): Promise<Ack> {
    return this.#act(list(view.body.blocks), words, undefined, {
      container: { type: 'view', view_id: view.id },
      view: asPayload(this.#way.world, view),
    });
  }

  /** The modal that lies on top, if one is open. */
  get modal(): View | undefined {
    return this.#way.world.store.stacks.get(this.id)?.at(-1);
  }

  get home(): View | undefined {
    return this.#way.world.store.homes.get(this.id);
  }

  /** The direct message channel with the app. */
  get im(): string {
    return this.#way.world.store.im(this.id).id;
  }

  /** What only this person sees. */
  get privately(): Message[] {
    return this.#way.world.store.messages.filter((each) => each.onlyFor === this.id);
  }

  /** Types into a type-ahead list of the open modal; answers the options shown. */
  async suggest(block: string, query: string): Promise<Json[]> {
    const view = this.#open();
    const element = inputOf(view, block);
    if (query.length < Number(element.min_query_length ?? 3)) return [];
    const { body, ok } = await this.#way.send({
      kind: 'interactive',
      payload: {
        ...this.#who('block_suggestion'),
        container: { type: 'view', view_id: view.id },
        view: asPayload(this.#way.world, view),
        block_id: block,
        action_id: element.action_id,
        value: query,
      },
    });
    const messages = ok ? checkOptions(body) : [];
    for (const what of messages)
      this.#way.world.violations.push({ where: 'block_suggestion', what, detail: body });
    return ok && messages.length === 0 ? optionsOf(body) : [];
  }

  /** Enters answers by block id (a type-ahead list is searched for them) without submitting. */
  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    const view = this.#open();
    for (const [block, answer] of Object.entries(answers)) {
      const element = inputOf(view, block);
      const external = element.type === 'external_select';
      const suggested = external ? await this.suggest(block, answer) : [];
      view.state[block] = { [str(element.action_id)]: entered(element, answer, suggested) };
    }
  }

  /** Fills and submits the open modal. The client holds back a required input that is empty. */
  async submit(answers: Readonly<Record<string, string>> = {}, forgery?: Forgery): Promise<Ack> {
    const view = this.#open();
    await this.fill(answers);
    const state: View['state'] = {};
    for (const block of list(view.body.blocks)) {
      if (block.type !== 'input') continue;
      const element = json(block.element);
      const [id, action] = [str(block.block_id), str(element.action_id)];
      const value = view.state[id]?.[action] ?? untouched(element);
      if (isEmpty(value) && !block.optional) throw new Error(`the client does not submit without ${id}`);
      state[id] = { [action]: value };
    }
    view.state = state;
    const payload = {
      ...this.#who('view_submission'),
      view: asPayload(this.#way.world, view),
      response_urls: [],
    };
    const ack = await this.#way.send({ kind: 'interactive', payload }, forgery);
    if (ack.ok) takeAnswer(this.#way.world, view, ack.body);
    return ack;
  }

  /** Closes the modal on top. */
  async close(): Promise<void> {
    const view = this.#open();
    closeView(this.#way.world, view);
    if (view.body.notify_on_close !== true) return;
    const payload = {
      ...this.#who('view_closed'),
      view: asPayload(this.#way.world, view),
      is_cleared: false,
    };
    await this.#way.send({ kind: 'interactive', payload });
  }

  /** Uses a shortcut in the menu of a message. */
  shortcut(callback: string, message: Message): Promise<Ack> {
    const { world, urls } = this.#way;
    return this.#way.send({
      kind: 'interactive',
      payload: {
        ...this.#who('message_action'),
        callback_id: callback,
        message_ts: message.ts,
        message: asEvent(world, message),
        channel: { id: message.channel, name: world.store.channels.get(message.channel)?.name ?? '' },
        response_url: urls.issue(message.channel, this.id, message.ts),
        trigger_id: world.triggers.issue(this.id),
        action_ts: world.store.ts(),
      },
    });
  }

  /** Writes a message in a channel; the app hears of it when it is mentioned or it is a direct message. */
  say(text: string, channel = this.im, threadTs?: string): Message {
    return this.#write({ text }, channel, threadTs);
  }

  #write(body: Json, channel: string, threadTs?: string): Message {
    const { world } = this.#way;
    const { store, settings } = world;
    const message: Message = {
      channel,
      ts: store.ts(),
      user: this.id,
      bot: false,
      threadTs,
      body,
      edited: 0,
      reactions: [],
    };
    store.messages.push(message);
    store.changed();
    const event = { ...asEvent(world, message), channel, event_ts: message.ts };
    if (store.channels.get(channel)?.kind === 'im') world.emit({ ...event, channel_type: 'im' });
    else if (str(body.text).includes(`<@${settings.botUserId}>`))
      world.emit({ ...event, type: 'app_mention' });
    return message;
  }

  /** Drops a file into a channel, with or without words. */
  drop(name: string, bytes: Buffer, { text = '', channel = this.im } = {}): Message {
    const { store, origin } = this.#way.world;
    const id = store.id('F');
    store.files.set(id, { id, name, length: bytes.length, bytes, complete: true, pending: 0 });
    const url = `${origin}/files/${id}/${encodeURIComponent(name)}`;
    const file = { id, name, size: bytes.length, mode: 'hosted', url_private_download: url };
    return this.#write({ text, subtype: 'file_share', files: [file] }, channel);
  }

  /** Mentions the app in a channel. */
  mention(text: string, channel: string, threadTs?: string): Message {
    return this.say(`<@${this.#way.world.settings.botUserId}> ${text}`, channel, threadTs);
  }

  /** Opens the app's Home tab. */
  openHome() {
    const { world } = this.#way;
    world.emit({
      type: 'app_home_opened',
      user: this.id,
      channel: this.im,
      tab: 'home',
      event_ts: world.store.ts(),
      ...(this.home && { view: asPayload(world, this.home) }),
    });
  }

  #who(type: string): Json {
    const { settings, store } = this.#way.world;
    const user = store.users.get(this.id);
    return {
      type,
      token: 'legacy',
      team: { id: settings.teamId, domain: 'test' },
      user: { id: this.id, name: user?.name, username: user?.name, team_id: user?.teamId },
      api_app_id: settings.appId,
      enterprise: null,
      is_enterprise_install: false,
      ...(type === 'view_submission' && { trigger_id: this.#way.world.triggers.issue(this.id) }),
    };
  }

  async #act(blocks: Json[], words: string, forgery: Forgery | undefined, where: Json): Promise<Ack> {
    const { world } = this.#way;
    const [block, element, chosen] = findAction(blocks, words);
    const payload = {
      ...this.#who('block_actions'),
      ...where,
      trigger_id: world.triggers.issue(this.id),
      state: { values: {} },
      actions: [
        {
          type: element.type,
          block_id: block.block_id ?? 'generated',
          action_id: element.action_id ?? 'generated',
          action_ts: world.store.ts(),
          ...(element.type === 'button' && { text: element.text, value: element.value }),
          ...(chosen && { selected_option: chosen }),
        },
      ],
    };
    return this.#way.send({ kind: 'interactive', payload }, forgery);
  }

  #open(): View {
    const view = this.modal;
    if (!view) throw new Error('no modal is open');
    return view;
  }
}

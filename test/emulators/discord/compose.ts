import type { APIMessage, APIUser } from 'discord.js';
import { attach } from './attachments.ts';
import { emptyMessage, type Issue, invalidForm } from './errors.ts';
import { answerComponents, answerEmbeds } from './media.ts';
import { pingsOf } from './pings.ts';
import { V2_FLAG } from './rules/components.ts';
import { mentionIssues, messageIssues } from './rules/message.ts';
import type { Json, Message } from './store.ts';
import type { Call, World } from './world.ts';

/** SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_COMPONENTS_V2; interactions may add EPHEMERAL. */
const SETTABLE = 4 | 4096 | V2_FLAG;
export const EPHEMERAL = 64;
export const LOADING = 128;

export interface Envelope {
  readonly channelId: string;
  readonly author: APIUser;
  readonly ephemeralFor?: string;
  /** An answer to an interaction, which may be for one person only. */
  readonly mayHide?: boolean;
  readonly extra?: Json;
}

/** Makes a message out of a request, or edits one: merges, checks as a whole, stores, answers with its JSON. */
export function compose(call: Call, world: World, envelope: Envelope, message?: Message): Message {
  const body = call.body;
  const before = message?.body as unknown as Json | undefined;
  const merged = (key: string, empty: unknown) =>
    body[key] === undefined ? (before?.[key] ?? empty) : (body[key] ?? empty);
  const flags = flagsOf(body, envelope, before);
  const draft: Json = {
    content: merged('content', ''),
    embeds: merged('embeds', []),
    components: merged('components', []),
    flags,
  };
  const { attachments, files, issues } = attach(call, world, message, envelope.channelId);
  const found: Issue[] = [
    ...issues,
    ...messageIssues(draft),
    ...mentionIssues(body.allowed_mentions as Json | undefined),
  ];
  const unsettable = Number(body.flags ?? 0) & ~(SETTABLE | (envelope.mayHide ? EPHEMERAL : 0));
  if (unsettable) found.push({ path: ['flags'], message: `Flags cannot be set: ${unsettable}` });
  if (before && Number(before.flags) & V2_FLAG && body.flags !== undefined && !(Number(body.flags) & V2_FLAG))
    found.push({ path: ['flags'], message: 'IS_COMPONENTS_V2 cannot be removed' });
  const embeds =
    body.embeds === undefined ? draft.embeds : answerEmbeds(draft.embeds as Json[], attachments, found);
  const components =
    body.components === undefined
      ? draft.components
      : answerComponents(draft.components as Json[], attachments, found);
  if (found.length > 0) throw invalidForm(found);
  const filled = [draft.embeds, draft.components, attachments] as unknown[][];
  if (!String(draft.content).trim() && filled.every((list) => list.length === 0)) throw emptyMessage();

  const pings = pingsOf(
    String(draft.content),
    draft.components as Json[],
    body.allowed_mentions as Json | null | undefined,
  );
  const json = {
    ...messageJson(world, envelope),
    ...before,
    ...draft,
    embeds,
    components,
    attachments,
    mentions: pings.users.flatMap((id) => world.store.users.get(id) ?? []),
    mention_roles: pings.roles,
    mention_everyone: pings.everyone,
    edited_timestamp: before ? world.clock.now().toISOString() : null,
  } as unknown as APIMessage;
  // An edit pings nobody on Discord, except what fills a deferred reply.
  const stored: Message = message ?? {
    body: json,
    pings,
    files: new Map(),
    ...(envelope.ephemeralFor && { ephemeralFor: envelope.ephemeralFor }),
    ...(body.nonce !== undefined && { nonce: String(body.nonce) }),
    edits: 0,
    deleted: false,
  };
  const wasLoading = Boolean(Number(before?.flags ?? 0) & LOADING);
  if (wasLoading) stored.pings = pings;
  else if (message) stored.edits += 1;
  stored.body = json;
  stored.files.clear();
  for (const [name, bytes] of files) stored.files.set(name, bytes);
  world.store.messages.set(json.id, stored);
  return stored;
}

/** The fields every message has, for a new one. */
export function messageJson(world: World, envelope: Envelope): Json {
  return {
    id: world.newId(),
    type: 0,
    channel_id: envelope.channelId,
    author: envelope.author,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: envelope.ephemeralFor ? EPHEMERAL : 0,
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    ...envelope.extra,
  };
}

function flagsOf(body: Json, envelope: Envelope, before: Json | undefined): number {
  const kept = Number(before?.flags ?? 0) & (EPHEMERAL | V2_FLAG);
  return kept | (Number(body.flags ?? 0) & SETTABLE) | (envelope.ephemeralFor ? EPHEMERAL : 0);
}

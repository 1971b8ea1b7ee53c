import type { Client, REST } from 'discord.js';
import type { Logger } from 'pino';
import type { AnyCommand, CommandId } from '../../chat/command.ts';
import { idOf } from '../../chat/dispatch.ts';
import type { MakeFile } from '../../chat/file.ts';
import { askKey, draftKey } from '../../chat/plan.ts';
import type { Chat, Person } from '../../chat/platform.ts';
import { type Packed, pack, type Wire } from '../../chat/wire.ts';
import type { Clock } from '../../lib/clock.ts';
import { limits } from './limits.ts';
import type { Draw } from './pictures.ts';
import type { Threads } from './thread.ts';

/** What everything on this platform works with. */
export interface Desk {
  readonly client: Client;
  readonly rest: REST;
  readonly guildId: string;
  readonly chat: Chat;
  /** The registry, with what its commands work with forgotten. */
  readonly registry: Readonly<Record<CommandId, AnyCommand<never>>>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly draw: Draw;
  readonly make: MakeFile;
  readonly threads: Threads;
  /** Stores a wire that is too long for a button, for one person or everybody; the number that stands for it. */
  keep(command: string, wire: Wire, person: string | null): Promise<number>;
}

/** A command as at most 100 characters: what is longer is stored and named. */
export async function packShort(desk: Desk, packed: Packed, only: Person | null): Promise<string> {
  const text = pack(packed);
  if (text.length <= limits.customId) return text;
  return pack({ ...packed, wire: await shortWire(desk, packed, only) });
}

/** A wire that is a draft's number instead, when the command would not fit on a button with it. */
export async function shortWire(desk: Desk, packed: Packed, only: Person | null): Promise<Wire> {
  if (pack(packed).length <= limits.customId) return packed.wire;
  const { [askKey]: ask, ...wire } = packed.wire;
  const id = await desk.keep(packed.command, wire, only && idOf(only));
  return { [draftKey]: String(id), ...(ask && { [askKey]: ask }) };
}

import type { Logger } from 'pino';
import type { Card } from '../../chat/card.ts';
import type { Chart } from '../../chat/chart.ts';
import type { Access, AnyCommand, CommandId } from '../../chat/command.ts';
import type { MakeFile } from '../../chat/file.ts';
import type { Chat, Person } from '../../chat/platform.ts';
import type { Key, Locale } from '../../i18n/index.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Asset } from './assets.ts';
import type { Files } from './files.ts';
import type { Sender } from './send.ts';

/** A role that the catalogue has a name for, or a newcomer's. */
export type RoleName =
  | (Key extends infer K ? (K extends `choice.role.${infer R}` ? R : never) : never)
  | 'anyone';

/** Somebody the visitor can be. `anyone` is a newcomer who was not let in. */
export interface Somebody {
  readonly person: Person;
  readonly role: RoleName;
  /** What they may run. */
  readonly access: Access;
  readonly locale?: Locale;
}

export interface PlaygroundOptions {
  readonly chat: Chat;
  /** For the type-ahead of the line. */
  // biome-ignore lint/suspicious/noExplicitAny: only names and fields are read, which do not depend on the context
  readonly registry: Readonly<Record<CommandId, AnyCommand<any>>>;
  readonly clock: Clock;
  /** IANA zone in which moments are shown. */
  readonly zone: string;
  /** In the order of the menu; the first is who the visitor is at first. Asked again at each turn. */
  readonly people: () => Promise<readonly Somebody[]>;
  readonly draw: (chart: Chart) => Promise<{ png: Buffer; width: number; height: number }>;
  readonly make: MakeFile;
  /** What other platforms would send, by their names, for whoever develops. */
  readonly previews: Readonly<Record<string, (card: Card, locale: Locale) => unknown>>;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** The public channels; a direct conversation is `user:<id>`. */
export const channels = ['sales', 'general'] as const;

/** What the routes need of the playground. */
export interface Listening {
  readonly options: PlaygroundOptions;
  readonly sender: Sender;
  readonly files: Files;
  readonly assets: () => ReadonlyMap<string, Asset>;
  /** Ends the event streams. */
  readonly closing: AbortSignal;
  somebody(userId: string): Promise<Somebody>;
  /** The language of the page for whoever the visitor was; a newcomer has no other. */
  readonly spoken: Map<string, Locale>;
  /** Holds back the stop until the work is done. */
  under<T>(work: () => Promise<T>): Promise<T>;
}

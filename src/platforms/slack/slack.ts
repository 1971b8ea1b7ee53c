import type { webApi } from '@slack/bolt';
import type { Chart } from '../../chat/chart.ts';
import type { MakeFile } from '../../chat/file.ts';
import type { Chat } from '../../chat/platform.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Zone } from '../../lib/dates/index.ts';
import type { Log } from './log.ts';
import type { People } from './people.ts';
import type { Threads } from './thread.ts';

/** What the app gives this platform. */
export interface SlackOptions {
  readonly botToken: string;
  /** Requests to `listener`, signed with a secret; or a socket opened with an app-level token. */
  readonly via: { readonly signingSecret: string } | { readonly appToken: string };
  /** Ends in `/api/`; Slack's own when left out. */
  readonly apiUrl?: string | undefined;
  readonly chat: Chat;
  /** Draws a chart as a PNG. */
  readonly draw: (chart: Chart) => Promise<{ readonly png: Buffer }>;
  readonly make: MakeFile;
  readonly clock: Clock;
  /** In which moments are shown. */
  readonly zone: Zone;
  readonly log: Log;
}

/** What the parts of this platform share once it has started. */
export interface Slack extends Pick<SlackOptions, 'chat' | 'draw' | 'make' | 'clock' | 'zone' | 'log'> {
  /** Never repeats a call by itself: whoever calls decides. */
  readonly client: webApi.WebClient;
  readonly people: People;
  readonly threads: Threads;
  readonly botUserId: string;
  /** Lets one work run at a time. */
  turn<T>(work: () => Promise<T>): Promise<T>;
}

export const platform = 'slack' as const;

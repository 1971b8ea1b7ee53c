import type { Faults } from './faults.ts';
import type { Json } from './json.ts';
import type { Store } from './store.ts';

/** Something the app did that Slack would not have accepted, or not have liked. */
export interface Violation {
  readonly where: string;
  readonly what: string;
  readonly detail?: unknown;
}

/** A request of the app to the Web API, and what it was told. */
export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly answer: Json;
}

export interface Settings {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** What the bot was granted; a method outside of it answers `missing_scope`. All when left out. */
  readonly scopes?: readonly string[];
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** What the parts of the emulator share. */
export interface World {
  readonly settings: Settings;
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Call[];
  readonly violations: Violation[];
  readonly triggers: Triggers;
  /** `http://127.0.0.1:port` of the emulator. */
  origin: string;
  /** Pretends to hear of something in the workspace: tells the app. */
  emit(event: Json): void;
}

/** How long Slack waits for an acknowledgement, and a trigger lives. */
export const patience = 3000;

/** Trigger ids: good once, for three seconds. */
export class Triggers {
  readonly #issued = new Map<string, { user: string; at: number; used: boolean }>();
  #age = 0;

  issue(user: string): string {
    const id = `${this.#issued.size + 1}.${Math.random().toString(36).slice(2)}.trigger`;
    this.#issued.set(id, { user, at: performance.now(), used: false });
    return id;
  }

  /** Makes every trigger issued so far too old. */
  expire() {
    this.#age = performance.now();
  }

  /** Whose trigger it is, or Slack's error. */
  use(id: string): { user: string } | { error: string } {
    const trigger = this.#issued.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (trigger.at < this.#age || performance.now() - trigger.at > patience)
      return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { user: trigger.user };
  }
}

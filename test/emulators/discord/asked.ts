import type { Interaction, Json, Message, Store } from './store.ts';

/** An interaction that a person began, and what comes back. Each wait fails after ten seconds. */
export class Asked {
  readonly interaction: Interaction;
  readonly #store: Store;
  readonly #edits: number;
  constructor(interaction: Interaction, store: Store) {
    this.interaction = interaction;
    this.#store = store;
    this.#edits = this.#source?.edits ?? 0;
  }

  /** The first response: its callback type, data, and after how many milliseconds it came. */
  answered() {
    return this.#store.until('a first response', () => this.interaction.response);
  }

  /** The message that answers: `@original`, once it is there and filled. */
  message(): Promise<Message> {
    return this.#store.until('an answer', () => {
      const { original, loading, response } = this.interaction;
      if (!original || loading || response?.type === 6) return undefined;
      return this.#store.messages.get(original);
    });
  }

  /** The message whose button was pressed, once it was replaced. */
  updated(): Promise<Message> {
    return this.#store.until('an update', () => {
      const source = this.#source;
      return source && source.edits > this.#edits ? source : undefined;
    });
  }

  get #source(): Message | undefined {
    return this.#store.messages.get(this.interaction.sourceMessage ?? '');
  }

  /** The nth follow-up. */
  followup(index = 0): Promise<Message> {
    return this.#store.until('a follow-up', () =>
      this.#store.messages.get(this.interaction.followups[index] ?? ''),
    );
  }

  async modal(): Promise<Json> {
    const { type, data } = await this.answered();
    if (type !== 9) throw new Error(`answered with type ${type}, not with a form`);
    return data;
  }

  async choices(): Promise<{ name: string; value: string }[]> {
    const { type, data } = await this.answered();
    if (type !== 8) throw new Error(`answered with type ${type}, not with choices`);
    return (data.choices ?? []) as { name: string; value: string }[];
  }
}

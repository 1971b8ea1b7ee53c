import type { Key } from '../i18n/index.ts';
import type { Card } from './card.ts';
import type { Field } from './field.ts';
import type { Wire } from './wire.ts';

/** Every command has a name in the catalogue, and every name there a command. */
export type CommandId = Key extends infer K ? (K extends `name.${infer Id}` ? Id : never) : never;

/** Every field has a label in the catalogue. */
export type FieldName = Key extends infer K ? (K extends `field.${infer Name}` ? Name : never) : never;

/** Who may run a command: a role or a higher one; `anyone` is also somebody who is not let in yet. */
export type Access = 'anyone' | 'viewer' | 'rep' | 'manager' | 'admin';

export type Reply = 'private' | 'channel';

export type Fields<C> = Readonly<Partial<Record<FieldName, Field<unknown, C>>>>;

/**
 * What `run` gets: a value per field; `undefined` where an optional one was left out. A command with `prefill` also
 * gets `null` for an optional field that was emptied in its form.
 */
export type InputOf<F> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer _C> ? T : never;
};

/** One thing a person can ask for, on every surface. `C` is what its `run` works with. */
export interface Command<C, F extends Fields<C> = Fields<C>> {
  readonly id: CommandId;
  readonly access: Access;
  /** Who sees the answer; decided before any I/O. Mistakes and refusals are always private. */
  readonly reply: Reply | ((wire: Wire) => Reply);
  readonly fields: F;
  /** The fields that need no key on a line, in the order they are typed. */
  readonly positional: readonly (keyof F & string)[];
  /**
   * Fields that are known by what is said, and need no key wherever on a line that stands: a number by its name, a
   * phone number, a stage. What is left of the line is for the positional ones.
   */
  readonly anywhere?: readonly (keyof F & string)[];
  /** The kind of record whose added fields it asks too, behind its own. */
  readonly custom?: string;
  /** Optional fields that the form opens for when none of them was said. */
  readonly asksFor?: readonly (keyof F & string)[];
  /**
   * For a command that changes a record: its present values for the form. Emptied there, a field is cleared. Refuses
   * where it is known that nothing can come of the form.
   */
  prefill?(ctx: C, wire: Wire): Promise<Wire>;
  run(ctx: C, input: InputOf<F>, meanwhile?: Meanwhile): Promise<Card>;
}

/** Shows a card where the answer will be, while that takes its time. Never rejects. */
export type Meanwhile = (card: Card) => Promise<void>;

/** A command whose fields have been forgotten, as the registry holds it. */
// biome-ignore lint/suspicious/noExplicitAny: `run` takes exactly what its own fields read, which dispatch does
export type AnyCommand<C> = Command<C, any>;

/** All commands by id, in the order in which help lists them. */
export type Registry<C> = Readonly<Record<CommandId, AnyCommand<C>>>;

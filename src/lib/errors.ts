/** The arguments of a sentence, by the names of its holes. */
export type Args = Readonly<Record<string, string | number>>;

/** What a person can mend: the catalogue key of a sentence (`problem.<code>`) and its arguments. */
export interface Problem<C extends string = string> {
  readonly code: C;
  readonly args?: Args;
}

/** The outcome of reading what somebody typed: a value, or the problem to tell them. Never throws. */
export type Reading<T, C extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem<C> };

export function read<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function unread<C extends string>(
  code: C,
  args?: Args,
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: args ? { code, args } : { code } };
}

/**
 * Thrown by an edit whose form was filled before somebody else changed the same fields otherwise: it changed nothing.
 * `by` says who it was (null: nobody in particular), field by field.
 */
export class Overtaken extends Error {
  readonly by: Readonly<Record<string, string | null>>;
  /** Fields that were sent as they had been shown. */
  readonly untouched: readonly string[];

  constructor(by: Overtaken['by'], untouched: readonly string[]) {
    super('overtaken');
    this.by = by;
    this.untouched = untouched;
  }
}

import type { ArgsOf, Key, Translator } from './index.ts';

type ProblemKey = Extract<Key, `problem.${string}`>;
type CodeOf<K> = K extends `problem.${infer Code}` ? Code : never;

/** What differs between languages (a stage) is put into words only when it is known who will read them. */
type Arg = string | number | ((t: Translator) => string);

/** A person's mistake or a right they lack, thrown by a verb: it changed nothing. Told privately in their language. */
export class Refusal extends Error {
  readonly key: ProblemKey;
  readonly args: Readonly<Record<string, Arg>>;

  constructor(key: ProblemKey, args: Readonly<Record<string, Arg>>) {
    super(key);
    this.key = key;
    this.args = args;
  }

  /** What its sentence speaks of, in a language. */
  words(t: Translator): Readonly<Record<string, string | number>> {
    const words = Object.entries(this.args).map(([name, arg]) => [
      name,
      arg instanceof Function ? arg(t) : arg,
    ]);
    return Object.fromEntries(words);
  }

  /** The sentence in a language. */
  in(t: Translator): string {
    return t.say(this.key, this.words(t));
  }
}

/** Refuses with the sentence `problem.<code>`: `refuse('deal.closed', { deal: 'D-42' })`. */
export function refuse<C extends CodeOf<ProblemKey>>(code: C, ...args: ArgsOf<`problem.${C}`, Arg>): never {
  throw new Refusal(`problem.${code}`, (args[0] ?? {}) as Readonly<Record<string, Arg>>);
}

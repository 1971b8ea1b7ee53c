import type { ArgsOf, Key } from './index.ts';

type ProblemKey = Extract<Key, `problem.${string}`>;
type CodeOf<K> = K extends `problem.${infer Code}` ? Code : never;

/** A person's mistake or a right they lack, thrown by a verb: it changed nothing. Told privately in their language. */
export class Refusal extends Error {
  readonly key: ProblemKey;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(key: ProblemKey, args: Readonly<Record<string, string | number>>) {
    super(key);
    this.key = key;
    this.args = args;
  }
}

/** Refuses with the sentence `problem.<code>`: `refuse('deal.closed', { deal: 'D-42' })`. */
export function refuse<C extends CodeOf<ProblemKey>>(code: C, ...args: ArgsOf<`problem.${C}`>): never {
  throw new Refusal(`problem.${code}`, (args[0] ?? {}) as Readonly<Record<string, string | number>>);
}

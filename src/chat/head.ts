import type { CommandId, Registry } from './command.ts';
import { longest, spoken } from './names.ts';
import { namesIn } from './thread.ts';
import { type Token, tokens, whole } from './tokens.ts';

/** A line cut into words, and the command whose name it begins with. */
export interface Head {
  readonly words: readonly Token[];
  readonly names: ReadonlyMap<string, CommandId>;
  readonly command?: CommandId;
  /** How many words the name has; 0 where there is none. */
  readonly count: number;
}

/** The longest name that a line begins with, in either language. `about`: the record of the thread it stands in. */
export function headOf<C>(registry: Registry<C>, line: string, about?: string): Head {
  const names = namesIn(registry, about);
  const words = tokens(line.trim().replace(/^\/(crm\b)?\s*/i, ''));
  for (let count = Math.min(longest(names), words.length); count > 0; count--) {
    const command = names.get(spoken(words.slice(0, count).map(whole).join(' ')));
    if (command) return { words, names, command, count };
  }
  return { words, names, count: 0 };
}

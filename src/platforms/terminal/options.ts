import { type Reading, read, unread } from '../../lib/errors.ts';

export interface Options {
  /** Whose rights; undefined: the operator's. */
  readonly as?: string;
  /** Where the clock stands. */
  readonly at?: Date;
  readonly json: boolean;
  readonly words: readonly string[];
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `[--as EMAIL] [--at INSTANT] [--json] <command line>`; behind `--` all is the line's own. */
export function readOptions(argv: readonly string[]): Reading<Options> {
  const words: string[] = [];
  let [as, at, json]: [string | undefined, Date | undefined, boolean] = [undefined, undefined, false];
  for (let i = 0; i < argv.length; i++) {
    const [, name, glued] = /^--(as|at|json|)(?:=(.*))?$/s.exec(argv[i] as string) ?? [];
    if (name === undefined) words.push(argv[i] as string);
    else if (name === '') {
      words.push(...argv.slice(i + 1));
      break;
    } else if (name === 'json') json = true;
    else {
      const value = glued ?? argv[++i] ?? '';
      if (name === 'as') as = value;
      else if (!instant.test(value) || Number.isNaN(Date.parse(value)))
        return unread('terminal.at', { text: value });
      else at = new Date(value);
      if (name === 'as' && !value.includes('@')) return unread('terminal.as', { text: value });
    }
  }
  const unknown = words[0]?.startsWith('--') ? words[0] : undefined;
  if (unknown) return unread('terminal.option', { text: unknown });
  return read({ ...(as && { as }), ...(at && { at }), json, words });
}

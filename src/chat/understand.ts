import type { AnyCommand, CommandId } from './command.ts';
import type { Field, Reader } from './field.ts';
import { keyed, type Misplaced, readsKeys } from './keyed.ts';
import { parted } from './parted.ts';
import { placed } from './placed.ts';
import { recognise } from './recognise.ts';
import { split } from './split.ts';
import { said, type Token } from './tokens.ts';
import { beginKey, shownKey, type Wire } from './wire.ts';

export interface Understood {
  readonly command: CommandId;
  readonly wire: Wire;
  /** What could not be understood of the rest, and the field to tell it at; told before anything is done. */
  readonly problem?: Misplaced;
  /** What it says without the thread it stands in, where that is a command too: see `understandInThread`. */
  readonly alone?: Wire;
}

/** Shares the tokens behind a command's name among its fields. */
export function understand<C>(command: AnyCommand<C>, rest: readonly Token[], reader: Reader): Understood {
  const { bare: unkeyed, groups, problem } = keyed(command, rest);
  const { bare, found } = recognise(command, unkeyed, groups, reader);
  const wire: Record<string, string> = Object.fromEntries(found);
  const reads = readsKeys(command);
  // Quotes matter where there are keys.
  const asTyped = (words: readonly Token[]) =>
    words.some(({ raw }) => /[:~<>≤≥]/.test(raw)) ? words.map(({ raw }) => raw).join(' ') : said(words);
  for (const [name, words] of groups)
    if (words.length > 0) wire[name] = name === reads ? asTyped(words) : said(words);
  const free = command.positional.filter((name) => !groups.has(name) && !found.has(name));
  const fields = free.map((name) => command.fields[name] as Field<unknown, never>);
  // Words before a filter that a key says belong to it.
  const before = reads && groups.has(reads) && command.positional[0] === reads && bare.length > 0;
  if (before) wire[reads] = `${asTyped(bare)} ${wire[reads]}`;
  const whole = before ? [] : [asTyped(bare)];
  const isFilter = before || (reads && free[0] === reads);
  // Without quotes such words may be those of a title: see `loosely`.
  const quoted = !isFilter && bare.some((token) => token.quoted);
  const behind = quoted ? placed(command, free, bare, new Set(Object.keys(wire)), reader) : undefined;
  const shares = isFilter
    ? whole
    : (behind?.shares ?? parted(command, free, bare, reader) ?? split(fields, bare, reader));
  for (const { name, words } of behind?.tail ?? []) wire[name] = said(words);
  free.forEach((name, i) => {
    if (shares[i]) wire[name] = shares[i];
  });
  if (shares[0] === '' && fields[0]?.lookup?.begun) wire[beginKey] = free[0] as string;
  const over = shares.slice(free.length).join(' ');
  const misplaced =
    problem ??
    (over ? tooMuch(over, command.positional.at(-1)) : undefined) ??
    [[command.positional[0], bare] as const, ...groups]
      .filter(([name]) => name !== reads)
      .map(strayQuote)
      .find((found) => found);
  // `close:""` empties a field by name.
  if (command.prefill && Object.values(wire).includes('')) wire[shownKey] = '1';
  return { command: command.id, wire, ...(misplaced && { problem: misplaced }) };
}

const tooMuch = (text: string, field: string | undefined): Misplaced => ({
  code: 'line.too_much',
  args: { text },
  ...(field && { field }),
});

/** A quote that nothing closes may begin a text that ends anywhere; 27" is a length. */
function strayQuote([field, words]: readonly [string | undefined, readonly Token[]]): Misplaced | undefined {
  const stray = words.find(({ text, quoted }) => !quoted && /["“”„«»]/.test(text.replace(/\d["”]$/, '')));
  return stray && tooMuch(stray.text, field);
}

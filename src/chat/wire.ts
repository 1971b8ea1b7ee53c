/** A command's fields as text, whatever they were typed, chosen or pressed in. What is empty is absent. */
export type Wire = Readonly<Record<string, string>>;

/**
 * Fields whose name begins so belong to the machinery: `_draft` names a stored wire, `_ask` wants the form (`1`, or
 * the names of the fields that come first in it, with spaces between), with `_shown` the present values were seen, so
 * that what is empty was emptied, `_seen` is the number of the record's latest change when they were, `_more` is a text
 * of fields for which a platform has no room of their own, `_line` is a line as it was typed that may have been meant
 * for another command, `_about` the record of the thread where it was, and `_alone` what it says without that record.
 * `_begin` names a field of a record whose name the text of the field behind it may begin with. `_then` is a line that
 * the answer offers to go on with.
 */
export const draftKey = '_draft';
export const askKey = '_ask';
export const shownKey = '_shown';
export const seenKey = '_seen';
export const moreKey = '_more';
export const lineKey = '_line';
export const aboutKey = '_about';
export const aloneKey = '_alone';
export const beginKey = '_begin';
export const thenKey = '_then';

/** A button as text. */
export interface Packed {
  readonly command: string;
  readonly wire: Wire;
  /** The answer takes the place of the card that the button stands on. */
  readonly replace?: boolean;
}

/** Discord's limit for a button; the tightest of all platforms. */
export const maxPacked = 100;

/** `deal.move?deal=42&stage=5`, or `deal.move!?…` when the answer replaces the card. May be too long: see drafts. */
export function pack({ command, wire, replace }: Packed): string {
  const query = packWire(wire);
  return `${command}${replace ? '!' : ''}${query && `?${query}`}`;
}

export const packWire = (wire: Wire): string => new URLSearchParams(wire).toString();
export const unpackWire = (query: string): Wire => Object.fromEntries(new URLSearchParams(query));

/** Reads what `pack` wrote. */
export function unpack(packed: string): Packed {
  const [head = '', query = ''] = packed.split(/\?(.*)/s);
  const replace = head.endsWith('!');
  return {
    command: replace ? head.slice(0, -1) : head,
    wire: unpackWire(query),
    ...(replace && { replace }),
  };
}

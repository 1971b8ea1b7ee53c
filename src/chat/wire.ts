/** A command's fields as text, whatever they were typed, chosen or pressed in. What is empty is absent. */
export type Wire = Readonly<Record<string, string>>;

/**
 * Fields whose name begins so belong to the machinery: `_draft` names a stored wire, `_ask` wants the form, with
 * `_shown` the present values were seen, so that what is empty was emptied, `_seen` is the number of the record's
 * latest change when they were, `_more` is a text of fields for which a platform has no room of their own, and
 * `_line` is a line as it was typed that may have been meant for another command.
 */
export const draftKey = '_draft';
export const askKey = '_ask';
export const shownKey = '_shown';
export const seenKey = '_seen';
export const moreKey = '_more';
export const lineKey = '_line';

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
  const query = new URLSearchParams(wire).toString();
  return `${command}${replace ? '!' : ''}${query && `?${query}`}`;
}

/** Reads what `pack` wrote. */
export function unpack(packed: string): Packed {
  const [head = '', query = ''] = packed.split(/\?(.*)/s);
  const replace = head.endsWith('!');
  const wire = Object.fromEntries(new URLSearchParams(query));
  return { command: replace ? head.slice(0, -1) : head, wire, ...(replace && { replace }) };
}

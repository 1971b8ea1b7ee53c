/** A word of a line, or several in quotes. `glued` is what stood before the quotes, as in `company:"A B"`. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** `key` of `key:value`; only where the colon was outside quotes and something follows it. */
  readonly key?: string;
}

/** Straight quotes and those that phones and Slack make of them. */
const word = /(?:([\p{L}\p{N}_-]+):)?(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”])(?=\s|$)|(\S+)/gu;
const pair = /^([\p{L}][\p{L}\p{N}_-]*):(?!\/\/)(.+)$/su;

/** Cuts a line into its tokens. An unclosed quote is an ordinary character. */
export function tokens(line: string): Token[] {
  return [...line.matchAll(word)].map((m) => {
    const quoted = m[2] ?? m[3] ?? m[4] ?? m[5];
    if (quoted !== undefined) return { text: quoted, quoted: true, ...(m[1] && { key: m[1] }) };
    const bare = m[6] as string;
    const keyed = bare.match(pair);
    return keyed
      ? { text: keyed[2] as string, quoted: false, key: keyed[1] as string }
      : { text: bare, quoted: false };
  });
}

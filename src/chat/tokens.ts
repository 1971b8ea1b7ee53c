/** A word of a line, or several in quotes. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** As it was typed, with its key and quotes. */
  readonly raw: string;
  /** `key` of `key:value`, where the colon was outside quotes. After a bare `key:` the text is empty. */
  readonly key?: string;
  /** The key with its quotes, where it had some: `"signed NDA":có`. Nothing before it belongs to it. */
  readonly keyQuoted?: string;
}

/** Straight quotes, those that phones and Slack make of them, and pairs that mix both. */
const quotes = [/“[^“”]*”/, /«[^«»]*»/, /["“”„][^"“”„]*["“”]/, /['‘][^'‘’]*['’]/]
  .map((pair) => pair.source)
  .join('|');
const keyQuotes = quotes.replaceAll('*', '+');
const word = new RegExp(
  `(?:(?:(${keyQuotes})|(\\p{L}[\\p{L}\\p{N}_-]*)):)?(${quotes})[,;]?(?=\\s|$)|(${keyQuotes}):(?!//)(\\S*)|(\\S+)`,
  'gu',
);
const pair = /^(\p{L}[\p{L}\p{N}_-]*):(?!\/\/)(.*)$/su;

/** Cuts a line into its tokens. An unclosed quote is an ordinary character. */
export function tokens(line: string): Token[] {
  return [...line.normalize('NFC').matchAll(word)].map(
    ([raw, keyOfQuoted, key, quoted, keyOfBare, value = '', bare = '']) => {
      const within = keyOfQuoted ?? keyOfBare;
      const named = within ? { key: within.slice(1, -1), keyQuoted: within } : key ? { key } : {};
      if (quoted !== undefined) return { text: quoted.slice(1, -1), quoted: true, raw, ...named };
      if (within) return { text: value, quoted: false, raw, ...named };
      const [, name, rest] = bare.match(pair) ?? [];
      return { quoted: false, raw, ...(name ? { text: rest as string, key: name } : { text: bare }) };
    },
  );
}

/** A token as an ordinary word. */
export const whole = ({ key, text, keyQuoted }: Token) =>
  key === undefined ? text : `${keyQuoted ?? key}:${text}`;

export const said = (words: readonly Token[]) => words.map(whole).join(' ');

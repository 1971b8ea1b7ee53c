/** A word of a line, or several in quotes. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** As it was typed, with its key and quotes. */
  readonly raw: string;
  /** `key` of `key:value`, where the colon was outside quotes. After a bare `key:` the text is empty. */
  readonly key?: string;
}

/** Straight quotes, those that phones and Slack make of them, and pairs that mix both. */
const quotes = [/“([^“”]*)”/, /«([^«»]*)»/, /["“”„]([^"“”„]*)["“”]/, /['‘]([^'‘’]*)['’]/]
  .map((pair) => pair.source)
  .join('|');
const word = new RegExp(`(?:(\\p{L}[\\p{L}\\p{N}_-]*):)?(?:${quotes})[,;]?(?=\\s|$)|(\\S+)`, 'gu');
const pair = /^(\p{L}[\p{L}\p{N}_-]*):(?!\/\/)(.*)$/su;

/** Cuts a line into its tokens. An unclosed quote is an ordinary character. */
export function tokens(line: string): Token[] {
  return [...line.normalize('NFC').matchAll(word)].map(
    ([raw, key, smart, angled, double, single, bare = '']) => {
      const quoted = smart ?? angled ?? double ?? single;
      if (quoted !== undefined) return { text: quoted, quoted: true, raw, ...(key && { key }) };
      const [, name, value] = bare.match(pair) ?? [];
      return { quoted: false, raw, ...(name ? { text: value as string, key: name } : { text: bare }) };
    },
  );
}

/** A token as an ordinary word. */
export const whole = ({ key, text }: Token) => (key === undefined ? text : `${key}:${text}`);

export const said = (words: readonly Token[]) => words.map(whole).join(' ');

import { type Font, measure } from './fonts.ts';

/** All but what Inter draws: emoji, CJK, right-to-left scripts and their marks, stacked accents, controls. */
const UNDRAWABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\x20-\x7e\xa0-\xff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]/gu;

const LONGEST = 300;

/** One line of drawable text; composed, so that accents typed apart survive. May be empty. */
export function clean(text: string): string {
  return text
    .slice(0, 2 * LONGEST)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(UNDRAWABLE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** The text, or as much of its beginning as fits into `width` with an ellipsis. */
export function ellipsize(text: string, font: Font, width: number): string {
  if (measure(text, font) <= width) return text;
  let fits = 0;
  let tooMany = text.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(cut(text, middle), font) <= width) fits = middle;
    else tooMany = middle;
  }
  return cut(text, fits);
}

function cut(text: string, length: number): string {
  return `${text.slice(0, length).trimEnd()}…`;
}

/** The text on at most `most` lines, broken between words; what is too long ends in an ellipsis. */
export function wrap(text: string, font: Font, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && (lines.length === most || measure(longer, font) <= width)) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines.map((line) => ellipsize(line, font, width));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * At most `max` UTF-16 units (so at most `max` characters however a platform counts), ending in … when cut;
 * never splits what a reader sees as one character. Cut first, then `plain`: a cut may lose an isolate's end.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  // One cluster may be longer than all the room there is; then nothing of it is kept.
  const kept = graphemes.segment(text).containing(max - 1)?.index ?? 0;
  return `${text.slice(0, kept).trimEnd()}…`;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const REORDERS =
  /[\u061C\u200F\u202A-\u202E\u2066-\u2069\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * One line of somebody's text: control characters and line breaks become a space, everything else stays.
 * Text that can turn the reading direction is wrapped in a closed isolate, so the rest of the line keeps its order.
 */
export function plain(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return REORDERS.test(line) ? isolate(line) : line;
}

/** Balances the isolates inside `line` and closes it in one of its own, unless it already is. */
function isolate(line: string): string {
  let depth = 0;
  let inside = '';
  let closedEarly = false;
  for (const char of line) {
    if (char === POP_ISOLATE && depth === 0) continue;
    if (depth === 0 && inside !== '') closedEarly = true;
    if (/[\u2066-\u2068]/.test(char)) depth++;
    if (char === POP_ISOLATE) depth--;
    inside += char;
  }
  inside += POP_ISOLATE.repeat(depth);
  const whole = inside.startsWith(FIRST_STRONG_ISOLATE) && !closedEarly;
  return whole ? inside : FIRST_STRONG_ISOLATE + inside + POP_ISOLATE;
}

/** Without what no database keeps as text: NUL, and a half of a character without its other half. */
export const keepable = (text: string): string => text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '');

import { fold } from '../fold.ts';
import { shorten } from '../text.ts';

/** What the rules match: lower case, composed letters, single spaces; accents stay as they were typed. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What somebody typed, short enough to be said back to them. */
export function shown(text: string): string {
  return shorten(text.trim(), 60);
}

/**
 * A pattern for a whole plain text. Each Vietnamese word in it matches with all of its accents or with none,
 * so `mốt` is never taken for `một`. (An escape such as `\d` must not touch an accented word.)
 */
export function words(source: string): RegExp {
  const either = source.replace(/[a-z]*[^\p{ASCII}]\p{L}*/giu, (word) => `(?:${word}|${fold(word)})`);
  return new RegExp(`^(?:${either})$`, 'u');
}

const NAMES =
  'một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai one two three four five six seven eight nine ten eleven twelve';
const COUNTS = new Map(NAMES.split(' ').map((name, i) => [fold(name.replace('_', ' ')), (i % 12) + 1]));
for (const [name, value] of Object.entries({ tu: 4, bay: 7, a: 1, an: 1 })) COUNTS.set(name, value);

/** The source of a small number in Vietnamese words, to put into `words`. */
export const VI_NUMBER = 'mười một|mười hai|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười';
export const EN_NUMBER = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an|a';

/** The value of what `VI_NUMBER`, `EN_NUMBER` or digits matched. */
export function count(word: string): number {
  return COUNTS.get(fold(word)) ?? Number(word);
}

export const EN_MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** 1 for what `EN_MONTH` matched of January, and so on. */
export function monthNumber(name: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3)) / 3 + 1;
}

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Reading, read, unread } from './errors.ts';
import type { Locale } from './format.ts';
import { type ListProblem, type Reach, readReaches } from './reach.ts';
import { plain, shorten } from './text.ts';

export type PhoneProblem = 'phone.unreadable';

/** What stands between a number and its extension. */
const marker = ';ext=';

const extension =
  '(?:ext(?:ension|n)?|x|(?:m[áa]y |s[ốo] (?:m[áa]y )?)?l[ẻe]|(?:s[ốo] )?n[ộo]i b[ộo]|nh[áa]nh)[\\s.:=]{0,4}(\\d{1,7})';
/** An extension behind a number: `ext. 12`, `x12`, `máy lẻ 12`, `(nhánh 12)`, and `;ext=12` as it is kept. */
const BEHIND = new RegExp(
  `(?<=[\\d)])\\s{0,3}(?:[,;]?\\s{0,3}${extension}|\\(\\s*${extension}\\s*\\))(?=\\s*(?:[,;(\\n]|$))`,
  'giu',
);

/**
 * Reads one valid phone number to E.164, `+84912345678`, behind which an extension stands as RFC 3966 writes it:
 * `+842838221234;ext=12`. Without a country code it is one of `region`.
 */
export function readPhone(text: string, region: CountryCode = 'VN'): Reading<string, PhoneProblem> {
  const { number, behind } = parted(text);
  const phone = parsePhoneNumberFromString(number, { defaultCountry: region, extract: false });
  if (!phone?.isValid() || phone.ext) return unread('phone.unreadable', { text: plain(shorten(text, 40)) });
  return read(phone.number + (behind ? marker + behind : ''));
}

/** Several as `readReaches` reads them. */
export const readPhones = (text: string): Reading<Reach[], PhoneProblem | ListProblem> =>
  readReaches(written(text), readPhone);

/** A number as people write it: national in Vietnam, international elsewhere. `readPhone` reads it back. */
export function formatPhone(number: string, locale: Locale): string {
  const [e164 = number, behind] = number.split(marker);
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return number;
  const shown = phone.country === 'VN' ? phone.formatNational() : phone.formatInternational();
  return behind ? `${shown} ${{ vi: 'máy lẻ', en: 'ext.' }[locale]} ${behind}` : shown;
}

/** Begins as what is dialled does and has the length of it, whether it is a number or has a digit too few or too many. */
export function isDialled(text: string): boolean {
  const { number } = parted(text);
  return /^[+0][\d\s().-]+$/.test(number) && number.replaceAll(/\D/g, '').length >= 8;
}

function parted(text: string) {
  const all = written(text);
  const [, number = all, behind] = /^(.*) ext (\d{1,7})$/s.exec(all) ?? [];
  return { number, behind };
}

/** With each extension as ` ext 12`. */
const written = (text: string) =>
  text
    .trim()
    .normalize('NFC')
    .replace(BEHIND, (_, bare?: string, inBrackets?: string) => ` ext ${bare ?? inBrackets}`);

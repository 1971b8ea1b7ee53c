import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Reading, read, unread } from './errors.ts';
import { plain, shorten } from './text.ts';

export type PhoneProblem = 'phone.unreadable';

/** Reads one valid phone number to E.164 (`+84912345678`); without a country code it is one of `region`. */
export function readPhone(text: string, region: CountryCode = 'VN'): Reading<string, PhoneProblem> {
  const phone = parsePhoneNumberFromString(text.trim(), { defaultCountry: region, extract: false });
  if (!phone?.isValid() || phone.ext) return unread('phone.unreadable', { text: plain(shorten(text, 40)) });
  return read(phone.number);
}

/** An E.164 number as people write it: national in Vietnam, international elsewhere. */
export function formatPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.country === 'VN' ? phone.formatNational() : phone.formatInternational();
}

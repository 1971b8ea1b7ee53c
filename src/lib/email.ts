import { z } from 'zod';
import { type Reading, read, unread } from './errors.ts';
import { plain, shorten } from './text.ts';

export type EmailProblem = 'email.unreadable';

const address = z.email().max(254);

/** Reads one e-mail address; the domain comes back in lower case, the part before @ as typed. */
export function readEmail(text: string): Reading<string, EmailProblem> {
  const parsed = address.safeParse(text.trim());
  if (!parsed.success) return unread('email.unreadable', { text: plain(shorten(text, 40)) });
  const at = parsed.data.lastIndexOf('@');
  return read(parsed.data.slice(0, at) + parsed.data.slice(at).toLowerCase());
}

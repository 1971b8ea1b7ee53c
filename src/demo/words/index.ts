import type { Locale } from '../../i18n/index.ts';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';
import type { Words } from './words.ts';

export const words: Readonly<Record<Locale, Words>> = { vi, en };

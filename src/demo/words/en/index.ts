import type { Words } from '../words.ts';
import * as firms from './firms.ts';
import * as next from './next.ts';
import * as offers from './offers.ts';
import * as people from './people.ts';
import * as profile from './profile.ts';
import * as talk from './talk.ts';

/** The demo company in English. */
export const en: Words = {
  ...firms,
  ...next,
  ...offers,
  ...people,
  ...profile,
  ...talk,
  country: 'United States',
};

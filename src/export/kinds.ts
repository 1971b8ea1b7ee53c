import type { Kind } from '../crm/codes.ts';

/** What can be exported, as the import calls it, and its table. */
export const kinds = {
  companies: 'company',
  contacts: 'contact',
  leads: 'lead',
  deals: 'deal',
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

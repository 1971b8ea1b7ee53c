import type { Extent } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Role } from '../context.ts';

export interface Allowed {
  /** Whose records they see, and whose they change: their own, their team's (both with nobody's), all or none. */
  readonly sees: Extent;
  readonly changes: Extent;
}

/** The roles whose rights can be set; admins have all. */
export const governed = ['viewer', 'rep', 'marketing', 'care', 'manager'] as const satisfies readonly Role[];
export type Governed = (typeof governed)[number];

const shared = { sees: 'ALL', changes: 'ALL' } as const;
const readable = { sees: 'ALL', changes: 'NONE' } as const;
const own = { sees: 'TEAM', changes: 'OWN' } as const;

/** What each role may do where an admin has not set it otherwise. Customers are everybody's: who calls them mends them. */
export const defaults: Readonly<Record<Governed, Readonly<Record<Kind, Allowed>>>> = {
  viewer: { deal: readable, lead: readable, contact: readable, company: readable },
  rep: { deal: own, lead: own, contact: shared, company: shared },
  marketing: { deal: readable, lead: shared, contact: shared, company: shared },
  care: { deal: readable, lead: own, contact: shared, company: shared },
  manager: { deal: shared, lead: shared, contact: shared, company: shared },
};

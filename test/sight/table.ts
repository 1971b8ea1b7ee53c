import type { Kind } from '../../src/crm/codes.ts';
import type { Role } from '../../src/crm/context.ts';

/** Who sees and changes what, told a second time and as plainly as can be. */
export type Extent = 'NONE' | 'OWN' | 'TEAM' | 'ALL';
export interface Allowed {
  readonly sees: Extent;
  readonly changes: Extent;
}
/** What a role may do, kind by kind. */
export type Rights = Readonly<Record<Kind, Allowed>>;

export const kinds: readonly Kind[] = ['deal', 'lead', 'contact', 'company'];
export const roles: readonly Role[] = ['viewer', 'rep', 'marketing', 'care', 'manager', 'admin'];

/** Whose a record is, for somebody of the northern team: everybody but `other`. */
export const owners = ['other', ...roles, 'none', 'mate'] as const;
export type Owner = (typeof owners)[number];

const pair = (sees: Extent, changes: Extent): Allowed => ({ sees, changes });

/** Every pair of which the second is no more than the first. */
export const pairs: readonly Allowed[] = [
  pair('NONE', 'NONE'),
  pair('ALL', 'ALL'),
  pair('OWN', 'NONE'),
  pair('ALL', 'OWN'),
  pair('TEAM', 'TEAM'),
  pair('OWN', 'OWN'),
  pair('ALL', 'TEAM'),
  pair('TEAM', 'NONE'),
  pair('ALL', 'NONE'),
  pair('TEAM', 'OWN'),
];

/** Mixes the pairs, so that what one sees of one kind tells nothing of the others. */
export const mixed = (turn: number): Rights => {
  const of = (i: number) => pairs[(turn + i * 3) % pairs.length] as Allowed;
  return { deal: of(0), lead: of(1), contact: of(2), company: of(3) };
};

const all = pair('ALL', 'ALL');
const read = pair('ALL', 'NONE');
const own = pair('TEAM', 'OWN');

export const defaults: Readonly<Record<Role, Rights>> = {
  viewer: { deal: read, lead: read, contact: read, company: read },
  rep: { deal: own, lead: own, contact: all, company: all },
  marketing: { deal: read, lead: all, contact: all, company: all },
  care: { deal: read, lead: own, contact: all, company: all },
  manager: { deal: all, lead: all, contact: all, company: all },
  admin: { deal: all, lead: all, contact: all, company: all },
};

/** Whether a record of this owner is among those of this extent, for the person of this role. */
export function among(extent: Extent, role: Role, owner: Owner): boolean {
  if (extent === 'NONE') return false;
  if (extent === 'ALL' || owner === 'none' || owner === role) return true;
  return extent === 'TEAM' && owner !== 'other';
}

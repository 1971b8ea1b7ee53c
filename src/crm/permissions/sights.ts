import type { Extent } from '../../db/client.ts';
import { type Kind, kinds } from '../codes.ts';
import type { Role } from '../context.ts';
import { every, type Sight, type Sights } from '../visibility.ts';
import { type Allowed, defaults } from './defaults.ts';

/** A row of the table `permission`. */
export interface Granted extends Allowed {
  readonly record: string;
}

interface Who {
  readonly id: number;
  readonly role: Role;
  /** The members of their team. */
  readonly mates: readonly number[];
}

/** What somebody sees and changes, kind by kind: what was granted to their role, else its defaults. Admins all. */
export function sightsOf(who: Who, granted: readonly Granted[]): { sight: Sights; reach: Sights } {
  const { role } = who;
  if (role === 'admin') return { sight: every('all'), reach: every('all') };
  const allowed = (kind: Kind) => granted.find(({ record }) => record === kind) ?? defaults[role][kind];
  const each = (of: keyof Allowed) =>
    Object.fromEntries(
      (Object.keys(kinds) as Kind[]).map((kind) => [kind, extent(who, allowed(kind)[of])]),
    ) as Record<Kind, Sight>;
  return { sight: each('sees'), reach: each('changes') };
}

function extent({ id, mates }: Who, of: Extent): Sight {
  if (of === 'ALL') return 'all';
  if (of === 'NONE') return 'none';
  return of === 'TEAM' ? [...new Set([id, ...mates])] : [id];
}

/** The level of command that a role may run: departments work as sales does. */
export function accessOf(role: Role): 'viewer' | 'rep' | 'manager' | 'admin' {
  return role === 'marketing' || role === 'care' ? 'rep' : role;
}

import type { Extent } from '../../db/client.ts';
import { type Kind, kinds } from '../codes.ts';
import type { Role } from '../context.ts';
import type { Sight, Sights } from '../visibility.ts';
import { type Allowed, defaults } from './defaults.ts';

/** A row of the table `permission`. */
export interface Granted extends Allowed {
  readonly record: string;
}

/** Somebody, as far as their rights depend on it. */
export interface Who {
  readonly id: number;
  readonly role: Role;
  /** The members of their team. */
  readonly mates: readonly number[];
  /** What their role was granted other than its defaults. */
  readonly granted: readonly Granted[];
}

/** What somebody may do with records of a kind: what was granted to their role, else its defaults. Admins all. */
export function allowedTo({ role, granted }: Pick<Who, 'role' | 'granted'>, kind: Kind): Allowed {
  if (role === 'admin') return { sees: 'ALL', changes: 'ALL' };
  return granted.find(({ record }) => record === kind) ?? defaults[role][kind];
}

/** The same for every kind, as whose records these are. */
export function sightsOf(who: Who): { sight: Sights; reach: Sights } {
  const each = (of: keyof Allowed) =>
    Object.fromEntries(
      (Object.keys(kinds) as Kind[]).map((kind) => [kind, extent(who, allowedTo(who, kind)[of])]),
    ) as Record<Kind, Sight>;
  return { sight: each('sees'), reach: each('changes') };
}

function extent({ id, mates }: Pick<Who, 'id' | 'mates'>, of: Extent): Sight {
  if (of === 'ALL') return 'all';
  if (of === 'NONE') return 'none';
  return of === 'TEAM' ? [...new Set([id, ...mates])] : [id];
}

/** The level of command that a role may run: departments work as sales does. */
export function accessOf(role: Role): 'viewer' | 'rep' | 'manager' | 'admin' {
  return role === 'marketing' || role === 'care' ? 'rep' : role;
}

import type { Kind } from '../../crm/codes.ts';
import type { Member } from '../../crm/duplicates/scan.ts';
import { loadAudit } from '../../crm/settings/audit.ts';
import type { Asker } from '../measured.ts';
import { judged, placeOf } from './judged.ts';
import type { Rule } from './rules.ts';
import { likelyTwins, noTwins, type Twins } from './twins.ts';

/** A record that breaks a rule. */
export interface Found {
  readonly kind: Kind;
  readonly id: number;
  readonly closeOn: Date | null;
  /** How many there are from this one on. */
  readonly left: number;
  /** What it is likely the same as; told of the rule `duplicate` alone. */
  readonly twins: readonly Member[];
}

/** Which records are walked through, and behind which one it goes on. */
export interface Walk {
  readonly rule: Rule;
  readonly after?: { readonly kind: Kind; readonly id: number } | undefined;
  readonly ownerId?: number | undefined;
}

/**
 * The first record behind `after` that breaks the rule now, kind by kind and by number: what was mended meanwhile is
 * passed over. Of records that are likely one, the walk stops at the first alone. Null at the end.
 */
export async function nextFinding(ctx: Asker, { rule, after, ownerId }: Walk): Promise<Found | null> {
  const { untouched } = await loadAudit(ctx.db);
  const twins = rule === 'duplicate' ? await likelyTwins(ctx) : noTwins;
  const [place, id] = after ? [placeOf(after.kind), after.id] : [0, 0];
  const [next] = await ctx.db.$queryRaw<Omit<Found, 'twins'>[]>`
    SELECT kind, id, close_on AS "closeOn", (count(*) OVER ())::int AS left
    FROM (
      SELECT DISTINCT ON (place, coalesce(twins, -id)) * FROM ${judged(ctx, { ownerId, untouched, twins })} r
      WHERE ${rule} = ANY(findings) ORDER BY place, coalesce(twins, -id), id
    ) r
    WHERE (place, id) > (${place}::int, ${id}::int) ORDER BY place, id LIMIT 1`;
  return next ? { ...next, twins: othersOf(twins, next) } : null;
}

function othersOf(twins: Twins, { kind, id }: Pick<Found, 'kind' | 'id'>): Member[] {
  const among = kind === 'deal' ? undefined : twins[kind].find((twin) => twin.id === id)?.among;
  return (among ?? []).flat().filter((other) => other.kind !== kind || other.id !== id);
}

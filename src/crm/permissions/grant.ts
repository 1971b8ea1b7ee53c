import type { Extent } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type Allowed, defaults, type Governed } from './defaults.ts';

export interface Grant {
  readonly role: Governed;
  readonly kind: Kind;
  /** Undefined leaves as it is; null is what the role has by default. */
  readonly sees?: Extent | null | undefined;
  readonly changes?: Extent | null | undefined;
}

const width: Record<Extent, number> = { NONE: 0, OWN: 1, TEAM: 2, ALL: 3 };

/**
 * Says what the people of a role see and change of one kind of record, from the next thing they ask on. Only what
 * differs from the defaults is kept. Refuses to let somebody change what they do not see, and viewers change anything.
 */
export function grant(ctx: Ctx, { role, kind, sees, changes }: Grant): Promise<Changed<Allowed>> {
  return change(ctx, 'crm.permit', async ({ tx, created, updated, deleted }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('permission'))`;
    const of = { role: role.toUpperCase() as Uppercase<Governed>, record: kind };
    const before = await tx.permission.findUnique({ where: { role_record: of } });
    const usual = defaults[role][kind];
    const now: Allowed = before ?? usual;
    const next: Allowed = {
      sees: sees === null ? usual.sees : (sees ?? now.sees),
      changes: changes === null ? usual.changes : (changes ?? now.changes),
    };
    if (role === 'viewer' && next.changes !== 'NONE') refuse('permit.viewer');
    if (width[next.changes] > width[next.sees]) refuse('permit.unseen');
    if (same(next, now)) refuse('edit.nothing');
    if (before && same(next, usual)) {
      await tx.permission.delete({ where: { id: before.id } });
      deleted('permission', before);
    } else if (before) {
      updated(
        'permission',
        before.id,
        before,
        await tx.permission.update({ where: { id: before.id }, data: next }),
      );
    } else created('permission', (await tx.permission.create({ data: { ...of, ...next } })).id);
    return next;
  });
}

const same = (a: Allowed, b: Allowed) => a.sees === b.sees && a.changes === b.changes;

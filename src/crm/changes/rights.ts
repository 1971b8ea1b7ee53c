import type { ChangeEntry, Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { leads, mayChange, sees } from '../visibility.ts';
import type { Link } from './chain.ts';
import type { RecordName, Row } from './record.ts';

/** What only managers and only admins decide: taking it back is deciding it too. */
const forManagers: readonly string[] = ['assignmentRule', 'channel', 'subscription'] satisfies RecordName[];
const forAdmins: readonly string[] = [
  'customField',
  'identity',
  'member',
  'permission',
  'setting',
  'team',
] satisfies RecordName[];

interface Asked {
  /** The number that was asked for. */
  readonly change: number;
  readonly root: Link;
  /** The change that would be taken back, with its entries. */
  readonly last: Link;
  readonly entries: readonly ChangeEntry[];
  /** Whether somebody has changed one of the same rows since. */
  readonly changedSince: boolean;
}

/**
 * Refuses to take back what the asker may not decide, or not see any more: reps take back their own, managers
 * anybody's, and nobody more than they might do today. What somebody else has since put out of the asker's sight
 * does not exist; what one has put there oneself, and nobody touched, one may take back.
 */
export async function mayUndo(ctx: Ctx, tx: Tx, asked: Asked): Promise<void> {
  if (!leads(ctx) && asked.root.memberId !== ctx.member?.id) refuse('undo.others');
  const foreign = asked.entries.filter((entry) => !mayDecide(ctx, entry)).map((entry) => entry.record);
  const denied = [...(ctx.access === 'admin' ? [] : forAdmins), ...(leads(ctx) ? [] : forManagers)];
  if (foreign.some((record) => denied.includes(record))) refuse('access.denied');
  const direct = new Set(asked.entries.map((entry) => entry.record + entry.rowId));
  for (const { kind, id, ownerId, name, moved } of await behind(tx, asked.last.id)) {
    const mine = direct.has(kind + id) && !asked.changedSince;
    if (!mine && !sees(ctx.sight[kind], ownerId)) refuse('undo.none', { change: asked.change });
    if (moved && !direct.has(kind + id)) mayChange(ctx, kind, ownerId, name);
  }
}

const ownChoice = ['locale', 'awayFrom', 'awayUntil'];
const ofWork = ['awayFrom', 'awayUntil', 'capacity'];

/** What people have said of themselves is theirs to take back; absences and limits are managers' too. */
function mayDecide(ctx: Ctx, { record, rowId, before, after }: ChangeEntry): boolean {
  if (record !== 'member' || !before || !after) return false;
  const all = (allowed: readonly string[]) =>
    Object.keys(before as Row).every((name) => allowed.includes(name));
  return (rowId === ctx.member?.id && all(ownChoice)) || (leads(ctx) && all(ofWork));
}

interface Behind {
  readonly kind: 'deal' | 'lead';
  readonly id: number;
  readonly ownerId: number | null;
  readonly name: string;
  /** Its stage is part of the change. */
  readonly moved: boolean;
}

/** The deals and leads that a change is about, as they are now. */
function behind(tx: Tx, changeId: number): Promise<Behind[]> {
  return tx.$queryRaw<Behind[]>`
    WITH touched AS (
      SELECT e.record = 'stageEvent' AS moved,
        CASE WHEN e.record = 'deal' THEN e.row_id
          ELSE coalesce(v.deal_id, a.deal_id, (e.before->>'dealId')::int) END AS deal,
        CASE WHEN e.record = 'lead' THEN e.row_id ELSE coalesce(a.lead_id, (e.before->>'leadId')::int) END AS lead
      FROM change_entry e
      LEFT JOIN stage_event v ON e.record = 'stageEvent' AND v.id = e.row_id
      LEFT JOIN activity a ON e.record = 'activity' AND a.id = e.row_id
      WHERE e.change_id = ${changeId}
    )
    SELECT 'deal' AS kind, d.id, d.owner_id AS "ownerId", d.title AS name, bool_or(moved) AS moved
    FROM touched JOIN deal d ON d.id = touched.deal GROUP BY d.id
    UNION ALL
    SELECT 'lead', l.id, l.owner_id, l.name, false FROM touched JOIN lead l ON l.id = touched.lead GROUP BY l.id`;
}

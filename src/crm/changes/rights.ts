import { quoted } from '../../db/bulk.ts';
import { type ChangeEntry, Prisma, type Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Kind, kinds } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { leads, mayAdd, mayChange, type Sight, sees } from '../visibility.ts';
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
  'stage',
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
  const touched = await behind(tx, asked.last.id);
  const entries = new Map(asked.entries.map((entry) => [entry.record + entry.rowId, entry]));
  // Whoever sees a record may log on it and promise something, and take that back.
  const logged = /^(?:log|task)\./.test(asked.root.command);
  for (const { kind, id, ownerId, name, moved } of touched) {
    const entry = entries.get(kind + id);
    if (entry && asked.root.command === 'crm.merge' && isCarried(entry)) continue;
    const own = entry && !asked.changedSince ? formerly(entry) : [];
    const among = (sight: Sight) =>
      sees(sight, ownerId) || (sight !== 'none' && own.some((was) => was === 'new' || sees(sight, was)));
    if (!among(ctx.sight[kind])) refuse('undo.none', { change: asked.change });
    if ((entry || moved) && !logged && !among(ctx.reach[kind])) mayChange(ctx, kind, ownerId, name);
  }
  for (const { record } of asked.entries.filter(({ after }) => after === null))
    if (isKind(record)) mayAdd(ctx, record);
}

const links: readonly string[] = ['companyId', 'contactId', 'leadId'];

/** What hangs on a record goes with it in a merge, and back, whoever's it is. */
const isCarried = ({ before, after }: ChangeEntry) =>
  before !== null && after !== null && Object.keys(before).every((name) => links.includes(name));

const isKind = (record: string): record is Kind => Object.hasOwn(kinds, record);

/** Whose a record was before the change, where the change says so: one it has made is of whoever made it. */
function formerly({ before }: ChangeEntry): ('new' | number | null)[] {
  if (before === null) return ['new'];
  const row = before as Row;
  return 'ownerId' in row ? [row.ownerId as number | null] : [];
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
  readonly kind: Kind;
  readonly id: number;
  readonly ownerId: number | null;
  readonly name: string;
  /** Its stage is part of the change. */
  readonly moved: boolean;
}

/** The records that a change is about, as they are now. */
export function behind(tx: Tx, changeId: number): Promise<Behind[]> {
  const ofActivity = (kind: Kind) => {
    const [column, key] = [Prisma.raw(`${kind}_id`), `${kind}Id`];
    return Prisma.sql`WHEN ${kind} THEN e.row_id
      WHEN 'activity' THEN coalesce(a.${column}, (e.before->>${key})::int)
      WHEN 'task' THEN coalesce(k.${column}, (e.before->>${key})::int)`;
  };
  return tx.$queryRaw<Behind[]>`
    WITH touched AS (
      SELECT e.record = 'stageEvent' AS moved,
        CASE e.record ${ofActivity('deal')} WHEN 'stageEvent' THEN coalesce(v.deal_id, (e.before->>'dealId')::int)
          END AS deal,
        CASE e.record ${ofActivity('lead')} END AS lead,
        CASE e.record ${ofActivity('contact')} END AS contact,
        CASE e.record ${ofActivity('company')} END AS company
      FROM change_entry e
      LEFT JOIN stage_event v ON e.record = 'stageEvent' AND v.id = e.row_id
      LEFT JOIN activity a ON e.record = 'activity' AND a.id = e.row_id
      LEFT JOIN task k ON e.record = 'task' AND k.id = e.row_id
      WHERE e.change_id = ${changeId}
    )
    SELECT 'deal' AS kind, d.id, d.owner_id AS "ownerId", d.title AS name, bool_or(moved) AS moved
    FROM touched JOIN deal d ON d.id = touched.deal GROUP BY d.id
    ${Prisma.join(
      (['lead', 'contact', 'company'] as const).map(
        (kind) => Prisma.sql`UNION ALL SELECT ${kind}, r.id, r.owner_id, r.name, false
          FROM touched JOIN ${quoted(kind)} r ON r.id = touched.${quoted(kind)} GROUP BY r.id`,
      ),
      ' ',
    )}`;
}

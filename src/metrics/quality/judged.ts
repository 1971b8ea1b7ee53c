import type { Profiled } from '../../crm/attributes/attributes.ts';
import { type Kind, kinds } from '../../crm/codes.ts';
import { allDeals } from '../../crm/deals/standing.ts';
import { Prisma } from '../../db/client.ts';
import { addDays, dayOf, startOfDay } from '../../lib/dates/index.ts';
import { customers } from '../customers.ts';
import { leads } from '../leads.ts';
import type { Asker } from '../measured.ts';
import type { Rule } from './rules.ts';
import type { Twins } from './twins.ts';

export interface Judging {
  readonly ownerId?: number | undefined;
  /** After how many days without a touch a record is out of date. */
  readonly untouched: number;
  readonly twins: Twins;
}

/** The place of a kind in a walk through all records. */
export const placeOf = (kind: Kind) => Object.keys(kinds).indexOf(kind);

/**
 * The records whose quality is asked about, as they stood at `ctx.now`, one row for each: kind, place (its kind's), id,
 * name, created_at, owner, close_on, `twins` (the number of its group of likely twins) and `findings`, the rules that
 * it breaks. Counted are open deals, leads in work, contacts and companies that the asker may see.
 *
 * - no_owner: a deal, lead or company that nobody, or nobody active, is in charge of; a contact is its company's.
 * - no_contact: a lead, contact or company with neither a telephone number nor an e-mail address.
 * - no_profile: a company of which neither industry nor region nor size (employees, revenue) is known; a contact's are its
 *   company's.
 * - no_source: a deal or lead of which nobody says where it came from.
 * - no_close, close_passed: a deal without an expected close, or with one before today.
 * - no_next: a deal or lead without an open task; a deal has those of its lead too.
 * - untouched: a deal or lead on which nothing was logged, and which has reached no stage, state or owner, for so many days.
 * - duplicate: a lead, contact or company with a likely twin that the asker may see; a lead also where it is likely a
 *   contact.
 */
export function judged(
  ctx: Asker,
  judging: Judging,
  among = Object.keys(kinds) as readonly Kind[],
): Prisma.Sql {
  const arms = among.map((kind) => {
    if (kind === 'deal') return deals(ctx, judging);
    return kind === 'lead' ? leadsInWork(ctx, judging) : of(kind, ctx, judging);
  });
  return Prisma.sql`(${Prisma.join(arms, ' UNION ALL ')})`;
}

function deals(ctx: Asker, { ownerId, untouched }: Judging): Prisma.Sql {
  const today = Prisma.sql`${dayOf(ctx.now, ctx.zone)}::date`;
  const findings = findingsOf({
    no_owner: nobody,
    no_source: blank(Prisma.sql`r.source`),
    no_close: Prisma.sql`r.expected_close_on IS NULL`,
    close_passed: Prisma.sql`r.expected_close_on < ${today}`,
    no_next: Prisma.sql`${nothingNext(ctx, 'deal')} AND ${nothingNext(ctx, 'lead', Prisma.sql`r.lead_id`)}`,
    untouched: Prisma.sql`r.entered_at < ${since(ctx, untouched)} AND ${silent(ctx, 'deal', untouched)}`,
  });
  return Prisma.sql`
    SELECT ${head('deal')}, r.title AS name, r.created_at, r.owner_id, r.expected_close_on AS close_on,
      NULL::int AS twins, ${findings} AS findings
    FROM ${allDeals(ctx, ownerId)} r ${owner} WHERE r.kind = 'OPEN'`;
}

function leadsInWork(ctx: Asker, { ownerId, untouched, twins }: Judging): Prisma.Sql {
  const cut = since(ctx, untouched);
  const findings = findingsOf({
    no_owner: nobody,
    no_contact: unreachable,
    no_source: blank(Prisma.sql`r.source`),
    no_next: nothingNext(ctx, 'lead'),
    untouched: Prisma.sql`${silent(ctx, 'lead', untouched)}
      AND greatest(r.created_at, r.assigned_at, r.accepted_at, r.mql_at, r.sql_at) < ${cut}`,
    duplicate: hasTwin,
  });
  return Prisma.sql`
    SELECT ${head('lead')}, r.name, r.created_at, r.owner_id, NULL::date AS close_on, t.twins, ${findings} AS findings
    FROM ${leads(ctx, ownerId)} r ${owner} ${twinsOf(twins, 'lead')}
    WHERE r.status NOT IN ('CONVERTED', 'DISQUALIFIED')`;
}

function of(kind: 'contact' | 'company', ctx: Asker, { ownerId, twins }: Judging): Prisma.Sql {
  const findings = findingsOf({
    ...(kind === 'company' && { no_owner: nobody, no_profile: unknown }),
    no_contact: unreachable,
    duplicate: hasTwin,
  });
  return Prisma.sql`
    SELECT ${head(kind)}, r.name, r.created_at, r.owner_id, NULL::date AS close_on, t.twins, ${findings} AS findings
    FROM ${customers(ctx, kind, ownerId)} r ${owner} ${twinsOf(twins, kind)}`;
}

const head = (kind: Kind) => Prisma.sql`${kind}::text AS kind, ${placeOf(kind)}::int AS place, r.id`;

const owner = Prisma.sql`LEFT JOIN member m ON m.id = r.owner_id`;
const nobody = Prisma.sql`(m.id IS NULL OR NOT m.active)`;

const blank = (text: Prisma.Sql) => Prisma.sql`coalesce(btrim(${text}), '') = ''`;
const unreachable = Prisma.sql`(${blank(Prisma.sql`r.phone`)} AND ${blank(Prisma.sql`r.email`)}
  AND coalesce(r.phones, '[]') = '[]' AND coalesce(r.emails, '[]') = '[]')`;

/** A list as the database writes one, or the change log. */
const unknown = Prisma.sql`(${blank(Prisma.sql`r.industry`)} AND r.industries IN ('{}', '[]')
  AND ${blank(Prisma.sql`r.region`)} AND r.employees IS NULL AND r.revenue IS NULL)`;

/** Who was touched last before this instant was left alone for so many days. */
const since = ({ now, zone }: Asker, days: number) => startOfDay(addDays(dayOf(now, zone), -days), zone);

const silent = (ctx: Asker, kind: 'deal' | 'lead', days: number) => Prisma.sql`NOT EXISTS (
  SELECT FROM activity a WHERE a.${Prisma.raw(`${kind}_id`)} = r.id AND a.at >= ${since(ctx, days)} AND a.at <= ${ctx.now})`;

const nothingNext = ({ now }: Asker, kind: 'deal' | 'lead', id = Prisma.sql`r.id`) => Prisma.sql`NOT EXISTS (
  SELECT FROM task k WHERE k.${Prisma.raw(`${kind}_id`)} = ${id}
    AND k.created_at <= ${now} AND (k.done_at IS NULL OR k.done_at > ${now}))`;

const hasTwin = Prisma.sql`t.twins IS NOT NULL`;

const twinsOf = (twins: Twins, kind: Profiled) => Prisma.sql`
  LEFT JOIN unnest(${twins[kind].map(({ id }) => id)}::int[], ${twins[kind].map(({ group }) => group)}::int[])
    AS t(id, twins) ON t.id = r.id`;

function findingsOf(holds: Partial<Record<Rule, Prisma.Sql>>): Prisma.Sql {
  const cases = Object.entries(holds).map(([rule, is]) => Prisma.sql`CASE WHEN ${is} THEN ${rule} END`);
  return Prisma.sql`array_remove(ARRAY[${Prisma.join(cases)}]::text[], NULL)`;
}

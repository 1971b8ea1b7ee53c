import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import { foldCompany } from '../../lib/fold.ts';
import type { Ctx } from '../context.ts';
import type { Marks } from './marks.ts';
import { type MarkedRow, markedFrom, there } from './rows.ts';

/** Values that are looked up at a time. */
const size = 5000;

/**
 * The people of a kind that are there to be seen and share a number, an address or a company with one of these: all
 * among whom their twins are. `where` is a further condition on `r`. Each value is looked up once, by an index.
 */
export async function peopleSharing(
  ctx: Ctx,
  kind: 'contact' | 'lead',
  all: readonly Pick<Marks, 'phones' | 'emails' | 'companyName'>[],
  where = Prisma.sql`TRUE`,
): Promise<MarkedRow[]> {
  const found = new Map<number, MarkedRow>();
  const lookUp = async (values: Iterable<string>, ids: (values: string[]) => Prisma.Sql) => {
    const once = [...new Set(values)];
    for (let from = 0; from < once.length; from += size) {
      const rows = await ctx.db.$queryRaw<MarkedRow[]>`
        ${markedFrom[kind](ctx)} WHERE r.id IN (${ids(once.slice(from, from + size))})
        AND ${there(ctx, kind)} AND ${where} ORDER BY r.id`;
      for (const row of rows) found.set(row.id, row);
    }
  };
  const table = quoted(kind);
  await lookUp(
    all.flatMap(({ phones }) => phones),
    (phones) => Prisma.sql`
      SELECT l.id FROM unnest(${phones}::text[]) k JOIN ${table} l ON l.phone = k
      UNION SELECT l.id FROM unnest(${phones}::text[]) k JOIN ${table} l ON l.phones @> ${holding}`,
  );
  await lookUp(
    all.flatMap(({ emails }) => emails),
    (emails) => Prisma.sql`
      SELECT l.id FROM unnest(${emails}::text[]) k JOIN ${table} l ON lower(l.email) = k
      UNION SELECT l.id FROM unnest(${emails}::text[]) k JOIN ${table} l ON lower(l.emails::text)::jsonb @> ${holding}`,
  );
  await lookUp(
    all.flatMap(({ companyName }) => (companyName === null ? [] : [foldCompany(companyName)])),
    (names) => atCompanies[kind](names),
  );
  return [...found.values()].sort((a, b) => a.id - b.id);
}

const holding = Prisma.sql`jsonb_build_array(jsonb_build_object('value', k))`;

const ofOurs = (kind: 'contact' | 'lead', names: string[]) => Prisma.sql`
  SELECT l.id FROM company c JOIN ${quoted(kind)} l ON l.company_id = c.id
  WHERE name_keys(c.folded) && ${names.map((name) => `=${name.replaceAll(' ', '')}`)}::text[]`;

/** People at companies that are called so. */
const atCompanies: Record<'contact' | 'lead', (names: string[]) => Prisma.Sql> = {
  contact: (names) => ofOurs('contact', names),
  lead: (names) => Prisma.sql`
    SELECT l.id FROM unnest(${names}::text[]) k JOIN lead l ON bare_name(l.company_name) = k
    UNION ${ofOurs('lead', names)}`,
};

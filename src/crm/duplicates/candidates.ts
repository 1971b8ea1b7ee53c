import { Prisma } from '../../db/client.ts';
import { breather } from '../../lib/breathe.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { alike } from './alike.ts';
import { apartSql } from './apart.ts';
import type { Keyed } from './keyed.ts';
import { type Looking, piece } from './rows.ts';

/** Two records that may be one: of one kind `a` < `b`, or `a` a lead and `b` a contact. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Pairs that are looked at in one scan; whoever has more has other worries first. */
const most = 20_000;

/**
 * Pairs of records that share a key, without comparing all with all: within a key each is paired with the first and
 * with the three before it, by name. Names that share no more than a key are left out, and companies that belong
 * together: a branch has its parent's address.
 */
export async function candidatePairs(ctx: Looking, kind: Profiled, all: Keyed): Promise<Pair[]> {
  const pairs = createPairs();
  const breathe = breather();
  const { ids, names } = all;
  const name = (place: number) => names[place] as string;
  for (const { byName, places } of all.runs()) {
    await breathe();
    if (places.length === 1) continue;
    const sorted = places.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b));
    for (const [i, one] of sorted.entries())
      for (const other of new Set([
        ...sorted.slice(0, Math.min(i, 1)),
        ...sorted.slice(Math.max(0, i - 3), i),
      ]))
        if (!byName || alike(name(one), name(other)))
          pairs.add(ids[Math.min(one, other)] as number, ids[Math.max(one, other)] as number);
  }
  const apart = apartSql(kind, kind, Prisma.sql`pair.a`, Prisma.sql`pair.b`);
  return those(ctx, pairs.all(), Prisma.sql`NOT ${apart} ${kind === 'company' ? unrelated : Prisma.empty}`);
}

const unrelated = Prisma.sql`AND NOT EXISTS (
  SELECT FROM company x, company y WHERE x.id = pair.a AND y.id = pair.b
    AND (x.parent_id = y.id OR y.parent_id = x.id OR x.parent_id = y.parent_id))`;

/** So many contacts of one key are offered to a lead of whom it is said that it is none of the older ones. */
const offered = 10;

/** Leads in work, each with the oldest contacts with whom it shares a key and who are not told apart from it. */
export async function leadsOfContacts(ctx: Looking, leads: Keyed, contacts: Keyed): Promise<Pair[]> {
  const pairs = createPairs();
  const breathe = breather();
  const others = contacts.runs()[Symbol.iterator]();
  let other = others.next();
  for (const run of leads.runs()) {
    await breathe();
    while (!other.done && other.value.hash < run.hash) other = others.next();
    if (other.done) break;
    if (other.value.hash !== run.hash) continue;
    for (const lead of run.places)
      for (const contact of other.value.places.slice(0, offered))
        if (!run.byName || alike(leads.names[lead] as string, contacts.names[contact] as string))
          pairs.add(leads.ids[lead] as number, contacts.ids[contact] as number);
  }
  const apart = apartSql('lead', 'contact', Prisma.sql`pair.a`, Prisma.sql`pair.b`);
  return those(
    ctx,
    pairs.all(),
    Prisma.sql`NOT ${apart} AND EXISTS (
      SELECT FROM lead l WHERE l.id = pair.a AND l.status NOT IN ('CONVERTED', 'DISQUALIFIED'))`,
  );
}

function createPairs() {
  const found = new Map<string, Pair>();
  return {
    add: (a: number, b: number) => void found.set(`${a} ${b}`, { a, b }),
    all: () => [...found.values()].sort((one, other) => one.a - other.a || one.b - other.b),
  };
}

/** The rows of `pair` for which a condition holds, as many as are looked at. */
async function those(ctx: Looking, pairs: readonly Pair[], where: Prisma.Sql): Promise<Pair[]> {
  const kept: Pair[] = [];
  for (let from = 0; from < pairs.length && kept.length < most; from += piece) {
    const asked = pairs.slice(from, from + piece);
    kept.push(
      ...(await ctx.db.$queryRaw<Pair[]>`
        SELECT pair.a, pair.b FROM unnest(${asked.map(({ a }) => a)}::int[], ${asked.map(({ b }) => b)}::int[]) AS pair (a, b)
        WHERE ${where} ORDER BY pair.a, pair.b`),
    );
  }
  return kept.slice(0, most);
}

import type { Profiled } from '../attributes/attributes.ts';
import { candidatePairs, leadsOfContacts, type Pair } from './candidates.ts';
import { type Keyed, keyed } from './keyed.ts';
import { certain, inCommon, type Marks, marksOf, reasons, type Tie, weight } from './marks.ts';
import { type Looking, type MarkedRow, markedFrom, piece, there } from './rows.ts';
import { starsOf, type Tied } from './stars.ts';

export interface Member {
  readonly kind: Profiled;
  readonly id: number;
  readonly name: string;
}

/** A record and its likely twins of the same kind; or a contact and a lead in work that is likely theirs. */
export interface Group extends Tie {
  /** The one that all others are likely to be, and those. */
  readonly records: readonly [best: Member, ...Member[]];
}

/** All groups of likely twins of these kinds that are there to be seen, the surest first. */
export async function scanDuplicates(ctx: Looking, among: readonly Profiled[]): Promise<Group[]> {
  const found: Group[] = [];
  const all = new Map<Profiled, Keyed>();
  for (const kind of among) {
    all.set(kind, await keyed(ctx, kind));
    const pairs = await candidatePairs(ctx, kind, all.get(kind) as Keyed);
    found.push(...groupsOf(await tiesOf(ctx, [kind, kind], pairs)));
  }
  const leads = all.get('lead');
  if (leads) {
    const contacts = all.get('contact') ?? (await keyed(ctx, 'contact'));
    const ties = await tiesOf(ctx, ['lead', 'contact'], await leadsOfContacts(ctx, leads, contacts));
    found.push(
      ...surestOf(ties).map(({ ids: [lead, contact], ...tie }) => ({
        ...tie,
        records: [contact, lead] as const,
      })),
    );
  }
  return found.sort((a, b) => weight(b) - weight(a));
}

interface Known {
  readonly member: Member;
  readonly marks: Marks;
}

/** The pairs that have something in common that tells of one. */
async function tiesOf(
  ctx: Looking,
  [kind, other]: readonly [Profiled, Profiled],
  pairs: readonly Pair[],
): Promise<Tied<Member>[]> {
  if (pairs.length === 0) return [];
  const ones = await known(
    ctx,
    kind,
    pairs.flatMap(({ a, b }) => (kind === other ? [a, b] : [a])),
  );
  const others =
    kind === other
      ? ones
      : await known(
          ctx,
          other,
          pairs.map(({ b }) => b),
        );
  return pairs.flatMap(({ a, b }) => {
    const [one, two] = [ones.get(a), others.get(b)];
    const why = one && two ? inCommon(kind !== 'company', one.marks, two.marks) : [];
    return one && two && why.length
      ? [{ ids: [one.member, two.member] as const, why, certain: certain(why, one.marks, two.marks) }]
      : [];
  });
}

/** Of the ties of each first one the surest, of equals the first. */
function surestOf(ties: readonly Tied<Member>[]): Tied<Member>[] {
  const surest = new Map<Member, Tied<Member>>();
  for (const tie of ties) {
    const known = surest.get(tie.ids[0]);
    if (!known || weight(tie) > weight(known)) surest.set(tie.ids[0], tie);
  }
  return [...surest.values()];
}

async function known(ctx: Looking, kind: Profiled, ids: number[]): Promise<Map<number, Known>> {
  const known = new Map<number, Known>();
  const once = [...new Set(ids)].sort((a, b) => a - b);
  for (let from = 0; from < once.length; from += piece) {
    const rows = await ctx.db.$queryRaw<MarkedRow[]>`
      ${markedFrom[kind](ctx)} WHERE r.id = ANY(${once.slice(from, from + piece)}) AND ${there(ctx, kind)}`;
    for (const row of rows)
      known.set(row.id, { member: { kind, id: row.id, name: row.name }, marks: marksOf(row) });
  }
  return known;
}

const groupsOf = (ties: readonly Tied<Member>[]): Group[] =>
  starsOf(ties).map(({ best, ties: own }) => ({
    records: [best, ...own.map(({ ids: [a, b] }) => (a === best ? b : a)).sort((a, b) => a.id - b.id)],
    why: reasons.filter((why) => own.some((tie) => tie.why.includes(why))),
    certain: own.some((tie) => tie.certain),
  }));

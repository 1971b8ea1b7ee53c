import type { Profiled } from '../attributes/attributes.ts';
import { candidatePairs, leadsOfContacts, type Pair } from './candidates.ts';
import { certain, inCommon, type Marks, marksOf, reasons, type Tie, weight } from './marks.ts';
import { type Looking, type MarkedRow, markedFrom, there } from './rows.ts';
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
  for (const kind of among)
    found.push(...groupsOf(await tiesOf(ctx, [kind, kind], await candidatePairs(ctx, kind))));
  if (among.includes('lead')) {
    const ties = await tiesOf(ctx, ['lead', 'contact'], await leadsOfContacts(ctx));
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

/** Of the ties of each first one the surest. */
const surestOf = (ties: readonly Tied<Member>[]) => [
  ...new Map(ties.toSorted((a, b) => weight(a) - weight(b)).map((tie) => [tie.ids[0], tie])).values(),
];

async function known(ctx: Looking, kind: Profiled, ids: number[]): Promise<Map<number, Known>> {
  const rows = await ctx.db.$queryRaw<MarkedRow[]>`
    ${markedFrom[kind](ctx)} WHERE r.id = ANY(${[...new Set(ids)]}) AND ${there(ctx, kind)} ORDER BY r.id`;
  return new Map(
    rows.map((row) => [row.id, { member: { kind, id: row.id, name: row.name }, marks: marksOf(row) }]),
  );
}

const groupsOf = (ties: readonly Tied<Member>[]): Group[] =>
  starsOf(ties).map(({ best, ties: own }) => ({
    records: [best, ...own.map(({ ids: [a, b] }) => (a === best ? b : a)).sort((a, b) => a.id - b.id)],
    why: reasons.filter((why) => own.some((tie) => tie.why.includes(why))),
    certain: own.some((tie) => tie.certain),
  }));

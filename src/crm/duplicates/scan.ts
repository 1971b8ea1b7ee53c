import type { Profiled } from '../attributes/attributes.ts';
import type { Ctx } from '../context.ts';
import { candidatePairs } from './candidates.ts';
import { certain, inCommon, marksOf, reasons, type Tie, type Why, weight } from './marks.ts';
import { type MarkedRow, markedFrom, there } from './rows.ts';

/** Records of one kind that are likely one, the oldest first. */
export interface Group {
  readonly kind: Profiled;
  readonly records: readonly { readonly id: number; readonly name: string }[];
  readonly why: readonly Why[];
  readonly certain: boolean;
}

/** All groups of likely twins of these kinds that are there to be seen, the surest first. */
export async function scanDuplicates(ctx: Ctx, among: readonly Profiled[]): Promise<Group[]> {
  const found: Group[] = [];
  for (const kind of among) found.push(...(await groupsOf(ctx, kind)));
  return found.sort((a, b) => weight(b) - weight(a));
}

interface Pairing extends Tie {
  readonly ids: readonly [number, number];
}

async function groupsOf(ctx: Ctx, kind: Profiled): Promise<Group[]> {
  const pairs = await candidatePairs(ctx, kind);
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const rows = await ctx.db.$queryRaw<MarkedRow[]>`
    ${markedFrom[kind](ctx)} WHERE r.id = ANY(${ids}) AND ${there(ctx, kind)}`;
  const marked = new Map(rows.map((row) => [row.id, { row, marks: marksOf(row) }]));
  const ties = pairs.flatMap(({ a, b }): Pairing[] => {
    const [one, two] = [marked.get(a), marked.get(b)];
    const why = one && two ? inCommon(kind !== 'company', one.marks, two.marks) : [];
    return one && two && why.length
      ? [{ ids: [a, b], why, certain: certain(why, one.marks, two.marks) }]
      : [];
  });
  return tied(ties).map((group) => ({
    kind,
    records: [...new Set(group.flatMap((tie) => tie.ids))]
      .sort((a, b) => a - b)
      .map((id) => ({ id, name: marked.get(id)?.row.name ?? '' })),
    why: reasons.filter((why) => group.some((tie) => tie.why.includes(why))),
    certain: group.some((tie) => tie.certain),
  }));
}

/** Ties that hang together, through whatever records. */
function tied(ties: readonly Pairing[]): Pairing[][] {
  const heads = new Map<number, number>();
  const headOf = (id: number): number => {
    let head = id;
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
    if (head !== id) heads.set(id, head);
    return head;
  };
  for (const { ids } of ties) {
    const [a, b] = [headOf(ids[0]), headOf(ids[1])];
    if (a !== b) heads.set(Math.max(a, b), Math.min(a, b));
  }
  const groups = new Map<number, Pairing[]>();
  for (const tie of ties) {
    const head = headOf(tie.ids[0]);
    const group = groups.get(head);
    if (group) group.push(tie);
    else groups.set(head, [tie]);
  }
  return [...groups.values()];
}

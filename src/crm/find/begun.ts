import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type Hit, named } from './search.ts';

/** A name of more words is not typed whole. */
const most = 10;

/** A record whose name a text begins with, and what comes behind. */
export interface Begun extends Hit {
  readonly rest: string;
}

/**
 * The records that a text begins with the name of: those whose whole name it is and those of whose name more words
 * stand there than of any of these (`Acme kho lạnh …` may be the deal «Acme kho lạnh 2»); without any such, all of
 * whose name the most words stand there.
 */
export async function begunBy(ctx: Ctx, among: readonly Kind[], text: string): Promise<Begun[]> {
  const words = text.split(' ');
  let begun: Begun[] = [];
  for (let count = 1; count <= Math.min(most, words.length - 1); count++) {
    const found = await named(ctx, among, words.slice(0, count).join(' '));
    if (found.length === 0) continue;
    const hits = found.map((hit) => ({ ...hit, rest: words.slice(count).join(' ') }));
    const whole = hits.filter(({ fit }) => fit === 0);
    // Fewer words of a name that is there with more are no other reading.
    begun = [...begun.filter(({ fit }) => fit === 0), ...(whole.length ? whole : hits)];
  }
  return [...new Map(begun.map((hit) => [`${hit.kind}${hit.id}`, hit])).values()];
}

import { Refusal } from '../../i18n/refusal.ts';
import type { Log } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { lockTwins } from '../duplicates/lock.ts';
import { apartText, codesIn, TwinsFound } from '../duplicates/stop.ts';
import { type Hit, resolveHit } from '../find/search.ts';
import { mayAdd } from '../visibility.ts';

/** What records are linked to, and may make of a name. */
export type Makeable = 'company' | 'contact';

/** A record that is not there yet, by its name; `apart` are those that it is said not to be: `C-5, L-7`. */
export interface New {
  readonly new: string;
  readonly apart?: string | undefined;
}

/** One of ours, or a new one. */
export type Link = { readonly id: number } | New;

export const isNew = (said: unknown): said is New =>
  typeof said === 'object' && said !== null && 'new' in said;

type Known = Pick<Hit, 'kind' | 'id' | 'name'> & Partial<Pick<Hit, 'more'>>;

/** A new record may be one that we have: nothing was written, the person decides. */
export class Unsure extends Refusal {
  readonly kind: Makeable;
  readonly said: New;
  readonly known: readonly Known[];

  constructor(kind: Makeable, said: New, known: readonly Known[]) {
    const records = known.map((one) => `${one.name} (${code(one.kind, one.id)})`).join(', ');
    super(`problem.made.${kind}`, { name: said.new, records });
    this.kind = kind;
    this.said = said;
    this.known = known;
  }

  /** The new one, which is none of these either. */
  get apart(): New {
    return { new: this.said.new, apart: [this.said.apart, apartText(this.known)].filter(Boolean).join(', ') };
  }
}

/**
 * Makes a record that another is linked to, in the same change. Refuses with `Unsure` where its name finds one that it
 * is not said to be, or `add` stops at likely twins; two at once do not make two.
 */
export async function made(
  ctx: Ctx,
  { tx }: Log,
  kind: Makeable,
  said: New,
  add: (said: { readonly name: string; readonly apart: string | undefined }) => Promise<number>,
): Promise<number> {
  mayAdd(ctx, kind);
  await lockTwins(tx);
  const apart = codesIn(said.apart ?? '');
  const isOther = (one: Known) => apart.has(code(one.kind, one.id));
  const found = await resolveHit({ ...ctx, db: tx }, [kind], said.new);
  // Asked once about all that it may be: whoever it is found by, what was written goes with the refusal.
  const added = await add({ name: said.new, apart: said.apart }).catch((error: unknown) => {
    if (error instanceof TwinsFound) return error.twins;
    throw error;
  });
  const isFound = (one: Known) => found.some(({ kind, id }) => kind === one.kind && id === one.id);
  const likely = typeof added === 'number' ? [] : added.filter((twin) => !isFound(twin));
  const known = [...found, ...likely].filter((one) => !isOther(one));
  if (typeof added === 'number' && known.length === 0) return added;
  throw new Unsure(kind, said, known);
}

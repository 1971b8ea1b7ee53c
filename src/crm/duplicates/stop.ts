import { Refusal } from '../../i18n/refusal.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { code, type Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { lockTwins } from './lock.ts';
import { type Marked, marksOf } from './marks.ts';
import { type Twin, twinsOf } from './twins.ts';

/** What is about to be written is likely here already: nothing was written, the person decides. */
export class TwinsFound extends Refusal {
  readonly kind: Profiled;
  readonly twins: readonly Twin[];

  constructor(kind: Profiled, twins: readonly Twin[]) {
    const records = twins.map((twin) => `${twin.name} (${code(twin.kind, twin.id)})`).join(', ');
    super('problem.twins.found', { records });
    this.kind = kind;
    this.twins = twins;
  }
}

/** What somebody has seen and said to be another: `C-5, L-7`, as a wire's `apart` says it. */
export const apartText = (twins: readonly { readonly kind: Kind; readonly id: number }[]) =>
  twins.map(({ kind, id }) => code(kind, id)).join(', ');

/**
 * Stops at the likely twins of a record that is about to be written, but for those that the person has seen
 * (`apart`); two at once do not make two. Resolves to those of its kind, to be remembered: a lead that is written all the
 * same may be a contact who asks again. Of an edit only new twins count.
 */
export async function stopAtTwins(
  ctx: Ctx,
  kind: Profiled,
  row: Marked,
  apart: unknown,
  before?: Marked & { readonly id: number },
): Promise<Twin[]> {
  const marks = marksOf(row);
  if (before && JSON.stringify(marks) === JSON.stringify(marksOf(before))) return [];
  await lockTwins(ctx.db);
  const twins = await twinsOf(ctx, kind, marks, before?.id);
  const old = before && twins.length ? await twinsOf(ctx, kind, marksOf(before), before.id) : [];
  const [said, had] = [codesIn(String(apart ?? '')), codesIn(apartText(old))];
  const codeOf = (twin: Twin) => code(twin.kind, twin.id);
  if (twins.some((twin) => !said.has(codeOf(twin)) && !had.has(codeOf(twin))))
    throw new TwinsFound(kind, twins);
  return twins.filter((twin) => twin.kind === kind && said.has(codeOf(twin)));
}

/** The inverse of `apartText`, of text that anybody typed. */
export const codesIn = (text: string): ReadonlySet<string> => new Set(text.toUpperCase().split(/[\s,]+/));

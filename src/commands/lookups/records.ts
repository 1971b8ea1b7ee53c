import type { Lookup, Option } from '../../chat/field.ts';
import { code, type Kind, readCode } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { mergedHit } from '../../crm/duplicates/merged.ts';
import { begunBy } from '../../crm/find/begun.ts';
import { type Hit, resolveHit, search } from '../../crm/find/search.ts';
import { shorten } from '../../lib/text.ts';
import { chosen } from './chosen.ts';

export function option(hit: Hit): Option {
  const name = hit.more ? `${hit.name} (${hit.more})` : hit.name;
  return { value: code(hit.kind, hit.id), label: shorten(`${code(hit.kind, hit.id)} ${name}`, 75) };
}

/** At most 25 for a type-ahead, best first: the one with that number, then those whose names fit. */
export async function hitsFor(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const named = readCode(query) ? await resolveHit(ctx, among, query) : [];
  const found = await search(ctx, among, query);
  const best = [...named, ...found.sort((a, b) => a.fit - b.fit)];
  return [...new Map(best.map((hit) => [`${hit.kind}${hit.id}`, hit])).values()].slice(0, 25);
}

/** Finds records of some kinds by number or name; a bare number is one of the first kind. */
function recordLookup(...among: readonly Kind[]): Lookup<Hit, Ctx> {
  return {
    async search(ctx, query) {
      return (await hitsFor(ctx, among, query)).map(option);
    },
    async resolve(ctx, text) {
      const found = await resolveHit(ctx, among, text);
      const hits = found.length ? found : await mergedHit(ctx, among, text);
      return chosen(
        hits.map((row) => ({ row, fit: row.fit })),
        option,
      );
    },
    async begun(ctx, text) {
      const hits = await begunBy(ctx, among, text);
      return hits.map((hit) => ({ ...option(hit), whole: hit.fit === 0, rest: hit.rest }));
    },
    numbered(text) {
      const named = readCode(text);
      const kind = named?.kind ?? among[0];
      return named && kind && among.includes(kind) ? code(kind, named.id) : undefined;
    },
  };
}

export const dealLookup = recordLookup('deal');
export const leadLookup = recordLookup('lead');
export const contactLookup = recordLookup('contact');
export const companyLookup = recordLookup('company');
/** A record that has a profile. */
export const customerLookup = recordLookup('company', 'contact', 'lead');
export const recordKinds = ['deal', 'lead', 'contact', 'company'] as const;
export const anyRecordLookup = recordLookup(...recordKinds);

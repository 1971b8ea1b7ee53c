import { type Kind, kinds } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mergedHit } from '../duplicates/merged.ts';
import { byContact } from './by-contact.ts';
import { type Hit, resolveHit, search } from './search.ts';

/**
 * Everything that fits: by number, by name, and leads, contacts and companies by their e-mails, phones or tax code.
 * Best first; a number or an address comes before names.
 */
export async function findAll(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const [coded, addressed, named] = await Promise.all([
    /^[#＃]?([a-z]-?)?\d+$/i.test(query.trim()) ? numbered(ctx, among, query) : [],
    byContact(ctx, among, query),
    search(ctx, among, query),
  ]);
  const all = [...coded, ...addressed, ...named.sort((a, b) => a.fit - b.fit)];
  return [...new Map(all.map((hit) => [`${kinds[hit.kind]}${hit.id}`, hit])).values()].slice(0, 25);
}

/** The record with a number, or the one into which it was merged. */
async function numbered(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const found = await resolveHit(ctx, among, query);
  return found.length ? found : mergedHit(ctx, among, query);
}

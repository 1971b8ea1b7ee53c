import { reachesOf } from '../attributes/columns.ts';
import type { Ctx } from '../context.ts';
import { apartFrom } from '../duplicates/apart.ts';
import { byContact } from '../find/by-contact.ts';
import { type Hit, search } from '../find/search.ts';
import type { LeadView } from './view.ts';

/** Customers that a lead may be already, the likeliest first; `certain` when there is one that it is by its links or numbers. */
export interface Likely {
  readonly hits: readonly Hit[];
  readonly certain: boolean;
}

/** People with one of its numbers or addresses; else those of its very name; but for whom somebody said that it is not. */
export async function likelyContacts(ctx: Ctx, lead: LeadView): Promise<Likely> {
  const reaches = [...reachesOf(lead.phone, lead.phones), ...reachesOf(lead.email, lead.emails)];
  const found = await Promise.all(reaches.map(({ value }) => byContact(ctx, ['contact'], value)));
  const apart = await apartFrom(ctx.db, { kind: 'lead', id: lead.id });
  const mayBe = (hit: Hit) => !apart.some(({ other }) => other.kind === 'contact' && other.id === hit.id);
  const hits = [...new Map(found.flat().map((hit) => [hit.id, hit])).values()].filter(mayBe);
  if (hits.length) return { hits, certain: hits.length === 1 };
  const named = await search(ctx, ['contact'], lead.name, 5);
  return { hits: named.filter((hit) => hit.fit === 0 && mayBe(hit)), certain: false };
}

/** The company that it is linked to; else those that are called so. */
export async function likelyCompanies(ctx: Ctx, lead: LeadView): Promise<Likely> {
  const { company, companyName } = lead;
  if (company) return { hits: [{ ...company, kind: 'company', more: null, fit: 0 }], certain: true };
  if (!companyName) return { hits: [], certain: false };
  const hits = (await search(ctx, ['company'], companyName, 5)).filter(({ fit }) => fit <= 1);
  return { hits, certain: hits.length === 1 && hits[0]?.fit === 0 };
}

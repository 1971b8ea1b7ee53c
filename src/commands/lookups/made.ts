import { newLabel, newText } from '../../cards/made.ts';
import type { Field, Lookup, Option } from '../../chat/field.ts';
import { lookup, text } from '../../chat/fields.ts';
import { readCode } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { apartText } from '../../crm/duplicates/stop.ts';
import type { Hit } from '../../crm/find/search.ts';
import type { Makeable, New } from '../../crm/records/made.ts';
import { mayAdd } from '../../crm/visibility.ts';
import { type Key, locales, translator } from '../../i18n/index.ts';
import { fold, foldCompany } from '../../lib/fold.ts';
import { companyLookup, contactLookup, hitsFor, option } from './records.ts';

const known = { company: companyLookup, contact: contactLookup };
const sameness = { company: foldCompany, contact: fold };
const name = text<Ctx>({ max: 120 });

/**
 * A company or a contact of ours, or one that is to be made: `new: Acme`, `mới: Acme`, also with those that it is not,
 * `new, not C-5: Acme`, and as it is labelled. Who may add none is refused.
 */
export function lookupOrNew(kind: Makeable): Field<Hit | New, Ctx> {
  return {
    ...lookup(orNew(kind)),
    read(said, reader) {
      const named = name.read(readNew(kind, said)?.new ?? '', reader);
      return named.ok ? { ok: true, value: said } : named;
    },
  };
}

function orNew(kind: Makeable): Lookup<Hit | New, Ctx> {
  return {
    ...known[kind],
    async search(ctx, query) {
      const may = ctx.reach[kind] !== 'none';
      const said = readNew(kind, query);
      if (said)
        return may && said.new && fits(query)
          ? [{ value: query, label: newLabel(ctx.t, kind, said.new) }]
          : [];
      const hits = await hitsFor(ctx, [kind], query);
      const made = may && [...query.trim()].length > 1 ? offered(ctx, kind, query, hits) : [];
      return [...hits.slice(0, 25 - made.length).map(option), ...made];
    },
    async resolve(ctx, text) {
      const said = readNew(kind, text);
      if (!said) return known[kind].resolve(ctx, text);
      mayAdd(ctx, kind);
      return said.new ? { kind: 'one', value: said } : { kind: 'none' };
    },
    make(ctx, text) {
      if (ctx.reach[kind] === 'none' || readNew(kind, text) || !isName(text)) return undefined;
      return { value: newText(ctx.t, { new: text.trim() }), label: newLabel(ctx.t, kind, text.trim()) };
    },
  };
}

/** What a list ends with where none in it is called so: a new one, which is none of those that the text finds. */
function offered(ctx: Ctx, kind: Makeable, query: string, hits: readonly Hit[]): Option[] {
  const same = sameness[kind];
  if (!isName(query) || hits.some((hit) => same(hit.name) === same(query))) return [];
  const found = hits.filter(({ fit }) => fit === hits[0]?.fit);
  const said = { new: query.trim() };
  const values = [newText(ctx.t, { ...said, apart: apartText(found) }), newText(ctx.t, said)];
  const value = values.find(fits);
  return value ? [{ value, label: newLabel(ctx.t, kind, said.new) }] : [];
}

/** What an option's value has room for. */
const fits = (value: string) => value.length <= 75;

/** Neither a number, nor an address or a mention, nor too long. */
const isName = (text: string) =>
  /\p{L}/u.test(text) && !text.includes('@') && !readCode(text) && [...text.trim()].length <= 120;

/** A word of the catalogue as it may be typed, in any language. */
const inAll = (key: Key) => locales.map((locale) => fold(translator(locale).say(key)));

const not = new RegExp(`^([^,]+?)(?:, ?(?:${inAll('made.not').join('|')}) (.+))?$`);

/** Reads what `newText` and `newLabel` write, and what a person types for it. Names begin with «Mới»: the colon tells. */
function readNew(kind: Makeable, text: string): New | undefined {
  const [head = '', ...rest] = text.split(':');
  const [, word = '', apart] = not.exec(fold(head)) ?? [];
  const words = [...inAll('made.new'), ...inAll(`title.${kind}.add`)];
  if (rest.length === 0 || !words.includes(word)) return undefined;
  const said = rest.join(':').trim();
  return { new: fold(said) && said, ...(apart && { apart: apart.toUpperCase() }) };
}

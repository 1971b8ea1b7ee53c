import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import type { Translator } from '../../i18n/index.ts';
import { Refusal, refuse } from '../../i18n/refusal.ts';
import { sentence } from '../../i18n/sentence.ts';
import { type Problem, type Reading, read } from '../../lib/errors.ts';
import { fold } from '../../lib/fold.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';
import { columnOf } from './compare/asked.ts';
import { optionMeant } from './compare/choice.ts';
import { comparisons, orderly, several } from './compare/index.ts';
import { type FilterField, filterFields, keysOf, labelOf } from './fields.ts';
import { withKey } from './keyless.ts';
import {
  type Condition,
  type Filter,
  type FilterProblem,
  meansNothing,
  readFilter,
  type Test,
} from './parse.ts';

/** A filter that could be read, of a kind of record; `của tôi` among its words asks for one's own. */
export function filterOf(ctx: Ctx, kind: Kind, text: string): Reading<Filter, FilterProblem> {
  const fields = filterFields(kind, ctx.custom);
  const filter = readFilter(text, keysOf(fields));
  if (!filter.ok && filter.problem.code === 'filter.no_key') {
    const keyed = withKey(text, String(filter.problem.args?.text), fields, ctx.currency);
    return keyed ? filterOf(ctx, kind, keyed) : filter;
  }
  if (!filter.ok || !OWN.test(filter.value.words)) return filter;
  const { words, conditions } = filter.value;
  const [me = ''] = OWN.exec(words) ?? [];
  const own: Condition = { field: 'owner', not: false, tests: [{ op: '=', text: me.trim() }] };
  return read({ words: words.replace(OWN, ' ').trim(), conditions: [...conditions, own] });
}

const OWN = /(?:^|\s)(?:của\s+(?:tôi|tui|mình)|cua\s+toi)(?=\s|$)|^mine$/iu;

/**
 * Which records `r` of a kind fit a filter, of those that are there to be seen at `ctx.now`, as they are now: for lists, counts,
 * segments and exports alike, so that their numbers agree. Refuses, with one sentence, what cannot be read.
 */
export async function fitting(ctx: Ctx, kind: Kind, text = ''): Promise<Prisma.Sql> {
  const filter = filterOf(ctx, kind, text);
  if (!filter.ok) return refuseFilter(filter.problem);
  const { words, conditions } = filter.value;
  const names = fold(words)
    .split(' ')
    .flatMap((word) => word.match(/[\p{L}\p{N}].*/u) ?? []);
  const all = [
    seen(ctx, kind),
    ...(names.length ? [named(ctx, kind, names)] : []),
    ...(await asked(ctx, kind, conditions)),
  ];
  return Prisma.join(all, ' AND ');
}

/**
 * Whether the name of `r` and that of its company, as far as this is there to be seen, have words that begin so:
 * «hạnh» is not in «Khánh».
 */
function named(ctx: Ctx, kind: Kind, words: readonly string[]): Prisma.Sql {
  const company: Record<Kind, Prisma.Sql> = {
    company: Prisma.sql`NULL`,
    lead: Prisma.sql`unaccent(lower(r.company_name))`,
    contact: companySeen(ctx),
    deal: companySeen(ctx),
  };
  const begun = words.map((word) => `\\m${word.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')}`);
  return Prisma.sql`concat(r.folded, ' ', ${company[kind]}) ~ ALL(${begun})`;
}

const companySeen = (ctx: Ctx) => Prisma.sql`(SELECT c.folded FROM company c
  WHERE c.id = r.company_id AND ${visibleSql(ctx.sight.company, Prisma.sql`c.owner_id`)})`;

/** What a filter asks deals to need. */
export function needsAsked(ctx: Ctx, text: string | undefined): string[] {
  if (!text) return [];
  const filter = filterOf(ctx, 'deal', text);
  const asked = filter.ok
    ? filter.value.conditions.filter(({ field, not }) => field === 'needs' && !not)
    : [];
  const field = filterFields('deal', []).find(({ name }) => name === 'needs') as FilterField;
  return asked
    .flatMap(({ tests }) => tests.flatMap((test) => eachOf(field, test)))
    .flatMap((test) => {
      const meant = optionMeant(ctx, field, test);
      return meant.ok ? [meant.value] : [];
    });
}

/** A field whose values have an order, and differ among the records that fit. */
export interface Compared extends FilterField {
  readonly sort: 'count' | 'number' | 'money' | 'day';
}

/** By which of them a filter compares; two at most, so that a list has room for them. */
export function comparedBy(ctx: Ctx, kind: Kind, text = ''): Compared[] {
  const filter = filterOf(ctx, kind, text);
  const names = filter.ok ? filter.value.conditions.map(({ field }) => field) : [];
  const fields = filterFields(kind, ctx.custom).filter(({ name }) => names.includes(name));
  return fields.filter(isCompared).slice(0, 2);
}

const isCompared = (field: FilterField): field is Compared =>
  ['count', 'number', 'money', 'day'].includes(field.sort);

/** Refuses a filter that cannot be read. */
export function refuseFilter({ code, args = {} }: Problem<FilterProblem>): never {
  throw new Refusal(`problem.${code}`, args);
}

export const seen = (ctx: Ctx, kind: Kind) =>
  Prisma.sql`r.created_at <= ${ctx.now} AND ${visibleSql(ctx.sight[kind], Prisma.sql`r.owner_id`)}`;

/** The conditions of a filter on `r`. */
export async function asked(ctx: Ctx, kind: Kind, conditions: readonly Condition[]): Promise<Prisma.Sql[]> {
  const fields = new Map(filterFields(kind, ctx.custom).map((field) => [field.name, field]));
  const all: Prisma.Sql[] = [];
  for (const { field: name, not, tests } of conditions) {
    // The parser knows no other names than theirs.
    const field = fields.get(name) as FilterField;
    const any: Prisma.Sql[] = [];
    for (const test of tests.flatMap((one) => eachOf(field, one))) {
      const compared = await (field.of ? compareLinked(ctx, kind, field, test) : compare(ctx, field, test));
      if (!compared.ok)
        refuse('filter.value', {
          label: (t: Translator) => labelOf(t, field),
          sentence: (t: Translator) => sentence(t, compared.problem),
        });
      else any.push(compared.value);
    }
    const one = Prisma.sql`(${Prisma.join(any, ' OR ')})`;
    all.push(not ? Prisma.sql`NOT coalesce(${one}, FALSE)` : one);
  }
  return all;
}

/** Of what may be several, any of those that commas part will do. */
function eachOf({ sort }: FilterField, test: Test): Test[] {
  if (test.op !== '=' || !test.parts || !several.includes(sort)) return [test];
  return test.parts.map((text) => ({ op: '=', text }));
}

function compare(
  ctx: Ctx,
  field: FilterField,
  test: Test,
): Reading<Prisma.Sql> | Promise<Reading<Prisma.Sql>> {
  // The record says nothing of a department, of when it was closed or of what it needs: where it stands does.
  if (test.op === '=' && !['department', 'closed', 'needs'].includes(field.sort) && meansNothing(test.text))
    return read(saysNothing(field));
  if (test.op !== '=' && test.op !== '..' && !orderly.includes(field.sort))
    return refuse('filter.no_order', { label: (t: Translator) => labelOf(t, field) });
  return comparisons[field.sort](ctx, field, test);
}

/** A test of the leads and deals that name the record `r` and are there to be seen. */
async function compareLinked(
  ctx: Ctx,
  kind: Kind,
  { of = [], ...field }: FilterField,
  test: Test,
): Promise<Reading<Prisma.Sql>> {
  const none = test.op === '=' && meansNothing(test.text);
  const compared = none ? read(Prisma.sql`NOT (${saysNothing(field)})`) : await compare(ctx, field, test);
  if (!compared.ok) return compared;
  const link = columnOf({ column: `${kind}Id` });
  // Within each of these `r` is the lead or the deal.
  const any = of.map(
    (linked) => Prisma.sql`r.id IN (SELECT ${link} FROM ${quoted(linked)} r
    WHERE ${link} IS NOT NULL AND ${seen(ctx, linked)} AND ${compared.value})`,
  );
  const one = Prisma.sql`(${Prisma.join(any, ' OR ')})`;
  return read(none ? Prisma.sql`NOT ${one}` : one);
}

function saysNothing({ sort, column }: FilterField): Prisma.Sql {
  if (typeof column === 'number') return Prisma.sql`NOT r.custom ? ${String(column)}`;
  if (sort === 'list') return Prisma.sql`cardinality(r.${quoted(column)}) = 0`;
  const linked = ['member', 'company', 'contact', 'product'].includes(sort);
  const held = quoted(linked ? `${column}Id` : column);
  return Prisma.sql`r.${held} IS NULL`;
}

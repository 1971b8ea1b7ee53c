import { quoted } from '../../../db/bulk.ts';
import { Prisma } from '../../../db/client.ts';
import { read } from '../../../lib/errors.ts';
import { plainly } from '../parse.ts';
import { type Compare, columnOf, typed } from './asked.ts';

/**
 * Whether a text holds another, without accents and case, a hyphen as good as a space. Up to three letters must be
 * a word of it: `IT` is not in «Digital».
 */
export function holds(column: Prisma.Sql, said: string): Prisma.Sql {
  const wanted = plainly(said);
  const folded = Prisma.sql`translate(unaccent(lower(${column})), '-_', '  ')`;
  if (wanted.length <= 3) {
    const word = wanted.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&');
    const alone = `(^|[^[:alnum:]])${word}([^[:alnum:]]|$)`;
    return Prisma.sql`${folded} ~ ${alone}`;
  }
  const within = `%${escaped(wanted)}%`;
  return Prisma.sql`${folded} LIKE ${within}`;
}

/** A text as a part of a pattern of LIKE. */
export const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

export const text: Compare = (_, field, test) => {
  const said = typed(test);
  const here = holds(columnOf(field), said);
  if (!field.further) return read(here);
  return read(Prisma.sql`(${here} OR ${someHolds(Prisma.sql`r.${quoted(field.further)}`, said)})`);
};

export const list: Compare = (_, field, test) => read(someHolds(columnOf(field), typed(test)));

const someHolds = (column: Prisma.Sql, said: string) =>
  Prisma.sql`EXISTS (SELECT FROM unnest(${column}) one WHERE ${holds(Prisma.sql`one`, said)})`;

import { Prisma } from '../../../db/client.ts';
import { type Reading, read, unread } from '../../../lib/errors.ts';
import { plain, shorten } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import type { FilterField } from '../fields.ts';
import { plainly, type Test } from '../parse.ts';
import { type Compare, columnOf, typed } from './asked.ts';
import { holds } from './text.ts';

/** One of a few values by its word in any language, or by the beginning of one that no other begins with. */
export const choice: Compare = (ctx, field, test) => {
  const found = optionMeant(ctx, field, test);
  if (found.ok) return read(Prisma.sql`(${columnOf(field)})::text = ${found.value}`);
  return field.open ? read(holds(columnOf(field), typed(test))) : found;
};

/** The value that is meant. */
export function optionMeant(ctx: Ctx, { options = [] }: FilterField, test: Test): Reading<string> {
  const said = typed(test);
  const wanted = plainly(said);
  const words = options.map(({ value, words }) => ({ value, words: words.map(plainly) }));
  const exact = words.filter((option) => option.words.includes(wanted));
  const begun = words.filter((option) => option.words.some((word) => word.startsWith(wanted)));
  const found = exact[0] ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return read(found.value);
  const shown = options.map(({ words: [value, vi = value, en = vi] }) => (ctx.t.locale === 'vi' ? vi : en));
  return unread('filter.choice', { text: plain(shorten(said, 40)), choices: shown.join(', ') });
}

const yes = ['yes', 'co', 'true', '1'];
const no = ['no', 'khong', 'false', '0'];

export const yesno: Compare = (ctx, field, test) => {
  const said = plainly(typed(test));
  const value = yes.includes(said) ? 'yes' : no.includes(said) ? 'no' : undefined;
  if (value) return read(Prisma.sql`${columnOf(field)} = ${value}`);
  const choices = `${ctx.t('choice.yes')}, ${ctx.t('choice.no')}`;
  return unread('filter.choice', { text: plain(shorten(said, 40)), choices });
};

import { Prisma } from '../../../db/client.ts';
import { read, unread } from '../../../lib/errors.ts';
import { plain, shorten } from '../../../lib/text.ts';
import { plainly } from '../parse.ts';
import { type Compare, columnOf, typed } from './asked.ts';
import { holds } from './text.ts';

/** One of a few values by its word in any language, or by the beginning of one that no other begins with. */
export const choice: Compare = (ctx, field, test) => {
  const said = typed(test);
  const { options = [], open } = field;
  const wanted = plainly(said);
  const words = options.map(({ value, words }) => ({ value, words: words.map(plainly) }));
  const exact = words.filter((option) => option.words.includes(wanted));
  const begun = words.filter((option) => option.words.some((word) => word.startsWith(wanted)));
  const found = exact[0] ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return read(Prisma.sql`(${columnOf(field)})::text = ${found.value}`);
  if (open) return read(holds(columnOf(field), said));
  const shown = options.map(({ words: [value, vi = value, en = vi] }) => (ctx.t.locale === 'vi' ? vi : en));
  return unread('filter.choice', { text: plain(shorten(said, 40)), choices: shown.join(', ') });
};

const yes = ['yes', 'co', 'true', '1'];
const no = ['no', 'khong', 'false', '0'];

export const yesno: Compare = (ctx, field, test) => {
  const said = plainly(typed(test));
  const value = yes.includes(said) ? 'yes' : no.includes(said) ? 'no' : undefined;
  if (value) return read(Prisma.sql`${columnOf(field)} = ${value}`);
  const choices = `${ctx.t('choice.yes')}, ${ctx.t('choice.no')}`;
  return unread('filter.choice', { text: plain(shorten(said, 40)), choices });
};

import type { Kind } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { fitting } from '../crm/filter/where.ts';
import { countOf } from '../crm/records/page.ts';
import { quoted } from '../db/bulk.ts';
import { Prisma } from '../db/client.ts';
import { refuse } from '../i18n/refusal.ts';
import { csvLines, mark } from '../lib/csv.ts';
import { loaderOf } from './rows.ts';

export interface Export {
  readonly total: number;
  /** The file piece by piece, however large it is. */
  readonly pieces: AsyncIterable<string>;
}

/** Records of one statement. */
const size = 1000;

/**
 * The records of a kind that fit every filter, of those the asker sees, as a CSV file that an import reads back to the
 * same records: the same condition as lists and segments count by. Refuses a kind of which they may see nothing.
 */
export async function exported(ctx: Ctx, kind: Kind, filters: readonly string[] = []): Promise<Export> {
  if (ctx.sight[kind] === 'none') refuse('access.denied');
  const all: Prisma.Sql[] = [];
  // At least one, which says what is there to be seen.
  for (const filter of ['', ...filters]) all.push(await fitting(ctx, kind, filter));
  const where = Prisma.join(all, ' AND ');
  return { total: await countOf(ctx, kind, where), pieces: pieces(ctx, kind, where) };
}

async function* pieces(ctx: Ctx, kind: Kind, where: Prisma.Sql): AsyncGenerator<string> {
  const load = await loaderOf(ctx, kind);
  let columns: readonly string[] | undefined;
  for (let after = 0; ; ) {
    const found = await ctx.db.$queryRaw<{ id: number }[]>`
      SELECT r.id FROM ${quoted(kind)} r WHERE r.id > ${after} AND ${where} ORDER BY r.id LIMIT ${size}`;
    const rows = await load(found.map(({ id }) => id));
    if (!columns) {
      columns = rows[0] ? Object.keys(rows[0]) : ['id'];
      yield mark + csvLines([columns]);
    }
    const names = columns;
    if (rows.length) yield csvLines(rows.map((row) => names.map((name) => row[name] ?? '')));
    after = found.at(-1)?.id ?? 0;
    if (found.length < size) return;
  }
}

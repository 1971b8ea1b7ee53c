import { Prisma } from './generated/client.ts';

const mark = '/* kept */';

/**
 * Begins a statement that an embedded database reads and plans only once, which otherwise takes as long as carrying it
 * out: `${kept}SELECT … WHERE id = ${id}`. For what every command waits for and whose plan suits all values alike: found
 * by a key or the first few of an order, not by a pattern or a range of time.
 */
export const kept = Prisma.raw(mark);

/** Names by which one connection knows its kept statements; any other has no name. */
export function namesOfKept(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!sql.startsWith(mark)) return '';
    const name = names.get(sql) ?? `kept ${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

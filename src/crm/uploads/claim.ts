import type { Tx } from '../../db/client.ts';
import { stillThere, type Upload } from './own.ts';
import { kept, stored } from './rejected.ts';

/**
 * Does the import of a file and marks it as imported, with the rows that were left out, in the transaction of the
 * import. Of two at once the second waits for the first and is refused; so is one whose file is read otherwise by now.
 */
export async function claimed<
  T extends { readonly changeId: number | null; readonly rejected: readonly { readonly row: number }[] },
>(tx: Tx, { id, edition }: Upload, work: () => Promise<T>): Promise<T> {
  const [now] = await tx.$queryRaw<{ edition: number; changeId: number | null }[]>`
    SELECT edition, change_id AS "changeId" FROM upload WHERE id = ${id} FOR UPDATE`;
  stillThere(now, edition);
  const done = await work();
  const { changeId } = done;
  if (changeId !== null)
    await tx.upload.update({
      where: { id },
      data: { changeId, rejected: stored(kept(done.rejected)) },
      select: { id: true },
    });
  return done;
}

import type { Tx } from '../../db/client.ts';

/**
 * Held to the end of the transaction by whoever looks for twins before they write: of two at once the second sees what
 * the first has made.
 */
export async function lockTwins(tx: Pick<Tx, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('twins'))`;
}

import type { Pool, PoolClient } from 'pg';
import { DatabaseError } from './errors.ts';

/** A connection for oneself; DatabaseError where the database cannot be reached. */
export function session(pool: Pool): Promise<PoolClient> {
  return pool.connect().catch((error: Error) => {
    throw new DatabaseError(`The database does not answer: ${error.message || error}`, { cause: error });
  });
}

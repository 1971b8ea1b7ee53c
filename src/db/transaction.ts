import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

export interface TransactionOptions {
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
  /** Milliseconds it may take once it has begun; the default is 30 seconds. */
  readonly timeout?: number;
}

/** Serialization failure and deadlock: PostgreSQL asks for the transaction to be run again. */
const retryable = new Set(['40001', '40P01']);
const attempts = 5;

/**
 * Runs fn in a transaction: in the one that is open if db is one, else in a new one, which is run again when
 * it collides with another; fn must therefore do nothing but database work. Inside fn use tx and never the
 * client: an embedded database does one transaction after the other, and the client's query would wait.
 */
export async function transaction<T>(
  db: Db,
  fn: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!isClient(db)) return fn(db);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(fn, options);
    } catch (error) {
      if (attempt === attempts || !retryable.has(sqlState(error) ?? '')) throw error;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}

function isClient(db: Db): db is PrismaClient {
  return '$connect' in db && typeof db.$connect === 'function';
}

/** The five characters by which PostgreSQL names what went wrong, of an error thrown by Prisma. */
export function sqlState(error: unknown): string | undefined {
  const { meta, cause } = error as ThrownByPrisma;
  return meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode;
}

interface ThrownByPrisma {
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: string } } };
  readonly cause?: { readonly originalCode?: string };
}

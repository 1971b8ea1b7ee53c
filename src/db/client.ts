import { PrismaPg } from '@prisma/adapter-pg';
import { type ClientBase, Pool, type PoolConfig } from 'pg';
import { openEmbedded } from './embedded/open.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { namesOfKept } from './kept.ts';
import { migrate } from './migrate.ts';

export * from './generated/client.ts';

/** Inside a transaction. */
export type Tx = Prisma.TransactionClient;
/** A client or an open transaction: what a verb takes that works in both. */
export type Db = PrismaClient | Tx;

export interface Database {
  readonly prisma: PrismaClient;
  /** Whether this process runs the embedded database (and others may be its guests). */
  readonly owner: boolean;
  close(): Promise<void>;
}

export interface Place {
  /** A PostgreSQL server; undefined: embedded in dataDir. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** For the bot: run the embedded database, waiting for another process to leave it (see openEmbedded). */
  readonly stay?: boolean;
  /** Told when another process has the folder and we wait for it. */
  readonly onWait?: () => void;
}

/** The database as it is, of whatever release. */
export interface Connection {
  readonly pool: Pool;
  readonly owner: boolean;
  close(): Promise<void>;
}

/**
 * Opens the database and brings it up to date. Throws DatabaseError with one sentence when it cannot be
 * reached, was made by a newer release, or the folder by another PostgreSQL.
 */
export async function openDatabase(place: Place): Promise<Database> {
  const { pool, owner, close } = await connect(place);
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, owner ? { statementNameGenerator: namesOfKept() } : {}),
    // An embedded database does one transaction after the other: let them queue.
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
  return {
    prisma,
    owner,
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}

/** Opens the database and changes nothing in it. */
export async function connect(place: Place): Promise<Connection> {
  const embedded = place.databaseUrl ? undefined : await openEmbedded(place.dataDir, place);
  const config: PoolConfig = embedded?.pool ?? { connectionString: place.databaseUrl, max: 10 };
  const onConnect = async (client: ClientBase) => {
    // What a lost connection kept is still there, for all connections are one to the embedded database.
    await client.query(embedded?.owner ? `DEALLOCATE ALL; ${settings}` : settings);
  };
  const pool = new Pool({ connectionTimeoutMillis: 15_000, ...config, onConnect });
  pool.on('error', () => {}); // an idle connection was lost; the next query opens another
  return {
    pool,
    owner: embedded?.owner ?? false,
    async close() {
      await pool.end();
      await embedded?.stop();
    },
  };
}

/**
 * The adapter drops the offset of every moment it reads: sessions must speak UTC, whatever the server does.
 * The threshold is how alike a misspelt word must be to be looked at (`%` of pg_trgm); crm/find then judges.
 */
const settings = "SET TIME ZONE 'UTC'; SET pg_trgm.similarity_threshold = 0.2";

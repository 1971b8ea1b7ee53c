import type { Db } from './client.ts';

/** Tells the planner what the tables are like: after many rows came, and where no server does it by itself. */
export async function analyse(db: Db): Promise<void> {
  await db.$executeRawUnsafe('ANALYZE');
}

import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { Person } from '../../src/chat/platform.ts';
import { createCore } from '../../src/core.ts';
import { openDatabase } from '../../src/db/client.ts';
import { testSettings } from './settings.ts';
import { interleaved, median, milliseconds, timed } from './stats.ts';
import type { Result } from './table.ts';

const aggregate = `
  SELECT s.id, count(*), sum(d.amount), sum(d.amount) * s.probability / 100,
    avg(extract(epoch FROM now() - e.at)) / 86400
  FROM deal d
  JOIN (SELECT DISTINCT ON (deal_id) deal_id, stage_id, at FROM stage_event
        WHERE revoked_at IS NULL ORDER BY deal_id, at DESC, id DESC) e ON e.deal_id = d.id
  JOIN stage s ON s.id = e.stage_id
  WHERE s.kind = 'OPEN' AND d.currency = 'VND'
  GROUP BY s.id ORDER BY s.position`;

/** `/pipeline` as the command path runs it, against its aggregate in plain SQL. */
export async function pipeline(folder: string): Promise<Result[]> {
  const database = await openDatabase({ dataDir: folder });
  const core = await createCore(database, testSettings(), { log: pino({ level: 'silent' }) });
  const pool = new pg.Pool({
    host: join(folder),
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 1,
  });
  const person: Person = { platform: 'terminal', userId: 'operator', name: 'operator', full: true };
  const place = { channel: 'terminal', private: true };
  let asked = 0;
  const samples = await interleaved(
    {
      raw: () => timed(() => pool.query(aggregate)),
      command: () =>
        timed(async () => {
          const key = `bench:${++asked}`;
          const invocation = { key, person, place, command: 'pipeline', wire: {}, replyTo: null } as const;
          await core.chat.accept(invocation);
          const { ok } = await core.chat.handle(invocation);
          if (ok !== 'done') throw new Error('/pipeline failed');
        }),
    },
    { rounds: 30, warmUp: 5 },
  );
  await pool.end();
  await core.close();
  return [
    {
      what: '/pipeline over 100,000 deals and 250,000 stage events',
      measured: milliseconds(median(samples.command)),
      against: `plain SQL: ${milliseconds(median(samples.raw))}`,
      value: median(samples.command) / median(samples.raw),
      limit: 1.3,
      unit: '×',
    },
  ];
}

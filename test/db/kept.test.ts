import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { connect, openDatabase } from '../../src/db/client.ts';
import { kept } from '../../src/db/kept.ts';
import { cloneTemplate } from '../support/database.ts';

const dataDir = await cloneTemplate();
afterAll(() => rm(dataDir, { recursive: true, force: true }));

it('keeps the plan of marked statements, one for each, and of no others', async () => {
  const { prisma, close } = await openDatabase({ dataDir });
  const answers = [];
  for (const id of [1, 2, 3]) {
    answers.push(await prisma.$queryRaw`${kept}SELECT ${id}::int AS marked`);
    await prisma.$queryRaw`SELECT ${id}::int AS plain`;
    await prisma.team.findFirst({ where: { id } });
  }
  const held = await prisma.$queryRaw<{ statement: string; times: number }[]>`
    SELECT statement, (generic_plans + custom_plans)::int AS times FROM pg_prepared_statements WHERE name <> ''`;
  await close();
  expect(answers).toEqual([[{ marked: 1 }], [{ marked: 2 }], [{ marked: 3 }]]);
  expect(held).toEqual([{ statement: expect.stringContaining('AS marked'), times: 3 }]);
});

it('works on when a connection that kept statements was lost', async () => {
  const { pool, close } = await connect({ dataDir });
  const ask = () => pool.query({ name: 'kept 1', text: 'SELECT $1::int AS n', values: [1] });
  await ask();
  (await pool.connect()).release(true);
  const { rows } = await ask();
  await close();
  expect(rows).toEqual([{ n: 1 }]);
});

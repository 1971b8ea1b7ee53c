import { ensurePipeline } from '../crm/pipelines/defaults.ts';
import type { PrismaClient, Tx } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import type { Locale } from '../i18n/index.ts';
import type { Clock } from '../lib/clock.ts';
import { workCalendar } from '../lib/dates/index.ts';
import { makeCompany } from './company.ts';
import { type Rows, rowsOf } from './rows.ts';

/** It is some thousand rows: on a busy machine they take their time. */
const timeout = 5 * 60_000;

/**
 * Fills an empty database with a company of some life, the same each time but told as of today: members, customers,
 * leads, deals in every stage, six months of history. Does nothing where there is any record. All or nothing, once,
 * however many processes start. It is in no change log, so nothing of it can be undone.
 */
export async function seedDemo(
  db: PrismaClient,
  { clock, zone, currency, locale }: { clock: Clock; zone: string; currency: string; locale: Locale },
): Promise<void> {
  await ensurePipeline(db);
  const fill = async (tx: Tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('demo'))`;
    if (await anything(tx)) return;
    const stages = await tx.stage.findMany({
      orderBy: [{ pipeline: { position: 'asc' } }, { position: 'asc' }],
    });
    const limits = stages.flatMap(({ kind, staleAfterDays }) =>
      kind === 'OPEN' ? [staleAfterDays ?? 5] : [],
    );
    const scene = {
      now: clock.now(),
      zone,
      calendar: workCalendar(),
      currency,
      pipelineId: stages[0]?.pipelineId ?? 0,
    };
    const company = makeCompany(locale, currency, limits);
    await insert(tx, rowsOf(company, { ...scene, stageIds: stages.map(({ id }) => id) }));
  };
  await transaction(db, fill, { timeout });
}

async function anything(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ any: boolean }]>`
    SELECT EXISTS (SELECT FROM member) OR EXISTS (SELECT FROM identity) OR EXISTS (SELECT FROM team)
      OR EXISTS (SELECT FROM company) OR EXISTS (SELECT FROM contact) OR EXISTS (SELECT FROM lead)
      OR EXISTS (SELECT FROM product) OR EXISTS (SELECT FROM deal) OR EXISTS (SELECT FROM activity)
      OR EXISTS (SELECT FROM change) AS any`;
  return row.any;
}

async function insert(tx: Tx, rows: Rows): Promise<void> {
  await tx.team.createMany({ data: rows.team });
  await tx.member.createMany({ data: rows.member });
  await tx.identity.createMany({ data: rows.identity });
  await tx.company.createMany({ data: rows.company });
  await tx.contact.createMany({ data: rows.contact });
  await tx.product.createMany({ data: rows.product });
  await tx.lead.createMany({ data: rows.lead });
  await tx.deal.createMany({ data: rows.deal });
  await tx.stageEvent.createMany({ data: rows.stageEvent });
  await tx.activity.createMany({ data: rows.activity });
  await tx.task.createMany({ data: rows.task });
  await tx.subscription.createMany({ data: rows.subscription });
  // These came with their numbers: the next ones follow.
  await tx.$executeRaw`
    SELECT setval(pg_get_serial_sequence('team', 'id'), (SELECT max(id) FROM team)),
      setval(pg_get_serial_sequence('member', 'id'), (SELECT max(id) FROM member)),
      setval(pg_get_serial_sequence('company', 'id'), (SELECT max(id) FROM company)),
      setval(pg_get_serial_sequence('contact', 'id'), (SELECT max(id) FROM contact)),
      setval(pg_get_serial_sequence('product', 'id'), (SELECT max(id) FROM product)),
      setval(pg_get_serial_sequence('lead', 'id'), (SELECT max(id) FROM lead)),
      setval(pg_get_serial_sequence('deal', 'id'), (SELECT max(id) FROM deal))`;
}

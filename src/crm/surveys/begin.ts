import type { Tx } from '../../db/client.ts';
import { transaction } from '../../db/transaction.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { type Recipient, recipientsOf, writable } from '../people/recipients.ts';

export interface Begun {
  readonly roundId: number;
  readonly recipients: readonly Recipient[];
}

/** Nobody is asked twice within so long, whatever is pressed twice. */
const apartMs = 86_400_000;

/**
 * Begins a round: everybody active who can be written to is noted down as asked. Nothing is begun where that was done
 * a moment ago, or there is nobody. The messages belong into the same transaction.
 */
export async function beginRound(
  tx: Tx,
  now: Date,
  platforms: readonly string[],
): Promise<Begun | 'just_asked' | 'nobody'> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('survey'))`;
  const last = await tx.surveyRound.findFirst({ orderBy: { id: 'desc' } });
  if (last && now.getTime() - last.at.getTime() < apartMs) return 'just_asked';
  const active = await tx.member.findMany({
    where: { active: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const found = await recipientsOf(
    tx,
    null,
    active.map(({ id }) => id),
    platforms,
  );
  // Nobody answers for somebody whom they manage.
  const recipients = [...found].filter(([id, { memberId }]) => id === memberId).map(([, to]) => to);
  if (recipients.length === 0) return 'nobody';
  const answers = { create: recipients.map(({ memberId }) => ({ memberId })) };
  const { id } = await tx.surveyRound.create({ data: { at: now, answers } });
  return { roundId: id, recipients };
}

/** Asks everybody now; `seen` is the last round that the asker knew of, `tell` puts the questions into the ledger. */
export function askEverybody(
  ctx: Ctx,
  seen: number | undefined,
  tell: (tx: Tx, begun: Begun) => Promise<void>,
): Promise<Begun> {
  return transaction(ctx.db, async (tx) => {
    const begun = await beginRound(tx, ctx.now, writable);
    if (begun === 'just_asked' || begun === 'nobody') return refuse(`survey.${begun}`);
    if (seen !== undefined && (await tx.surveyRound.count({ where: { id: { gt: seen } } })) > 1)
      refuse('survey.asked_since');
    await tell(tx, begun);
    return begun;
  });
}

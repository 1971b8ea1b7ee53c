import { updateRows } from '../../db/bulk.ts';
import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { add, decimal, print } from '../../lib/money/decimal.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change } from '../changes/change.ts';
import { type Kind, kinds } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { changes } from '../visibility.ts';
import { shareOut } from './share-out.ts';
import { handOverTasks } from './tasks.ts';
import { type Theirs, theirs } from './theirs.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What one person has got. */
export interface Share {
  readonly member: Named;
  readonly counts: Readonly<Record<Kind | 'task', number>>;
  /** Of the open deals, currency by currency. */
  readonly value: readonly Money[];
}

export interface HandedOver {
  readonly from: Named;
  readonly shares: readonly Share[];
}

/** Puts the messages to those who got something into the same transaction. */
export type TellHandedOver = (tx: Tx, handed: HandedOver) => Promise<void>;

const everyKind = Object.keys(kinds) as Kind[];

/**
 * Hands all open deals, leads in work, contacts, companies and open tasks of one member to others in even shares, as one
 * change; with `all` what is closed too. Leads count as accepted: nobody presses a button for hundreds of them.
 */
export async function handOver(
  ctx: Ctx,
  { from, to, all }: { readonly from: Named; readonly to: readonly Named[]; readonly all: boolean },
  tell: TellHandedOver,
): Promise<Changed<HandedOver>> {
  if (to.some(({ id }) => id === from.id)) refuse('handover.self', { name: from.name });
  if (!everyKind.every((kind) => changes(ctx, kind, from.id))) refuse('access.denied');
  return change(ctx, 'crm.handover', async (log) => {
    const { tx, updated } = log;
    const records: Theirs[] = [];
    for (const kind of everyKind) records.push(...(await theirs(tx, kind, from.id, all)));
    const whose = shareOut(records, to.length);
    const given = records.map((record, i) => ({ record, to: to[whose[i] ?? 0] as Named }));
    for (const kind of everyKind) {
      const rows = given.filter(({ record }) => record.kind === kind);
      const columns = (ownerId: number) =>
        kind === 'lead' ? { ownerId, assignedAt: ctx.now, acceptedAt: ctx.now } : { ownerId };
      await updateRows(
        tx,
        kind,
        rows.map(({ record: { id }, to }) => ({ id, ...columns(to.id) })),
      );
      for (const { record, to } of rows) {
        const { id, assignedAt, acceptedAt } = record;
        updated(kind, id, { ownerId: from.id, assignedAt, acceptedAt }, columns(to.id));
      }
    }
    const tasks = await handOverTasks(log, from.id, to);
    if (records.length === 0 && tasks.size === 0) refuse('handover.nothing', { name: from.name });
    const shares = to.map((member) =>
      shareOf(
        member,
        given.filter((one) => one.to === member).map(({ record }) => record),
        tasks.get(member.id) ?? 0,
      ),
    );
    await tell(tx, { from, shares });
    return { from, shares };
  });
}

function shareOf(member: Named, records: readonly Theirs[], task: number): Share {
  const count = (kind: Kind) => records.filter((record) => record.kind === kind).length;
  const value = new Map<string, string>();
  for (const { kind, open, amount, currency } of records)
    if (kind === 'deal' && open && amount && currency)
      value.set(currency, print(add(decimal(value.get(currency) ?? '0'), decimal(amount))));
  return {
    member,
    counts: {
      deal: count('deal'),
      lead: count('lead'),
      contact: count('contact'),
      company: count('company'),
      task,
    },
    value: [...value].map(([currency, amount]) => ({ amount, currency })),
  };
}

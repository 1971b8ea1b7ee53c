import type { Tx } from '../../db/client.ts';
import type { Decision } from '../assignment/assigner.ts';
import type { Ctx } from '../context.ts';

/** A lead that somebody was given; with `ownerId` null one that the rules could give to nobody. */
export interface Given {
  readonly leadId: number;
  readonly ownerId: number | null;
  /** How the rules came to it, where they were asked. */
  readonly decision: Decision | null;
}

/** Puts the messages to whom it concerns into the same transaction. */
export type TellGiven = (tx: Tx, given: Given) => Promise<void>;

/** How many leads somebody was given in one change. */
export interface Share {
  readonly member: { readonly id: number; readonly name: string };
  readonly count: number;
}

/** Puts one message to each of them into the same transaction. */
export type TellShares = (tx: Tx, changeId: number, shares: readonly Share[]) => Promise<void>;

/** The columns of a lead that gets an owner. What one gives oneself one has accepted; others press Accept. */
export const ownedBy = ({ now, member }: Pick<Ctx, 'now' | 'member'>, ownerId: number | null) => ({
  ownerId,
  assignedAt: ownerId === null ? null : now,
  acceptedAt: ownerId !== null && ownerId === member?.id ? now : null,
});

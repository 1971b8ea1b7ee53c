import type { Tx } from '../../db/client.ts';
import type { Ctx } from '../context.ts';

/** Puts the message to a lead's new owner into the same transaction. */
export type TellOwner = (tx: Tx, leadId: number, ownerId: number) => Promise<void>;

/** The columns of a lead that gets an owner. What one gives oneself one has accepted; others press Accept. */
export const ownedBy = ({ now, member }: Pick<Ctx, 'now' | 'member'>, ownerId: number | null) => ({
  ownerId,
  assignedAt: ownerId === null ? null : now,
  acceptedAt: ownerId !== null && ownerId === member?.id ? now : null,
});

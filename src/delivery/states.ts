import type { Outcome } from '../chat/platform.ts';
import type { DeliveryState } from '../db/client.ts';

/**
 * What can happen to a delivery: `claimed`, a courier takes it up, because it is due or because the courier that
 * had it was not heard of again; what became of an attempt; and `absent`, the platform certainly does not have it.
 */
export type DeliveryEvent = 'claimed' | Outcome['kind'] | 'absent';

/**
 * SENDING: a courier is at it. UNKNOWN: nobody can say whether it was sent, and only `absent` leads from there to
 * another attempt. That it was sent is believed whenever it is said.
 */
const table: Record<DeliveryState, Partial<Record<DeliveryEvent, DeliveryState>>> = {
  PENDING: { claimed: 'SENDING', sent: 'SENT' },
  SENDING: { claimed: 'UNKNOWN', sent: 'SENT', refused: 'REFUSED', later: 'PENDING', unknown: 'UNKNOWN' },
  UNKNOWN: {
    claimed: 'UNKNOWN',
    sent: 'SENT',
    refused: 'REFUSED',
    later: 'UNKNOWN',
    unknown: 'UNKNOWN',
    absent: 'PENDING',
  },
  SENT: {},
  REFUSED: {},
};

/** The state that follows; undefined where the event changes nothing. */
export function after(state: DeliveryState, event: DeliveryEvent): DeliveryState | undefined {
  return table[state][event];
}

/** The states in which something is still to be done. */
export const open = (Object.keys(table) as DeliveryState[]).filter((state) => after(state, 'claimed'));

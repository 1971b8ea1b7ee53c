import { expect, it } from 'vitest';
import type { DeliveryState } from '../../src/db/client.ts';
import { after, type DeliveryEvent, open } from '../../src/delivery/states.ts';

const no = undefined;
const table: Record<DeliveryState, Record<DeliveryEvent, DeliveryState | undefined>> = {
  PENDING: { claimed: 'SENDING', sent: 'SENT', refused: no, later: no, unknown: no, absent: no },
  SENDING: {
    claimed: 'UNKNOWN',
    sent: 'SENT',
    refused: 'REFUSED',
    later: 'PENDING',
    unknown: 'UNKNOWN',
    absent: no,
  },
  UNKNOWN: {
    claimed: 'UNKNOWN',
    sent: 'SENT',
    refused: 'REFUSED',
    later: 'UNKNOWN',
    unknown: 'UNKNOWN',
    absent: 'PENDING',
  },
  SENT: { claimed: no, sent: no, refused: no, later: no, unknown: no, absent: no },
  REFUSED: { claimed: no, sent: no, refused: no, later: no, unknown: no, absent: no },
};
const cases = Object.entries(table).flatMap(([state, row]) =>
  Object.entries(row).map(([event, next]) => [state, event, next] as const),
);

it.each(cases)('%s, %s: %s', (state, event, next) => {
  expect(after(state as DeliveryState, event as DeliveryEvent)).toBe(next);
});

it('never sends again what may have been sent, without having heard that it is absent', () => {
  const reach = (from: DeliveryState, without: DeliveryEvent): Set<DeliveryState> => {
    const reached = new Set<DeliveryState>([from]);
    for (const state of reached)
      for (const [event, next] of Object.entries(table[state]))
        if (next && event !== without) reached.add(after(state, event as DeliveryEvent) as DeliveryState);
    return reached;
  };
  expect([...reach('UNKNOWN', 'absent')].sort()).toEqual(['REFUSED', 'SENT', 'UNKNOWN']);
});

it('has work to do in the states that are not final', () => {
  expect(open).toEqual(['PENDING', 'SENDING', 'UNKNOWN']);
});

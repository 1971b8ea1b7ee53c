import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Message } from '../protocol.ts';
import { listen } from './net.ts';

/** All conversations of a person. */
export interface Rooms {
  readonly messages: readonly Message[];
  /** How many came to channels that were not being read. */
  readonly unread: Readonly<Record<string, number>>;
  readonly connected: boolean;
  /** The history has come. */
  readonly ready: boolean;
}

type Event =
  | { kind: 'history'; all: readonly Message[] }
  | { kind: 'message'; one: Message; reading: string }
  | { kind: 'read'; channel: string }
  | { kind: 'connected'; yes: boolean }
  | { kind: 'left' };

const empty: Rooms = { messages: [], unread: {}, connected: true, ready: false };

function reduce(rooms: Rooms, event: Event): Rooms {
  switch (event.kind) {
    case 'history':
      return { ...rooms, messages: event.all, ready: true };
    case 'message': {
      const { one, reading } = event;
      const known = rooms.messages.some(({ id }) => id === one.id);
      const messages = known
        ? rooms.messages.map((old) => (old.id === one.id ? one : old))
        : [...rooms.messages, one];
      if (known || one.channel === reading) return { ...rooms, messages };
      return {
        ...rooms,
        messages,
        unread: { ...rooms.unread, [one.channel]: (rooms.unread[one.channel] ?? 0) + 1 },
      };
    }
    case 'read':
      return { ...rooms, unread: { ...rooms.unread, [event.channel]: 0 } };
    case 'connected':
      return { ...rooms, connected: event.yes };
    case 'left':
      return empty;
  }
}

/** The conversations of `person`, live, while `channel` is being read. */
export function useRooms(person: string | undefined, channel: string): Rooms {
  const [rooms, tell] = useReducer(reduce, empty);
  const reading = useRef(channel);
  useEffect(() => {
    reading.current = channel;
    tell({ kind: 'read', channel });
  }, [channel]);
  useEffect(() => {
    if (!person) return;
    const close = listen(person, {
      history: (all) => tell({ kind: 'history', all }),
      message: (one) => tell({ kind: 'message', one, reading: reading.current }),
      connected: (yes) => tell({ kind: 'connected', yes }),
    });
    return () => {
      close();
      tell({ kind: 'left' });
    };
  }, [person]);
  return rooms;
}

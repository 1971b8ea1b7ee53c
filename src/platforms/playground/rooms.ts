import type { Locale } from '../../i18n/index.ts';
import { limits } from './limits.ts';
import type { Message, Picture } from './protocol.ts';

/** A message as the server keeps it. */
export interface Entry extends Omit<Message, 'only' | 'pictures'> {
  /** Of its card. */
  readonly locale: Locale;
  /** The only person who sees it; everybody in the channel where absent. */
  readonly only?: string;
  readonly pictures: ReadonlyMap<number, Drawing>;
}

/** A chart that was drawn; whoever knows its id gets the picture. */
export interface Drawing {
  readonly id: string;
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

export const direct = (userId: string) => `user:${userId}`;
export const isDirect = (channel: string) => channel.startsWith('user:');

/** Conversations in memory, the last messages of each, and who is watching. */
export function createRooms() {
  const rooms = new Map<string, Entry[]>();
  const pictures = new Map<string, Buffer>();
  const watchers = new Map<(message: Message) => void, string>();

  const sees = (entry: Entry, userId: string) =>
    isDirect(entry.channel) ? entry.channel === direct(userId) : !entry.only || entry.only === userId;

  function shown({ locale: _, only, pictures: drawn, ...message }: Entry): Message {
    const urls = [...drawn].map(([block, { id, width, height }]): [number, Picture] => [
      block,
      { url: `/playground/charts/${id}.png`, width, height },
    ]);
    return { ...message, pictures: Object.fromEntries(urls), only: !!only && !isDirect(message.channel) };
  }

  const forget = (entry: Entry) => {
    for (const { id } of entry.pictures.values()) pictures.delete(id);
  };

  const all = () => [...rooms.values()].flat();

  return {
    /** Adds a message, or puts it in the place of the one with its id, and tells everybody who sees it. */
    put(entry: Entry): void {
      const room = rooms.get(entry.channel) ?? [];
      rooms.set(entry.channel, room);
      const at = room.findIndex(({ id }) => id === entry.id);
      if (at < 0) room.push(entry);
      else for (const old of room.splice(at, 1, entry)) forget(old);
      for (const old of room.splice(0, Math.max(0, room.length - limits.history))) forget(old);
      for (const { id, png } of entry.pictures.values()) pictures.set(id, png);
      for (const [tell, userId] of watchers) if (sees(entry, userId)) tell(shown(entry));
    },
    /** The message, where this person sees it. */
    find(id: string, userId: string): Entry | undefined {
      return all().find((entry) => entry.id === id && sees(entry, userId));
    },
    has: (channel: string, id: string) => !!rooms.get(channel)?.some((entry) => entry.id === id),
    /** Everything this person sees, oldest first in each conversation. */
    history: (userId: string): Message[] =>
      all()
        .filter((entry) => sees(entry, userId))
        .map(shown),
    picture: (id: string): Buffer | undefined => pictures.get(id),
    /** Calls `tell` with each new message that this person sees, until the returned function is called. */
    watch(userId: string, tell: (message: Message) => void): () => void {
      watchers.set(tell, userId);
      return () => watchers.delete(tell);
    },
  };
}

export type Rooms = ReturnType<typeof createRooms>;

import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json, Store } from './store.ts';
import type { World } from './world.ts';

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
/** Which intent each event needs; a message in a guild and one in private need different ones. */
const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;
/** Intents that must be switched on for the application first. */
const PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT;

interface Session {
  readonly id: string;
  readonly intents: number;
  socket?: WebSocket;
  seq: number;
  readonly sent: { s: number; t: string; d: Json }[];
}

/** The gateway half: HELLO, IDENTIFY, RESUME, heartbeats, sequence numbers, events by intent. */
export class Gateway {
  /** Milliseconds between heartbeats, and whether they are answered. */
  heartbeat = 41_250;
  acknowledges = true;
  /** Privileged intents that the application was granted. */
  granted = 0;
  readonly counts = { identify: 0, resume: 0, heartbeat: 0 };
  readonly #sessions = new Map<string, Session>();
  readonly #world: World;
  readonly #ready: () => Json[];
  readonly #server: WebSocketServer;

  constructor(server: Server, world: World, guilds: () => Json[]) {
    this.#world = world;
    this.#ready = guilds;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  /** Sends an event to whoever asked for it; sent twice it has two sequence numbers, as real duplicates do. */
  dispatch(event: string, data: Json, times = 1): void {
    for (const session of this.#sessions.values())
      for (let i = 0; i < times; i++) {
        const visible = forIntents(event, data, session.intents, this.#world.store);
        if (visible) this.#send(session, event, visible);
      }
  }

  get connected(): boolean {
    return [...this.#sessions.values()].some((s) => s.socket?.readyState === 1);
  }

  /** Cuts every socket without a goodbye; sessions can be resumed. */
  drop(): void {
    for (const session of this.#sessions.values()) session.socket?.terminate();
  }

  /** Asks clients to reconnect and resume (op 7). */
  reconnect(): void {
    for (const { socket } of this.#sessions.values())
      socket?.send(JSON.stringify({ op: Op.reconnect, d: null }));
  }

  /** Ends every session: a client must identify again. */
  invalidate(): void {
    for (const { socket } of this.#sessions.values())
      socket?.send(JSON.stringify({ op: Op.invalid, d: false }));
    this.#sessions.clear();
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #greet(socket: WebSocket): void {
    let session: Session | undefined;
    const op = (code: number, d: unknown) => socket.send(JSON.stringify({ op: code, d, s: null, t: null }));
    op(Op.hello, { heartbeat_interval: this.heartbeat });
    socket.on('message', (raw) => {
      const packet = JSON.parse(String(raw)) as { op: number; d: Json };
      if (packet.op === Op.heartbeat) {
        this.counts.heartbeat += 1;
        if (this.acknowledges) op(Op.ack, null);
      } else if (packet.op === Op.identify) session = this.#identify(socket, packet.d);
      else if (packet.op === Op.resume) session = this.#resume(socket, packet.d);
      else if (![3, 4, 8].includes(packet.op)) socket.close(4001, 'Unknown opcode');
    });
    socket.on('close', () => {
      if (session?.socket === socket) delete session.socket;
    });
  }

  #identify(socket: WebSocket, d: Json): Session | undefined {
    const { store, origin } = this.#world;
    this.counts.identify += 1;
    if (d.token !== store.token) return void socket.close(4004, 'Authentication failed.');
    const intents = Number(d.intents);
    if (intents & PRIVILEGED & ~this.granted) return void socket.close(4014, 'Disallowed intent(s).');
    const session: Session = { id: randomUUID(), intents, socket, seq: 0, sent: [] };
    this.#sessions.set(session.id, session);
    const guilds = this.#ready();
    this.#send(session, 'READY', {
      v: 10,
      user: { ...store.bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${origin().replace('http', 'ws')}/resume`,
      application: { id: store.bot.id, flags: 0 },
      shard: [0, 1],
    });
    if (intents & GUILDS) for (const guild of guilds) this.#send(session, 'GUILD_CREATE', guild);
    return session;
  }

  #resume(socket: WebSocket, d: Json): Session | undefined {
    this.counts.resume += 1;
    const session = this.#sessions.get(String(d.session_id));
    if (!session || d.token !== this.#world.store.token) {
      socket.send(JSON.stringify({ op: Op.invalid, d: false }));
      return undefined;
    }
    session.socket = socket;
    for (const event of session.sent.filter((e) => e.s > Number(d.seq)))
      socket.send(JSON.stringify({ op: Op.dispatch, ...event }));
    this.#send(session, 'RESUMED', {});
    return session;
  }

  #send(session: Session, t: string, d: Json): void {
    session.seq += 1;
    const event = { s: session.seq, t, d };
    session.sent.push(event);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify({ op: Op.dispatch, ...event }));
  }
}

/** The event as a client with these intents gets it, or nothing. */
function forIntents(event: string, data: Json, intents: number, store: Store): Json | undefined {
  if (event !== 'MESSAGE_CREATE') return data;
  if (!(intents & (data.guild_id ? GUILD_MESSAGES : DIRECT_MESSAGES))) return undefined;
  const own = (data.author as { id: string }).id === store.bot.id;
  const mentioned = (data.mentions as { id: string }[]).some((user) => user.id === store.bot.id);
  if (!data.guild_id || own || mentioned || intents & MESSAGE_CONTENT) return data;
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/chat/platform.ts';
import type { PrismaClient } from '../../src/db/client.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';
import { shortLived } from '../support/node.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));
const slots = 30;

/** Where in the course of a delivery the process dies; at the `nth` message it sends. */
type Death = { at: 'before it arrives' | 'before the reply' | 'after the reply' | 'never'; nth: number };

const deaths: Death[] = [
  { at: 'before the reply', nth: 1 },
  { at: 'before it arrives', nth: 2 },
  { at: 'after the reply', nth: 3 },
  { at: 'before the reply', nth: 6 },
  { at: 'after the reply', nth: 7 },
];

/** A chat server that keeps what it was sent, and kills the process that sends at the wanted point. */
function platform() {
  const history: string[] = [];
  const reconciled: string[] = [];
  let child: ChildProcess;
  let death: Death;
  let nth = 0;
  const server: Server = createServer(async (request, response) => {
    const { key } = (await json(request)) as Outgoing;
    if (request.url === '/reconcile') {
      reconciled.push(key);
      const found = history.indexOf(key);
      response.end(JSON.stringify(found < 0 ? null : { kind: 'sent', reference: String(found) }));
      return;
    }
    const dies = ++nth === death.nth;
    if (dies && death.at === 'before it arrives') return child.kill('SIGKILL');
    history.push(key);
    if (dies && death.at === 'before the reply') return child.kill('SIGKILL');
    response.end(JSON.stringify({ kind: 'sent', reference: String(history.length - 1) }));
    if (!dies || death.at !== 'after the reply') return;
    await pause(Math.random() * 10); // somewhere between the reply and what it writes down next
    child.kill('SIGKILL');
  });
  return {
    history,
    reconciled,
    server,
    expecting(next: ChildProcess, how: Death) {
      [child, death, nth] = [next, how, 0];
    },
  };
}

async function surviving(place: { databaseUrl?: string; dataDir: string }, prisma: PrismaClient) {
  const chat = platform();
  chat.server.listen(0, '127.0.0.1');
  await once(chat.server, 'listening');
  const url = `http://127.0.0.1:${(chat.server.address() as AddressInfo).port}`;
  let killed = 0;
  const sent = () => prisma.delivery.count({ where: { state: 'SENT' } });
  // What a slow machine made fail is owed to a later life, as everywhere.
  for (
    let life = 0;
    life < deaths.length || (life < deaths.length + 3 && (await sent()) < 2 * slots);
    life++
  ) {
    const death: Death = deaths[life] ?? { at: 'never', nth: 0 };
    const options = JSON.stringify({ place, url, slots, aheadMs: life * 61_000 });
    const child = spawn(process.execPath, [shortLived, '--import', 'tsx', script, options], {
      stdio: 'inherit',
    });
    chat.expecting(child, death);
    const [code, signal] = await once(child, 'exit');
    if (signal === 'SIGKILL') killed++;
    else expect(code).toBe(0);
  }
  chat.server.closeAllConnections();
  chat.server.close();
  expect(killed).toBe(deaths.length);
  for (const channel of ['C1', 'C2']) {
    const arrived = chat.history.filter((key) => key.endsWith(channel));
    expect(arrived).toEqual(Array.from({ length: slots }, (_, i) => `${i}:${channel}`));
  }
  expect(await sent()).toBe(2 * slots);
  expect(chat.reconciled.length).toBeGreaterThan(0);
}

describe('killed in the middle of a delivery', async () => {
  const { prisma, dataDir } = await testDatabase();
  it('sends each message once, in order, on the embedded database', async () => {
    await surviving({ dataDir }, prisma);
  }, 60_000);
});

describeOnPostgres('killed in the middle of a delivery', (database) => {
  it('sends each message once, in order', async () => {
    await surviving({ dataDir: '', databaseUrl: database().databaseUrl }, database().prisma);
  }, 60_000);
});

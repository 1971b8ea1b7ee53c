import { beforeEach, expect, it } from 'vitest';
import type { Invocation, Person } from '../../src/chat/platform.ts';
import type { Tx } from '../../src/db/client.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres } from '../support/database.ts';

describeOnPostgres('who does something a moment after somebody else', (served) => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;

  beforeEach(async () => {
    await served().truncate();
    acme = await company(served());
    lan = await acme.member('Lan', 'manager');
  });

  /** What comes of `late`, which begins after `first` has written and before it is there for others. */
  async function overtaken<T>(first: (tx: Tx) => Promise<unknown>, late: () => Promise<T>): Promise<T> {
    let done: Promise<T> | undefined;
    await acme.db.$transaction(async (tx) => {
      await first(tx);
      done = late();
      while (!(await somebodyWaits()));
    });
    return done as Promise<T>;
  }

  async function somebodyWaits(): Promise<boolean> {
    const rows = await acme.db.$queryRaw<unknown[]>`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return rows.length > 0;
  }

  const inChannel = (command: string, wire: Record<string, string>): Invocation => ({
    key: `late:${command}`,
    person: lan,
    place: { channel: 'sales', private: false },
    command: command as Invocation['command'],
    wire,
    replyTo: null,
  });

  it.each(['log call P-1 "đã gọi"', 'task add P-1 "gọi lại" tomorrow', 'deal add Kho 5tr contact:P-1'])(
    'is told that a record is not there any more: %s',
    async (line) => {
      await acme.say(lan, 'contact add An');
      const { ok, card } = await overtaken(
        (tx) => tx.contact.delete({ where: { id: 1 } }),
        () => acme.say(lan, line),
      );
      expect(ok, textOf(card)).toBe('refused');
    },
  );

  it('is asked about a contact whom the other has just made, instead of making a second one', async () => {
    const { ok, card } = await overtaken(
      (tx) => tx.$executeRaw`
        WITH held AS (SELECT pg_advisory_xact_lock(hashtext('twins')))
        INSERT INTO contact (name, folded, created_at) SELECT 'Bình', 'binh', ${acme.clock.now()} FROM held`,
      () => acme.say(lan, 'deal add Kho 5tr contact:"new: Bình"'),
    );
    expect(ok, textOf(card)).toBe('refused');
    expect(textOf(card)).toContain('Bình (P-1)');
    expect(await acme.db.contact.count()).toBe(1);
  });

  it('is told that a digest was stopped already', async () => {
    const subscription = { digest: 'pipeline', platform: 'playground', channel: 'sales', minute: 510 };
    const data = { ...subscription, timezone: 'UTC', createdAt: acme.clock.now() };
    await acme.db.subscription.create({ data });
    const { ok, card } = await overtaken(
      (tx) => tx.$executeRaw`
        WITH held AS (SELECT pg_advisory_xact_lock(hashtext('subscription'))) DELETE FROM subscription USING held`,
      () => acme.chat.handle(inChannel('digest.stop', {})),
    );
    expect(ok, textOf(card)).toBe('refused');
  });

  it('changes the digest that the other has just ordered, and takes back no more than that', async () => {
    const { ok } = await overtaken(
      (tx) => tx.$executeRaw`
        WITH held AS (SELECT pg_advisory_xact_lock(hashtext('subscription')))
        INSERT INTO subscription (digest, platform, channel, minute, timezone, created_at)
        SELECT 'pipeline', 'playground', 'sales', 510, 'UTC', now() FROM held`,
      () => acme.chat.handle(inChannel('digest.subscribe', { digest: 'pipeline', at: '10:00' })),
    );
    expect(ok).toBe('done');
    expect(await acme.db.subscription.findMany()).toMatchObject([{ minute: 600 }]);
    await acme.say(lan, 'undo');
    expect(await acme.db.subscription.findMany()).toMatchObject([{ minute: 510 }]);
  });

  it('changes the language that the other has just chosen, and takes back no more than that', async () => {
    const { ok } = await overtaken(
      (tx) => tx.$executeRaw`
        WITH held AS (SELECT pg_advisory_xact_lock(hashtext('channel')))
        INSERT INTO channel (platform, channel, locale) SELECT 'playground', 'sales', 'vi' FROM held`,
      () => acme.chat.handle(inChannel('crm.settings', { language: 'en' })),
    );
    expect(ok).toBe('done');
    await acme.say(lan, { command: 'undo', wire: { change: '1' } });
    expect(await acme.db.channel.findMany()).toMatchObject([{ locale: 'vi' }]);
  });
});

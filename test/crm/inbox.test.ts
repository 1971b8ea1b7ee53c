import pg from 'pg';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Invocation, Person, Platform } from '../../src/chat/platform.ts';
import { forget, recover } from '../../src/inbox/recover.ts';
import { createUpkeep } from '../../src/inbox/upkeep.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres, type PostgresDatabase, testDatabase } from '../support/database.ts';

const database = await testDatabase();
const minute = 60_000;

/** A platform that notes what it answers; it fails where the invocation's place is `broken`. */
function listener() {
  const answers: { key: string; answer: Answer }[] = [];
  const platform: Platform = {
    name: 'playground',
    start: async () => {},
    stop: async () => {},
    async answer(invocation, answer) {
      if (invocation.place.channel === 'broken') throw new Error('the platform is away');
      answers.push({ key: invocation.key, answer });
    },
    send: async () => ({ kind: 'sent', reference: '1' }),
    reconcile: async () => null,
    download: async () => null,
  };
  return { platform, answers };
}

describe('what was acknowledged', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep');
  });

  const said = (key: string, title = key, channel = 'dm'): Invocation => ({
    key,
    person: lan,
    place: { channel, private: true },
    command: 'deal.add',
    wire: { title, amount: '5tr' },
    replyTo: { at: key },
  });
  /** What the next process does. */
  const next = async (minAgeMs = -1) => {
    const { platform, answers } = listener();
    const again = await company(database, { clock: acme.clock });
    const { db, chat, clock } = again;
    const until = new Date(clock.now().getTime() - minAgeMs);
    return { taken: await recover({ db, chat, clock, platforms: [platform], until }), answers };
  };
  const titles = async () =>
    (await acme.db.deal.findMany({ orderBy: { id: 'asc' } })).map((deal) => deal.title);

  it('is done by the next process when the first was ended before it began', async () => {
    await acme.chat.accept(said('one'));
    const { taken, answers } = await next();
    expect(taken).toBe(1);
    expect(answers.map(({ key, answer }) => [key, answer.ok])).toEqual([['one', 'done']]);
    expect(await titles()).toEqual(['one']);
    acme.clock.at = new Date(acme.clock.now().getTime() + 6 * minute);
    expect((await next()).taken).toBe(0);
  });

  it('is left alone by the process that has just taken it in: at its start it takes up only what was there', async () => {
    const { platform, answers } = listener();
    await acme.chat.accept(said('one'));
    acme.clock.pass(1 / 86_400);
    const log = pino({ level: 'silent' });
    const upkeep = createUpkeep({
      ...acme,
      platforms: [platform],
      log,
      alone: true,
      refresh: async () => {},
    });
    await acme.chat.accept(said('two'));
    upkeep.start();
    await upkeep.stop();
    expect(answers.map(({ key }) => key)).toEqual(['one']);
  });

  it('is not done twice when the process was ended between the change and the mark that it is done', async () => {
    await acme.chat.accept(said('one'));
    await acme.chat.handle(said('one'));
    await acme.db.seenEvent.updateMany({ data: { doneAt: null } });
    const { answers } = await next();
    expect(await titles()).toEqual(['one']);
    expect(textOf(answers[0]?.answer.card)).toContain('already done (change 1)');
    expect(textOf(answers[0]?.answer.card)).toContain('Show D-1');
  });

  it('tells of a change only who may still run such a command', async () => {
    await acme.chat.accept(said('one'));
    await acme.chat.handle(said('one'));
    await acme.db.seenEvent.updateMany({ data: { doneAt: null } });
    await acme.db.member.updateMany({ data: { active: false } });
    const { answers } = await next();
    expect(textOf(answers[0]?.answer.card)).not.toContain('D-1');
  });

  it('is taken up again after a process that was ended while taking it up, one or several', async () => {
    for (const key of ['one', 'two', 'three']) await acme.chat.accept(said(key));
    await acme.db.jobRun.create({
      data: {
        job: 'recover',
        slot: `one@${Math.floor(acme.clock.now().getTime() / (5 * minute))}`,
        claimedAt: new Date(),
      },
    });
    expect((await next()).taken).toBe(2);
    acme.clock.at = new Date(acme.clock.now().getTime() + 5 * minute);
    expect((await next()).taken).toBe(1);
    expect(await titles()).toEqual(['two', 'three', 'one']);
  });

  it('does not wait behind an answer that cannot be shown', async () => {
    await acme.chat.accept(said('lost', 'lost', 'broken'));
    await acme.chat.accept(said('fine'));
    await next().catch(() => {});
    expect(await titles()).toEqual(['lost', 'fine']);
  });

  it('is not taken from another replica that may be at it, nor done when nobody waits for it any more', async () => {
    await acme.chat.accept(said('one'));
    expect((await next(minute)).taken).toBe(0);
    acme.clock.at = new Date(acme.clock.now().getTime() + 31 * minute);
    expect((await next()).taken).toBe(0);
    expect(await titles()).toEqual([]);
  });

  it('twice under one key is done once', async () => {
    expect([await acme.chat.accept(said('one')), await acme.chat.accept(said('one', 'other'))]).toEqual([
      true,
      false,
    ]);
    await acme.chat.handle(said('one'));
    const second = await acme.chat.handle(said('one'));
    expect(second.ok).toBe('done');
    expect(textOf(second.card)).toContain('already done (change 1)');
    expect(await titles()).toEqual(['one']);
  });

  it('and waits half-filled is of its command, and of the one person where the card was theirs alone', async () => {
    const minh = await acme.member('Minh', 'rep');
    const own = await acme.inbox.saveDraft('deal.add', { title: 'mine', amount: '5tr' }, 'playground:lan');
    const shared = await acme.inbox.saveDraft('deal.add', { title: 'ours', amount: '5tr' }, null);
    const press = (person: Person, command: string, id: number | string) =>
      acme.ask(person, { command, wire: { _draft: String(id) } });
    expect(await press(minh, 'deal.add', own)).toMatchObject({ answer: { ok: 'refused' } });
    expect(await press(lan, 'lead.add', own)).toMatchObject({ answer: { ok: 'refused' } });
    for (const forged of ['0', '-1', '1e3', 'x', '99999999999', '1.5'])
      expect(await press(minh, 'deal.add', forged)).toMatchObject({ answer: { ok: 'refused' } });
    expect(await titles()).toEqual([]);
    const form = await acme.ask(minh, { command: 'deal.add', wire: { _draft: String(own), _ask: '1' } });
    expect(textOf(form)).not.toContain('mine');
    expect(await press(lan, 'deal.add', own)).toMatchObject({ answer: { ok: 'done' } });
    expect(await press(minh, 'deal.add', shared)).toMatchObject({ answer: { ok: 'done' } });
    expect(await titles()).toEqual(['mine', 'ours']);
  });

  it('is forgotten after a week, a half-filled form after a month', async () => {
    await acme.chat.accept(said('one'));
    await acme.inbox.saveDraft('deal.add', { title: 'x' }, null);
    acme.clock.pass(8);
    await forget(acme.db, acme.clock);
    expect([await acme.db.seenEvent.count(), await acme.db.draft.count()]).toEqual([0, 1]);
    acme.clock.pass(23);
    await forget(acme.db, acme.clock);
    expect(await acme.db.draft.count()).toBe(0);
  });
});

describeOnPostgres('what was acknowledged, with several replicas', (postgres) => {
  it('is taken up by one of them', async () => {
    const acme = await company(postgres());
    const lan = await acme.member('Lan', 'rep');
    for (let i = 0; i < 10; i += 1)
      await acme.chat.accept({
        key: `k${i}`,
        person: lan,
        place: { channel: 'dm', private: true },
        command: 'deal.add',
        wire: { title: `Deal ${i}`, amount: '5tr' },
        replyTo: null,
      });
    const listeners = [1, 2, 3].map(listener);
    const taken = await Promise.all(
      listeners.map(({ platform }) =>
        recover({ ...acme, platforms: [platform], until: new Date(acme.clock.now().getTime() + 1) }),
      ),
    );
    expect(taken.reduce((a, b) => a + b)).toBe(10);
    expect(listeners.flatMap(({ answers }) => answers)).toHaveLength(10);
    expect(await acme.db.deal.count()).toBe(10);
  });

  it.each([
    ['a new record', 'deal.add', { title: 'New', amount: '5tr' }, 'Show D-#'],
    ['a move', 'deal.move', { deal: 'D-1', stage: 'Negotiation' }, 'already done'],
    ['an edit', 'deal.edit', { deal: 'D-1', amount: '9tr' }, 'Show D-1'],
    ['an undo', 'undo', {}, 'already done'],
  ] as const)(
    'does %s once when two of them are at it, and both answer what was done',
    async (_what, command, wire, says) => {
      await postgres().truncate();
      const replicas = [await company(postgres()), await company(postgres())];
      const [acme] = replicas as [(typeof replicas)[0]];
      const lan = await acme.member('Lan', 'rep');
      await acme.say(lan, 'deal add First 5tr');
      await acme.say(lan, 'deal edit D-1 title:Second');
      const place = { channel: 'dm', private: true };
      const asked = { key: 'same', person: lan, place, command, wire, replyTo: null };
      await acme.chat.accept(asked);
      const before = await acme.db.change.count();
      const locked = await heldBack(postgres(), () => replicas.map(({ chat }) => chat.handle(asked)));
      const answers = await Promise.all(locked);
      expect(answers.map(({ ok }) => ok)).toEqual(['done', 'done']);
      expect(await acme.db.change.count()).toBe(before + 1);
      const made = await acme.db.change.findUniqueOrThrow({ where: { eventKey: 'same' } });
      const told = answers.map(({ card }) => textOf(card)).filter((text) => text.includes('already done'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`change ${made.id}`);
      // The one that was too late may have used up a number.
      const newest = await acme.db.deal.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(told[0]).toContain(says.replace('#', String(newest.id)));
    },
  );
});

/** Begins some work while the change log takes no entries, until all of it waits there; then lets it go on. */
async function heldBack<T>(database: PostgresDatabase, begin: () => T): Promise<T> {
  const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: database.databaseUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('BEGIN; LOCK TABLE change IN EXCLUSIVE MODE');
  const begun = begin();
  const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await watcher.query(waiting)).rows[0].n < 2);
  await holder.query('COMMIT');
  await Promise.all([holder.end(), watcher.end()]);
  return begun;
}

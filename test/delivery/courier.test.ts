import { beforeEach, describe, expect, it } from 'vitest';
import { createCourier, enqueue } from '../../src/delivery/index.ts';
import { testDatabase } from '../support/database.ts';
import { deferred, fakePlatform, movingClock, owe, owed, silent } from './fake.ts';

describe('the courier', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);

  function setUp() {
    const clock = movingClock();
    const slack = fakePlatform('slack');
    const courier = createCourier({ prisma, clock, platforms: [slack], log: silent });
    return { clock, slack, courier };
  }
  const states = async () =>
    (await prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);

  it('sends what is due with its key, card and language, and writes down where it is', async () => {
    const { slack, courier } = setUp();
    await owe(prisma, owed('digest:1'));
    await courier.deliver();
    const { platform: _, dueAt: __, ...message } = owed('digest:1');
    expect(slack.history).toEqual([message]);
    expect(await prisma.delivery.findFirst()).toMatchObject({ state: 'SENT', reference: 'ts1', attempts: 1 });
  });

  it('sends one message for one key, however often it is enqueued', async () => {
    const { slack, courier } = setUp();
    await owe(prisma, owed('a'), owed('a', { destination: 'C2' }));
    await courier.deliver();
    await owe(prisma, owed('a'));
    await courier.deliver();
    expect(slack.keys()).toEqual(['a']);
  });

  it('owes nothing when the transaction that enqueued it fails', async () => {
    const { slack, courier } = setUp();
    const failed = prisma.$transaction(async (tx) => {
      await enqueue(tx, [owed('a')], new Date());
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await courier.deliver();
    expect(slack.keys()).toEqual([]);
  });

  it('refuses a key that platforms cannot carry', async () => {
    await expect(owe(prisma, owed('k'.repeat(65)))).rejects.toThrow('at most 64');
  });

  it('sends nothing before it is due', async () => {
    const { clock, slack, courier } = setUp();
    await owe(prisma, owed('a', { dueAt: new Date('2026-11-23T02:00:00Z') }));
    await courier.deliver();
    expect(slack.keys()).toEqual([]);
    clock.pass(30 * 60_000);
    await courier.deliver();
    expect(slack.keys()).toEqual(['a']);
  });

  it('leaves what is owed on a platform that does not run here', async () => {
    const { courier } = setUp();
    await owe(prisma, owed('a', { platform: 'discord' }));
    await courier.deliver();
    expect(await states()).toEqual(['PENDING']);
  });

  it('records a refusal and never tries again', async () => {
    const { clock, slack, courier } = setUp();
    let asked = 0;
    slack.onSend = async () => {
      asked++;
      return { kind: 'refused', error: 'channel_not_found' };
    };
    await owe(prisma, owed('a'));
    await courier.deliver();
    clock.pass(86_400_000);
    await courier.deliver();
    expect(asked).toBe(1);
    expect(await prisma.delivery.findFirst()).toMatchObject({ state: 'REFUSED', error: 'channel_not_found' });
  });

  it('waits as long as the platform asks, longer each time, and not longer than a minute of its own', async () => {
    const { clock, slack, courier } = setUp();
    slack.onSend = async () => ({ kind: 'later', afterMs: 0, error: '503' });
    await owe(prisma, owed('a'));
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      await courier.deliver();
      const { dueAt } = await prisma.delivery.findFirstOrThrow();
      waits.push((dueAt.getTime() - clock.now().getTime()) / 1000);
      clock.pass(dueAt.getTime() - clock.now().getTime());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    slack.onSend = async () => ({ kind: 'later', afterMs: 90_000, error: '429' });
    await courier.deliver();
    clock.pass(89_999);
    slack.onSend = async (message) => {
      slack.history.push(message);
      return { kind: 'sent', reference: 'ts' };
    };
    await courier.deliver();
    expect(slack.keys()).toEqual([]);
    clock.pass(1);
    await courier.deliver();
    expect(slack.keys()).toEqual(['a']);
  });

  it('keeps the order of one destination while its first message waits, and holds up no other', async () => {
    const { clock, slack, courier } = setUp();
    const { onSend } = slack;
    slack.onSend = async (message) =>
      message.key === 'a' ? { kind: 'later', afterMs: 5_000, error: '429' } : onSend(message);
    await owe(prisma, owed('a'), owed('b'), owed('c', { destination: 'C2' }));
    await courier.deliver();
    expect(slack.keys()).toEqual(['c']);
    slack.onSend = onSend;
    clock.pass(5_000);
    await courier.deliver();
    expect(slack.keys()).toEqual(['c', 'a', 'b']);
  });

  it('does not hold up a destination for a message of next week', async () => {
    const { slack, courier } = setUp();
    await owe(prisma, owed('next week', { dueAt: new Date('2026-11-30T01:30:00Z') }), owed('now'));
    await courier.deliver();
    expect(slack.keys()).toEqual(['now']);
  });

  it('finds a message whose reply was lost, and does not send it again', async () => {
    const { clock, slack, courier } = setUp();
    slack.onSend = async (message) => {
      slack.history.push(message);
      throw new Error('socket hang up');
    };
    await owe(prisma, owed('a'));
    await courier.deliver();
    expect(await states()).toEqual(['UNKNOWN']);
    clock.pass(60_000);
    await courier.deliver();
    expect(slack.keys()).toEqual(['a']);
    expect(await prisma.delivery.findFirst()).toMatchObject({ state: 'SENT', reference: 'ts1' });
  });

  it('sends again what certainly never arrived', async () => {
    const { clock, slack, courier } = setUp();
    const { onSend } = slack;
    slack.onSend = async () => ({ kind: 'unknown', error: 'timeout' });
    await owe(prisma, owed('a'));
    await courier.deliver();
    expect(slack.keys()).toEqual([]);
    slack.onSend = onSend;
    clock.pass(60_000);
    await courier.deliver();
    expect(slack.reconciled).toEqual(['a']);
    expect(slack.keys()).toEqual(['a']);
  });

  it('does not send again while it cannot be told whether it was sent', async () => {
    const { clock, slack, courier } = setUp();
    let sent = 0;
    slack.onSend = async () => {
      sent++;
      return { kind: 'unknown', error: 'timeout' };
    };
    slack.reconcile = async () => {
      throw new Error('history is down');
    };
    await owe(prisma, owed('a'));
    for (let i = 0; i < 5; i++) {
      await courier.deliver();
      clock.pass(600_000);
    }
    expect(sent).toBe(1);
    expect(await states()).toEqual(['UNKNOWN']);
  });

  it('takes up within two minutes what a courier that died had claimed, asking the platform first', async () => {
    const { clock, slack, courier } = setUp();
    const dead = fakePlatform('slack');
    const called = deferred();
    dead.onSend = (message) => {
      slack.history.push(message); // it arrived, but nobody was there any more to hear of it
      called.resolve();
      return new Promise(() => {});
    };
    const died = createCourier({ prisma, clock, platforms: [dead], log: silent });
    await owe(prisma, owed('a'), owed('b'));
    died.deliver();
    await called.promise;
    await courier.deliver();
    expect(slack.keys()).toEqual(['a']);
    clock.pass(60_000);
    await courier.deliver();
    expect(slack.reconciled).toEqual(['a']);
    expect(slack.keys()).toEqual(['a', 'b']);
    expect(await states()).toEqual(['SENT', 'SENT']);
  });

  it.each([
    ['is believed that it sent', { kind: 'sent', reference: 'ts9' } as const, 'SENT'],
    ['has no other say', { kind: 'refused', error: 'too late to say' } as const, 'UNKNOWN'],
  ])('a courier that answers when its lease is over %s', async (_, answer, state) => {
    const { clock, slack, courier } = setUp();
    const slow = fakePlatform('slack');
    const [called, go] = [deferred(), deferred()];
    slow.onSend = async () => {
      called.resolve();
      await go.promise;
      return answer;
    };
    const late = createCourier({ prisma, clock, platforms: [slow], log: silent });
    await owe(prisma, owed('a'));
    const done = late.deliver();
    await called.promise;
    clock.pass(60_000);
    slack.reconcile = async () => ({ kind: 'later', afterMs: 0, error: 'history is down' });
    await courier.deliver();
    go.resolve();
    await done;
    expect(await states()).toEqual([state]);
  });

  it('sends to several destinations at once', async () => {
    const { slack, courier } = setUp();
    const [all, go] = [deferred(), deferred()];
    let under = 0;
    const { onSend } = slack;
    slack.onSend = async (message) => {
      if (++under === 8) all.resolve();
      await go.promise;
      under--;
      return onSend(message);
    };
    await owe(prisma, ...Array.from({ length: 12 }, (_, i) => owed(`k${i}`, { destination: `C${i}` })));
    const delivered = courier.deliver();
    await all.promise;
    expect(under).toBe(8);
    go.resolve();
    await delivered;
    expect(slack.keys().sort()).toEqual(Array.from({ length: 12 }, (_, i) => `k${i}`).sort());
  });

  it('wakes when poked, also while another message is under way', async () => {
    const { slack, courier } = setUp();
    const [first, go, second] = [deferred(), deferred(), deferred()];
    const { onSend } = slack;
    slack.onSend = async (message) => {
      if (message.key === 'a') {
        first.resolve();
        await go.promise;
      }
      const outcome = await onSend(message);
      if (message.key === 'b') second.resolve();
      return outcome;
    };
    courier.start();
    await owe(prisma, owed('a'));
    courier.poke();
    await first.promise;
    await owe(prisma, owed('b', { destination: 'C2' }));
    courier.poke();
    await second.promise;
    expect(slack.keys()).toEqual(['b']);
    go.resolve();
    await courier.stop();
    expect(slack.keys()).toEqual(['b', 'a']);
  });

  it('stops with what is under way recorded, and takes up nothing more', async () => {
    const { slack, courier } = setUp();
    const [called, go] = [deferred(), deferred()];
    const { onSend } = slack;
    slack.onSend = async (message) => {
      called.resolve();
      await go.promise;
      return onSend(message);
    };
    await owe(prisma, owed('a'), owed('b'));
    courier.start();
    await called.promise;
    const stopped = courier.stop();
    go.resolve();
    await stopped;
    expect(await states()).toEqual(['SENT', 'PENDING']);
  });
});

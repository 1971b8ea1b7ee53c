import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Outgoing } from '../../src/chat/platform.ts';
import type { Fault } from '../emulators/slack/faults.ts';
import { shown } from '../emulators/slack/index.ts';
import { type Bot, startBot } from './bot.ts';
import { chartCard } from './company.ts';

const card: Card = { title: ['Digest'], blocks: [] };

describe('a message that the bot owes on Slack', () => {
  let bot: Bot;
  let sales: string;
  const owe = (more: Partial<Outgoing> = {}): Outgoing => ({
    ...{ key: 'digest:1', destination: sales, card, locale: 'en' },
    ...more,
  });

  beforeEach(async () => {
    bot = await startBot();
    sales = bot.slack.channel('sales');
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
  });

  it('goes to a channel, or to a person, and says where it is', async () => {
    const lan = bot.slack.person('Lan');
    const outcome = await bot.platform.send(owe());
    const [message] = bot.slack.messages(sales);
    expect(outcome).toEqual({ kind: 'sent', reference: `${sales}:${message?.ts}` });
    await bot.platform.send(owe({ key: 'nudge:1', destination: `user:${lan.id}` }));
    expect(shown(bot.slack.messages(lan.im)[0]?.body ?? {})).toBe('Digest');
  });

  it.each<[string, Fault, object, number]>([
    ['a rate limit', { kind: 'rate_limited', retryAfter: 7 }, { kind: 'later', afterMs: 7000 }, 0],
    ['a channel it may not write to', { kind: 'error', error: 'restricted_action' }, { kind: 'refused' }, 0],
    ['a token that was taken back', { kind: 'error', error: 'token_revoked' }, { kind: 'later' }, 0],
    ['an error inside Slack', { kind: 'error', error: 'fatal_error' }, { kind: 'unknown' }, 0],
    ['a bad gateway', { kind: 'status', status: 502 }, { kind: 'unknown' }, 0],
    ['a connection that dies before', { kind: 'dies_before' }, { kind: 'unknown' }, 0],
    ['a receipt that is lost', { kind: 'dies_after' }, { kind: 'unknown' }, 1],
    ['a bad gateway after the fact', { kind: 'status_after', status: 504 }, { kind: 'unknown' }, 1],
  ])('met with %s is judged for what it is', async (_what, fault, outcome, posted) => {
    bot.slack.faults.add('chat.postMessage', fault);
    expect(await bot.platform.send(owe())).toMatchObject(outcome);
    expect(bot.slack.messages(sales)).toHaveLength(posted);
  });

  it.each<[string, object]>([
    ['not there', { id: 'C404' }],
    ['archived', { archived: true }],
    ['one the bot was not invited to', { member: false }],
  ])('to a channel that is %s is refused for good', async (what, more) => {
    const destination = what === 'not there' ? 'C404' : bot.slack.channel('old', more);
    expect(await bot.platform.send(owe({ destination }))).toMatchObject({ kind: 'refused' });
  });

  it('is found again by its key, whatever came after it and however it was cut off', async () => {
    bot.slack.faults.add('chat.postMessage', { kind: 'dies_after' });
    expect(await bot.platform.send(owe())).toMatchObject({ kind: 'unknown' });
    for (let i = 0; i < 230; i++) bot.slack.person(`P${i}`).say('hello', sales);
    await bot.platform.send(owe({ key: 'digest:2' }));
    const [message] = bot.slack.messages(sales);
    expect(await bot.platform.reconcile(owe())).toEqual({
      kind: 'sent',
      reference: `${sales}:${message?.ts}`,
    });
    expect(await bot.platform.reconcile(owe({ key: 'digest:3' }))).toBeNull();
  });

  it('that cannot be looked for stays unknown, or is looked for later', async () => {
    bot.slack.faults.add('conversations.history', { kind: 'rate_limited', retryAfter: 3 });
    expect(await bot.platform.reconcile(owe())).toMatchObject({ kind: 'later', afterMs: 3000 });
    bot.slack.faults.add('conversations.history', { kind: 'status', status: 503 });
    expect(await bot.platform.reconcile(owe())).toMatchObject({ kind: 'unknown' });
  });

  it('carries its chart as a picture with words for who cannot see it', async () => {
    await bot.platform.send(owe({ card: chartCard }));
    const [file] = [...bot.slack.store.files.values()];
    expect(JSON.stringify(bot.slack.messages(sales)[0]?.body)).toContain(file?.id);
    expect(file?.altText).toBe('Three deals are open');
  });

  it.each<[string, string, Fault]>([
    ['no place to upload to', 'files.getUploadURLExternal', { kind: 'error', error: 'fatal_error' }],
    ['an upload that dies', 'upload', { kind: 'dies_before' }],
    ['an upload that is not completed', 'files.completeUploadExternal', { kind: 'status', status: 500 }],
    ['a picture that Slack does not show', 'chat.postMessage', { kind: 'error', error: 'invalid_blocks' }],
  ])('has the table in the place of its chart after %s', async (_what, method, fault) => {
    bot.slack.faults.add(method, fault);
    expect(await bot.platform.send(owe({ card: chartCard }))).toMatchObject({ kind: 'sent' });
    const [message] = bot.slack.messages(sales);
    expect(shown(message?.body ?? {})).toMatch(/New/);
    expect(JSON.stringify(message?.body)).not.toContain('slack_file');
  });

  it('has the table in the place of a chart that cannot be drawn', async () => {
    const other = await startBot('http', {
      draw: async () => {
        throw new Error('no font');
      },
    });
    const channel = other.slack.channel('sales');
    expect(await other.platform.send(owe({ destination: channel, card: chartCard }))).toMatchObject({
      kind: 'sent',
    });
    expect(shown(other.slack.messages(channel)[0]?.body ?? {})).toMatch(/New/);
    await other.stop();
  });
});

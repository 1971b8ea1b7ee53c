import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, pings, type SlackEmulator, shown, startSlack } from '../../emulators/slack/index.ts';
import type { Json } from '../../emulators/slack/json.ts';
import { checkView } from '../../emulators/slack/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const actions = (...elements: Json[]) => ({ type: 'actions', elements });
const button = (more: Json = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const option = (value: string) => ({ text: plain(value), value });
const row = [{ type: 'raw_text', text: 'x' }];

describe('the Slack emulator refuses what Slack refuses', () => {
  let slack: SlackEmulator;
  let client: WebClient;
  let channel: string;

  beforeEach(async () => {
    slack = await startSlack();
    channel = slack.channel('sales');
    client = new WebClient('xoxb-test', {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 400,
    });
  });
  afterEach(() => slack.stop());

  const post = (more: Json) => client.apiCall('chat.postMessage', { channel, text: 'x', ...more });

  const wrong: [string, Json[]][] = [
    ['a block of no known type', [{ type: 'marquee', text: plain('x') }]],
    ['a property Slack does not know', [{ ...section('x'), colour: 'red' }]],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    [
      'two blocks of one id',
      [
        { ...section('x'), block_id: 'a' },
        { ...section('y'), block_id: 'a' },
      ],
    ],
    ['two elements of one action id', [actions(button(), button())]],
    ['a section with nothing in it', [{ type: 'section' }]],
    ['a section of 3001 characters', [section('x'.repeat(3001))]],
    ['eleven fields', [{ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }]],
    ['a field of 2001 characters', [{ type: 'section', fields: [plain('x'.repeat(2001))] }]],
    ['a header of 151 characters', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['empty text', [section('')]],
    ['a button of 76 characters', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['a button value of 2001 characters', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['an action id of 256 characters', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['a button in a colour of its own', [actions(button({ style: 'success' }))]],
    ['no elements', [actions()]],
    ['26 elements', [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))]],
    [
      '101 options',
      [actions({ type: 'static_select', options: Array.from({ length: 101 }, (_, i) => option(`${i}`)) })],
    ],
    ['an option of 76 characters', [actions({ type: 'static_select', options: [option('x'.repeat(76))] })]],
    ['six options in an overflow menu', [actions({ type: 'overflow', options: [...'abcdef'].map(option) })]],
    [
      'a chosen option that is not offered',
      [actions({ type: 'static_select', options: [option('a')], initial_option: option('b') })],
    ],
    ['an input in a message', [{ type: 'input', label: plain('x'), element: { type: 'plain_text_input' } }]],
    [
      'two tables',
      [
        { type: 'table', rows: [row] },
        { type: 'table', rows: [row] },
      ],
    ],
    ['101 rows', [{ type: 'table', rows: Array.from({ length: 101 }, () => row) }]],
    ['21 columns', [{ type: 'table', rows: [Array.from({ length: 21 }, () => row[0])] }]],
    ['an empty cell', [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }]],
    [
      'an empty span of rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
    ],
    [
      'a link that is none',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:x' }] }],
        },
      ],
    ],
    ['a picture nobody uploaded', [{ type: 'image', alt_text: 'x', slack_file: { id: 'F012345678' } }]],
    [
      'a picture from two places',
      [{ type: 'image', alt_text: 'x', image_url: 'https://x.y/z.png', slack_file: { id: 'F012345678' } }],
    ],
  ];

  it.each(wrong)('%s', async (_what, blocks) => {
    const { data } = await post({ blocks }).then(
      () => expect.fail('Slack took it'),
      (error) => error,
    );
    expect(data.error).toBe('invalid_blocks');
    expect(data.response_metadata.messages[0]).toMatch(/^\[ERROR\] .+\[json-pointer:\/blocks/);
    expect(slack.violations[0]?.what).toBe('invalid_blocks');
    expect(slack.messages(channel)).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['nothing to say', { text: '' }, 'no_text'],
    ['blocks without words for notifications', { text: '', blocks: [section('x')] }, 'no_text'],
    ['4001 characters', { text: 'x'.repeat(4001) }, 'msg_too_long'],
    [
      '12,001 characters in blocks',
      { blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) },
      'msg_blocks_too_long',
    ],
    ['metadata without a type', { metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    ['a channel that is not there', { channel: 'C404' }, 'channel_not_found'],
    ['a thread that is not there', { thread_ts: '1.000001' }, 'cannot_reply_to_message'],
  ])('%s', async (_what, body, error) => {
    await expect(post(body)).rejects.toMatchObject({ data: { error } });
  });

  it('what is in order goes through, in every kind of block a card may use', async () => {
    const link = { type: 'link', url: 'https://x.y', text: 'x' };
    const spans = [
      { type: 'text', text: '<!channel>', style: { bold: true } },
      { type: 'user', user_id: 'U123ABC' },
      link,
    ];
    await post({
      blocks: [
        { type: 'header', text: { ...plain('Hi'), emoji: false } },
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: spans }] },
        { type: 'section', fields: [plain('a'), plain('b')] },
        { type: 'context', elements: [plain('as of now')] },
        { type: 'table', column_settings: [{ align: 'right' }], rows: [row, row] },
        actions(button({ style: 'primary' }), button({ action_id: 'b', value: 'x'.repeat(2000) })),
        { type: 'divider' },
      ],
      metadata: { event_type: 'chot', event_payload: { key: 'k' } },
    });
    expect(slack.violations).toEqual([]);
    const [message] = slack.messages(channel) as [Message];
    expect(pings(message.body)).toEqual(['U123ABC']);
    expect(shown(message.body)).toContain('<!channel>');
  });

  it('a modal with inputs and nothing to submit them with, a title of 25 characters, 101 blocks, a table', () => {
    const input = { type: 'input', label: plain('x'), element: { type: 'plain_text_input' } };
    const modal = (more: Json) =>
      checkView({ type: 'modal', title: plain('T'), blocks: [section('x')], ...more }, 'modal', () => false);
    expect(modal({})).toBeUndefined();
    expect(modal({ blocks: [input] })?.messages.join()).toContain('submit');
    expect(modal({ blocks: [input], submit: plain('Go') })).toBeUndefined();
    expect(modal({ title: plain('x'.repeat(25)) })?.messages.join()).toContain('/title');
    expect(modal({ submit: plain('x'.repeat(25)) })).toBeDefined();
    expect(modal({ private_metadata: 'x'.repeat(3001) })).toBeDefined();
    expect(modal({ callback_id: 'x'.repeat(256) })).toBeDefined();
    expect(modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) })).toBeDefined();
    expect(modal({ blocks: [{ type: 'table', rows: [row] }] })).toBeDefined();
    expect(
      modal({
        blocks: [{ ...input, element: { type: 'plain_text_input', placeholder: plain('x'.repeat(151)) } }],
        submit: plain('Go'),
      }),
    ).toBeDefined();
    expect(
      modal({
        blocks: [{ ...input, element: { type: 'plain_text_input', max_length: 2, initial_value: 'long' } }],
        submit: plain('Go'),
      }),
    ).toBeDefined();
  });

  it('a trigger that is used twice, too old, or made up', async () => {
    const lan = slack.person('Lan');
    const view = { type: 'modal' as const, title: plain('T') as never, blocks: [section('x')] as never };
    const open = (trigger_id: string) => client.views.open({ trigger_id, view });
    const trigger = slack.world.triggers.issue(lan.id);
    await open(trigger);
    await expect(open(trigger)).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
    const old = slack.world.triggers.issue(lan.id);
    slack.expireTriggers();
    await expect(open(old)).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
    await expect(open('1.2.3')).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } });
  });

  it('an update of a view that has changed since', async () => {
    const lan = slack.person('Lan');
    const view = { type: 'modal' as const, title: plain('T') as never, blocks: [section('x')] as never };
    const opened = await client.views.open({ trigger_id: slack.world.triggers.issue(lan.id), view });
    const [view_id, hash] = [opened.view?.id as string, opened.view?.hash as string];
    await client.views.update({ view_id, hash, view });
    await expect(client.views.update({ view_id, hash, view })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    });
  });

  it('a token, scope, method or argument that is not right', async () => {
    const strict = await startSlack({ scopes: ['commands'] });
    const call = (token: string, method: string, args: Json = {}) =>
      new WebClient(token, { slackApiUrl: strict.apiUrl, retryConfig: { retries: 0 } }).apiCall(method, args);
    await expect(call('nope', 'auth.test')).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(call('xoxb-test', 'chat.postMessage', { channel: 'C1', text: 'x' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write' },
    });
    await expect(call('xoxb-test', 'chat.shout')).rejects.toMatchObject({
      data: { error: 'unknown_method' },
    });
    await expect(call('xoxb-test', 'views.open', {})).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    await call('xoxb-test', 'auth.test', { verbose: true });
    expect(strict.violations.map((each) => each.what)).toEqual([
      'missing scope chat:write',
      'unknown method',
      'missing arguments: trigger_id, view',
      'unknown arguments: verbose',
    ]);
    await strict.stop();
  });

  it('the sixth answer to a response_url, and any after half an hour', async () => {
    const lan = slack.person('Lan');
    const say = (url: string) =>
      fetch(url, { method: 'POST', body: '{"text":"x"}', headers: { 'content-type': 'application/json' } });
    const first = slack.responseUrl(channel, lan.id);
    for (let i = 0; i < 5; i++) expect((await say(first)).status).toBe(200);
    expect((await say(first)).status).toBe(404);
    const second = slack.responseUrl(channel, lan.id);
    slack.expireResponseUrls();
    expect((await say(second)).status).toBe(404);
  });
});

import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackEmulator, startSlack } from '../../emulators/slack/index.ts';

describe('the Slack emulator goes wrong when it is told to', () => {
  let slack: SlackEmulator;
  let client: WebClient;
  let channel: string;
  const post = () => client.chat.postMessage({ channel, text: 'x' });

  beforeEach(async () => {
    slack = await startSlack();
    channel = slack.channel('sales');
    const options = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 200 };
    client = new WebClient('xoxb-test', { slackApiUrl: slack.apiUrl, ...options });
  });
  afterEach(() => slack.stop());

  it('refuses with a rate limit, a status or an error, without effect and only as often as told', async () => {
    slack.faults.add('chat.postMessage', { kind: 'rate_limited', retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    slack.faults.add('chat.postMessage', { kind: 'status', status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    slack.faults.add('chat.postMessage', { kind: 'error', error: 'fatal_error' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    slack.faults.add('chat.postMessage', { kind: 'dies_before' });
    await expect(post()).rejects.toThrow();
    expect(slack.messages(channel)).toHaveLength(0);
    await post();
    expect(slack.messages(channel)).toHaveLength(1);
  });

  it('loses an answer after the effect took place', async () => {
    slack.faults.add('chat.postMessage', { kind: 'dies_after' });
    await expect(post()).rejects.toThrow();
    slack.faults.add('chat.postMessage', { kind: 'status_after', status: 502 });
    await expect(post()).rejects.toMatchObject({ statusCode: 502 });
    slack.faults.add('chat.postMessage', { kind: 'hangs_after' });
    await expect(post()).rejects.toThrow();
    expect(slack.messages(channel)).toHaveLength(3);
    expect(slack.violations).toEqual([]);
  });

  it('looks at a fresh file in its own time, and takes only the bytes that were announced', async () => {
    const png = Buffer.from('\x89PNG....', 'latin1');
    const start = () => client.files.getUploadURLExternal({ filename: 'c.png', length: png.length });
    const { upload_url, file_id } = await start();
    expect((await fetch(upload_url as string, { method: 'POST', body: 'short' })).status).toBe(400);
    expect((await fetch(upload_url as string, { method: 'POST', body: png })).status).toBe(200);
    const id = file_id as string;
    const picture = () =>
      client.chat.postMessage({
        channel,
        text: 'x',
        blocks: [{ type: 'image', alt_text: 'x', slack_file: { id } }],
      });
    await expect(picture()).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    await client.files.completeUploadExternal({ files: [{ id, title: 'c' }] });
    await expect(picture()).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
    expect((await client.files.info({ file: id })).file?.mimetype).toBe('image/png');
    await picture();
  });
});

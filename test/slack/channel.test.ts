import { expect, it } from 'vitest';
import type { Text } from '../../src/lib/span.ts';
import { render } from '../../src/platforms/slack/render.ts';
import type { Json } from '../emulators/slack/json.ts';
import { shown } from '../emulators/slack/pings.ts';
import { checkMessage } from '../emulators/slack/validate.ts';

const draw = (kind: 'text' | 'note', text: Text): Json => ({
  ...render(
    { title: ['x'], blocks: [{ kind, text }] },
    { locale: 'en', zone: 'Asia/Ho_Chi_Minh', surface: 'message' },
  ),
});

it.each(['text', 'note'] as const)(
  'names in a %s a channel of Slack by its id, one of another platform in words',
  (kind) => {
    const body = draw(kind, [
      'in ',
      { channel: 'C0SALES', on: 'slack' },
      ' or ',
      { channel: '42', on: 'discord' },
    ]);
    expect(checkMessage(body, () => true)).toBeUndefined();
    expect(JSON.stringify(body)).toMatch(/"channel_id":"C0SALES"|<#C0SALES>/);
    expect(shown(body)).toContain('discord #42');
    // What is no channel of Slack's is no markup, and calls nobody.
    const nobody = JSON.stringify(draw(kind, [{ channel: '!channel', on: 'slack' }]));
    expect(nobody).not.toMatch(/mrkdwn|<!|channel_id/);
  },
);

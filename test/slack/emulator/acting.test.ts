import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackEmulator, startSlack } from '../../emulators/slack/index.ts';
import { list } from '../../emulators/slack/json.ts';
import { type BareApp, httpApp, socketApp } from './bolt.ts';

const transports = { 'over HTTP': httpApp, 'over Socket Mode': socketApp };

for (const [name, boot] of Object.entries(transports)) {
  describe(`the Slack emulator acts towards the real Bolt ${name}`, () => {
    let slack: SlackEmulator;
    let bare: BareApp;
    let app: App;

    beforeEach(async () => {
      slack = await startSlack();
      bare = await boot(slack);
      app = bare.app;
    });
    afterEach(async () => {
      await bare.stop();
      await slack.stop();
    });

    it('a slash command is acknowledged and answered through its response_url', async () => {
      const lan = slack.person('Lan');
      app.command('/hi', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `hi ${command.text}` });
      });
      expect((await lan.slash('/hi', 'there')).ok).toBe(true);
      const answer = await slack.until(() => lan.privately[0]);
      expect(answer.body.text).toBe('hi there');
    });

    it('a button of a stored message arrives with that message, and the message can be edited', async () => {
      const lan = slack.person('Lan');
      const channel = slack.channel('sales');
      const button = {
        type: 'button' as const,
        action_id: 'win',
        text: { type: 'plain_text' as const, text: 'Won' },
      };
      await app.client.chat.postMessage({
        channel,
        text: 'deal',
        blocks: [{ type: 'actions', elements: [button] }],
      });
      app.action('win', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || !body.message) throw new Error('no message');
        await client.chat.update({ channel, ts: body.message.ts, text: 'won' });
      });
      const [message] = slack.messages(channel);
      await lan.click(message as never, 'Won');
      await slack.until(() => message?.body.text === 'won');
      expect(slack.violations).toEqual([]);
    });

    it('a modal is opened, refused with errors under its fields, then taken', async () => {
      const lan = slack.person('Lan');
      const view = {
        type: 'modal' as const,
        callback_id: 'form',
        title: { type: 'plain_text' as const, text: 'New' },
        submit: { type: 'plain_text' as const, text: 'Save' },
        blocks: [
          {
            type: 'input' as const,
            block_id: 'amount',
            label: { type: 'plain_text' as const, text: 'Amount' },
            element: { type: 'plain_text_input' as const, action_id: 'a' },
          },
        ],
      };
      app.command('/form', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view('form', async ({ ack, view: { state } }) => {
        const bad = state.values.amount?.a?.value === 'x';
        await ack(bad ? { response_action: 'errors', errors: { amount: 'no number' } } : undefined);
      });
      await lan.slash('/form');
      const modal = await slack.until(() => lan.modal);
      await expect(lan.submit()).rejects.toThrow('does not submit without amount');
      await lan.submit({ amount: 'x' });
      expect(modal.errors).toEqual({ amount: 'no number' });
      await lan.submit({ amount: '5' });
      expect(lan.modal).toBeUndefined();
      expect(slack.violations).toEqual([]);
    });

    it('a type-ahead list asks the app, and only what it offered can be chosen', async () => {
      const lan = slack.person('Lan');
      app.options('deal', async ({ ack, payload }) => {
        await ack({
          options: [{ text: { type: 'plain_text', text: `Acme ${payload.value}` }, value: 'D-1' }],
        });
      });
      let chosen: unknown;
      app.view('pick', async ({ ack, view: { state } }) => {
        chosen = state.values.deal?.deal?.selected_option?.value;
        await ack();
      });
      app.command('/pick', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'pick',
            title: { type: 'plain_text', text: 'Pick' },
            submit: { type: 'plain_text', text: 'Go' },
            blocks: [
              {
                type: 'input',
                block_id: 'deal',
                label: { type: 'plain_text', text: 'Deal' },
                element: { type: 'external_select', action_id: 'deal', min_query_length: 1 },
              },
            ],
          },
        });
      });
      await lan.slash('/pick');
      await slack.until(() => lan.modal);
      expect(list(await lan.suggest('deal', 'q'))).toHaveLength(1);
      await lan.submit({ deal: 'Acme' });
      expect(chosen).toBe('D-1');
    });

    it('mentions, direct messages, shortcuts and the App Home reach their listeners', async () => {
      const lan = slack.person('Lan');
      const channel = slack.channel('sales');
      const heard: string[] = [];
      app.event('app_mention', async ({ event }) => void heard.push(`mention ${event.text}`));
      app.message(async ({ message }) => void heard.push(`dm ${'text' in message ? message.text : ''}`));
      app.shortcut('log', async ({ ack, shortcut }) => {
        await ack();
        heard.push(`shortcut ${shortcut.type}`);
      });
      app.event('app_home_opened', async ({ event, client }) => {
        heard.push('home');
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'divider' }] },
        });
      });
      const message = lan.mention('help', channel);
      lan.say('pipeline');
      await lan.shortcut('log', message);
      lan.openHome();
      await slack.idle();
      await slack.until(() => lan.home);
      expect(heard.sort()).toEqual([
        'dm pipeline',
        'home',
        'mention <@U0000CHOT> help',
        'shortcut message_action',
      ]);
      expect(slack.violations).toEqual([]);
    });

    it('an event can come twice, under the same id or under another', async () => {
      const lan = slack.person('Lan');
      const ids: string[] = [];
      app.message(async ({ body }) => void ids.push(body.event_id));
      slack.duplicates = 'same_id';
      lan.say('one');
      await slack.idle();
      slack.duplicates = 'other_id';
      lan.say('two');
      await slack.idle();
      expect(ids).toHaveLength(4);
      expect(ids[0]).toBe(ids[1]);
      expect(ids[2]).not.toBe(ids[3]);
    });

    it('what is not acknowledged in three seconds is held against the app', async () => {
      const lan = slack.person('Lan');
      app.command('/slow', async () => undefined);
      expect((await lan.slash('/slow')).ok).toBe(false);
      expect(slack.violations.map((each) => each.what)).toEqual(['not acknowledged within three seconds']);
    });
  });
}

describe('the Slack emulator over Socket Mode', () => {
  it('cuts its sockets, and the app comes back', async () => {
    const slack = await startSlack();
    const bare = await socketApp(slack);
    for (const how of ['cut', 'refresh'] as const) {
      const back = bare.reconnected();
      slack.dropSockets(how);
      await slack.until(() => slack.connections === 0);
      await back;
      expect(slack.connections).toBe(1);
    }
    await bare.stop();
    await slack.stop();
  });
});

describe('the Slack emulator over HTTP', () => {
  it('retries an event that is not taken, saying which attempt it is', async () => {
    const slack = await startSlack();
    const bare = await httpApp(slack);
    const attempts: (number | undefined)[] = [];
    const { processEvent } = bare.app;
    bare.app.processEvent = async (event) => {
      attempts.push(event.retryNum);
      if (attempts.length < 3) throw new Error('not now');
      await processEvent.call(bare.app, event);
    };
    slack.person('Lan').say('hello');
    await slack.idle();
    expect(attempts).toEqual([undefined, 1, 2]);
    await bare.stop();
    await slack.stop();
  });

  it('sends wrong signatures and stale time stamps when told to, and Bolt refuses them', async () => {
    const slack = await startSlack();
    const bare = await httpApp(slack);
    const lan = slack.person('Lan');
    bare.app.command('/hi', async ({ ack }) => ack());
    expect((await lan.slash('/hi', '', lan.im, { secret: 'guess' })).status).toBe(401);
    expect((await lan.slash('/hi', '', lan.im, { skew: -301 })).status).toBe(401);
    expect((await lan.slash('/hi')).status).toBe(200);
    await bare.stop();
    await slack.stop();
  });
});

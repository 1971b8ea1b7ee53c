/**
 * What the bot is compared with: the least that a Bolt app does for a slash command. It verifies, acknowledges,
 * writes a row, reads a row, and answers. Run with: port, database folder, Slack's address, token, signing secret.
 */
import { App, HTTPReceiver } from '@slack/bolt';
import { Pool } from 'pg';

const [port, folder, slackApiUrl, token = '', signingSecret = ''] = process.argv.slice(2);

const pool = new Pool({ host: folder, port: 5432, user: 'postgres', database: 'postgres', max: 10 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id SERIAL PRIMARY KEY, said TEXT, at TIMESTAMPTZ)');

const app = new App({
  token,
  receiver: new HTTPReceiver({ signingSecret, endpoints: '/slack/events' }),
  clientOptions: { slackApiUrl },
});

app.command(/.*/, async ({ command, ack, respond }) => {
  await ack();
  await pool.query('INSERT INTO bare (said, at) VALUES ($1, now())', [command.text]);
  const { rows } = await pool.query(
    'SELECT d.*, c.name FROM deal d JOIN company c ON c.id = d.company_id WHERE d.id = 42',
  );
  const [deal] = rows;
  await respond({
    response_type: 'ephemeral',
    text: deal.title,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${deal.title}*` } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: `*Amount*\n${deal.amount}` }] },
    ],
  });
});

await app.start(Number(port));
process.send?.('ready');

import { routes } from './routes/index.ts';

/** Gateway opcodes and events, and what is checked beyond the OpenAPI; the routes speak for themselves. */
const gateway = [
  ['HELLO, HEARTBEAT, HEARTBEAT_ACK', 'interval can be set, answers can be switched off'],
  [
    'IDENTIFY',
    'token (4004), privileged intents (4014); events by intent, content blanked without MESSAGE_CONTENT',
  ],
  ['RESUME, RESUMED', 'replays what was missed, at a local resume_gateway_url'],
  ['RECONNECT, INVALID_SESSION', 'on demand'],
  ['READY, GUILD_CREATE, CHANNEL_CREATE, THREAD_CREATE', 'every guild the bot is in'],
  ['INTERACTION_CREATE', 'slash, autocomplete, component, form, message menu; in a guild and in private'],
  ['MESSAGE_CREATE', 'from people and bots, mentions, replies, threads, private messages, the own messages'],
] as const;

const rules = [
  ['messages', '2000 characters, 6000 of embeds, not empty, attachments listed and found, 10 MiB a file'],
  [
    'components',
    '5 rows, 40 components and 4000 characters in V2, unique custom ids, buttons and selects apart',
  ],
  ['forms', '5 questions, labels once, prefilled values that fit, not after a form'],
  ['commands', 'name pattern, unique names in every language, required first, 8000 characters'],
  [
    'interactions',
    'first response within 3 s and once, of a fitting type; follow-ups for 15 minutes; ephemeral kept',
  ],
  ['mentions', '`allowed_mentions` that exclude each other; who is notified is worked out'],
  ['nonce', 'with `enforce_nonce` the same message for five minutes'],
  ['faults', '429 (route, global), any status, dead connections before and after the effect, late answers'],
] as const;

const intro = `# A strict Discord on loopback

REST v10 and the gateway with a store, driven by the real discord.js. Every request and every answer is checked
against the official OpenAPI (\`discord-api-spec\`), unknown properties included, and against rules it leaves out.
What Discord would refuse is refused in its form and kept in \`violations\`; an unknown route is a 404 and kept too.
`;

/** README.md of this folder, to the letter. */
export function readme(): string {
  const table = (head: string, rows: readonly (readonly [string, string])[]) =>
    [`| ${head} | |`, '|---|---|', ...rows.map(([what, how]) => `| ${what} | ${how} |`)].join('\n');
  const rest = routes.map(
    (r) => [`\`${r.method} ${r.path}\``, r.auth ? 'bot token' : 'interaction token'] as const,
  );
  const tables = [
    table('REST v10', rest),
    table('Gateway', gateway),
    table('Checked beyond the OpenAPI', rules),
  ];
  return `${[intro, ...tables].join('\n\n')}\n`.replace('\n\n\n', '\n\n');
}

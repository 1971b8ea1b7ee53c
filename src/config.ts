import { z } from 'zod';
import { locales } from './i18n/index.ts';

const set = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
const optional = z.string().optional().transform(set);

const url = (end: string) =>
  optional.refine((text) => !text || (/^https?:\/\/\S+$/.test(text) && text.endsWith(end)), {
    message: `give an address that starts with http:// or https:// and ends in ${end}`,
  });

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Every variable that is read, and what is wrong with a value that cannot be used. */
export const variables = {
  PORT: optional
    .transform((text) => Number(text ?? 3000))
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, {
      message: 'give a port from 1 to 65535',
    }),
  HOST: optional,
  DATABASE_URL: optional.refine((text) => !text || /^postgres(ql)?:\/\//.test(text), {
    message: 'give a postgresql:// address, or leave it out for the embedded database',
  }),
  DATA_DIR: optional.transform((dir) => dir ?? './data'),
  SLACK_BOT_TOKEN: optional.refine((text) => !text || text.startsWith('xoxb-'), {
    message: 'give the Bot User OAuth Token of your Slack app; it starts with xoxb-',
  }),
  SLACK_SIGNING_SECRET: optional,
  SLACK_APP_TOKEN: optional.refine((text) => !text || text.startsWith('xapp-'), {
    message: 'give an app-level token with the scope connections:write; it starts with xapp-',
  }),
  SLACK_API_URL: url('/api/'),
  DISCORD_TOKEN: optional,
  DISCORD_GUILD_ID: optional.refine((text) => !text || /^\d{5,20}$/.test(text), {
    message: 'give the number of your server (Developer Mode, right click on the server, Copy Server ID)',
  }),
  DISCORD_API_URL: url('/api'),
  QUICKCHART_URL: optional.refine((text) => !text || /^https?:\/\/\S+$/.test(text), {
    message: 'give the address of your QuickChart server, or leave it out to draw in the process',
  }),
  ADMIN_EMAILS: optional
    .transform((text) =>
      (text ?? '')
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map((email) => email.toLowerCase()),
    )
    .refine((emails) => emails.every((email) => z.email().safeParse(email).success), {
      message: 'give e-mail addresses separated by commas',
    }),
  DEFAULT_LOCALE: optional
    .transform((text) => text ?? 'vi')
    .pipe(z.enum(locales, { message: `give one of ${locales.join(', ')}` })),
  DEFAULT_TIMEZONE: optional
    .transform((text) => text ?? 'Asia/Ho_Chi_Minh')
    .refine(isZone, { message: 'give a time zone such as Asia/Ho_Chi_Minh' }),
  DEFAULT_CURRENCY: optional
    .transform((text) => (text ?? 'VND').toUpperCase())
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), {
      message: 'give a currency such as VND or USD',
    }),
  LOG_LEVEL: optional
    .transform((text) => text ?? 'info')
    .pipe(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        message: 'give a pino level such as info or debug',
      }),
    ),
  PLAYGROUND: optional,
};

const environment = z.object(variables).superRefine((env, { addIssue }) => {
  const missing = (name: string, message: string) => addIssue({ code: 'custom', path: [name], message });
  if (env.SLACK_BOT_TOKEN && !env.SLACK_SIGNING_SECRET && !env.SLACK_APP_TOKEN)
    missing(
      'SLACK_SIGNING_SECRET',
      'with SLACK_BOT_TOKEN give this one too (or SLACK_APP_TOKEN for Socket Mode)',
    );
  if ((env.SLACK_SIGNING_SECRET || env.SLACK_APP_TOKEN) && !env.SLACK_BOT_TOKEN)
    missing('SLACK_BOT_TOKEN', 'Slack needs this one too; it starts with xoxb-');
  if (env.DISCORD_TOKEN && !env.DISCORD_GUILD_ID)
    missing('DISCORD_GUILD_ID', 'with DISCORD_TOKEN say which server is yours; all others are refused');
  if (env.DISCORD_GUILD_ID && !env.DISCORD_TOKEN)
    missing('DISCORD_TOKEN', 'Discord needs the token of your bot too');
});

export type Config = ReturnType<typeof shape>;

function shape(env: z.output<typeof environment>) {
  const slack = env.SLACK_BOT_TOKEN
    ? {
        botToken: env.SLACK_BOT_TOKEN,
        via: env.SLACK_APP_TOKEN
          ? { appToken: env.SLACK_APP_TOKEN }
          : { signingSecret: env.SLACK_SIGNING_SECRET as string },
        apiUrl: env.SLACK_API_URL,
      }
    : null;
  const discord =
    env.DISCORD_TOKEN && env.DISCORD_GUILD_ID
      ? { token: env.DISCORD_TOKEN, guildId: env.DISCORD_GUILD_ID, apiUrl: env.DISCORD_API_URL }
      : null;
  const connected = slack !== null || discord !== null;
  const playground = connected ? env.PLAYGROUND === '1' : true;
  return {
    port: env.PORT,
    /** Without a word about it, the playground keeps everything on this machine. */
    host: env.HOST ?? (playground ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    slack,
    discord,
    playground,
    /** The demo company is made for whoever only looks. */
    demo: !connected,
    quickchartUrl: env.QUICKCHART_URL,
    adminEmails: env.ADMIN_EMAILS,
    locale: env.DEFAULT_LOCALE,
    zone: env.DEFAULT_TIMEZONE,
    currency: env.DEFAULT_CURRENCY,
    logLevel: env.LOG_LEVEL,
  };
}

/** Reads the environment; pure. Reports everything that is wrong at once, each with its remedy. */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const parsed = environment.safeParse(env);
  if (parsed.success) return { ok: true, config: shape(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  };
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, variables } from '../src/config.ts';

describe('the settings', () => {
  it('have a default for everything: the playground, on this machine alone, with the demo company', () => {
    expect(parseConfig({})).toMatchObject({
      ok: true,
      config: {
        port: 3000,
        host: '127.0.0.1',
        dataDir: './data',
        databaseUrl: undefined,
        slack: null,
        discord: null,
        playground: true,
        demo: true,
        locale: 'vi',
        zone: 'Asia/Ho_Chi_Minh',
        currency: 'VND',
        adminEmails: [],
      },
    });
  });

  it('report all that is wrong at once, each with its remedy', () => {
    const parsed = parseConfig({
      PORT: 'x',
      DATABASE_URL: 'mysql://a',
      SLACK_BOT_TOKEN: 'abc',
      DISCORD_TOKEN: 't',
      ADMIN_EMAILS: 'a@b.vn, nobody',
      DEFAULT_LOCALE: 'fr',
      DEFAULT_TIMEZONE: 'Mars/Base',
      DEFAULT_CURRENCY: 'QQQ',
      SLACK_API_URL: 'http://x/api',
      LOG_LEVEL: 'loud',
      QUICKCHART_URL: 'chart',
      SLACK_APP_TOKEN: 'xoxb-1',
    });
    if (parsed.ok) throw new Error('accepted');
    const names = parsed.problems.map((problem) => problem.split(':')[0]);
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'SLACK_BOT_TOKEN',
      'ADMIN_EMAILS',
      'DEFAULT_LOCALE',
      'DEFAULT_TIMEZONE',
      'DEFAULT_CURRENCY',
      'SLACK_API_URL',
      'LOG_LEVEL',
      'QUICKCHART_URL',
      'SLACK_APP_TOKEN',
    ])
      expect(names).toContain(name);
    expect(parsed.problems.every((problem) => /: .{5,}/.test(problem))).toBe(true);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN'],
    [{ DISCORD_TOKEN: 't' }, 'DISCORD_GUILD_ID'],
    [{ DISCORD_GUILD_ID: '12345678' }, 'DISCORD_TOKEN'],
  ])('name what is missing beside %o', (env, name) => {
    const parsed = parseConfig(env);
    expect(parsed).toMatchObject({ ok: false });
    expect(JSON.stringify(parsed)).toContain(name);
  });

  it('take Socket Mode when there is an app token, and close the playground where a platform is connected', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' };
    expect(parseConfig(slack)).toMatchObject({
      config: { slack: { via: { appToken: 'xapp-1' } }, playground: false, demo: false, host: '0.0.0.0' },
    });
    expect(parseConfig({ ...slack, PLAYGROUND: '1' })).toMatchObject({
      config: { playground: true, demo: false, host: '127.0.0.1' },
    });
  });

  it('treat empty values as not set', () => {
    const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });

  it('are all in .env.example, and nothing else is', () => {
    const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const listed = [...text.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(Object.keys(variables).sort());
  });
});

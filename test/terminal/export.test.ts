import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../src/commands/index.ts';
import { createCore } from '../../src/core.ts';
import { identify } from '../../src/crm/people/identify.ts';
import { runExport } from '../../src/export/run.ts';
import { translator } from '../../src/i18n/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { runLine } from '../../src/platforms/terminal/index.ts';
import { company, HandClock, testConfig } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { Sink } from '../support/sink.ts';

const database = await testDatabase();
const now = new Date('2026-11-18T03:00:00Z');
const core = await createCore(database, testConfig(), {
  clock: fixedClock(now),
  log: pino({ level: 'silent' }),
});
let ids = 0;

async function crm(...argv: string[]) {
  const out = new Sink();
  const ports = { registry, out, err: out, locale: 'en' as const, zone: 'Asia/Ho_Chi_Minh' };
  const code = await runLine(argv, { ...ports, open: async () => core.chat, newId: () => String(++ids) });
  return { code, out: out.text };
}

/** What the program gets from a line that is typed into a shell, and what it then writes to the screen. */
async function typed(line: string) {
  const [, words] = /^npm run -s export -- (.*) --out \S+$/.exec(line) ?? [];
  const argv = execFileSync('sh', ['-c', `printf '%s\\0' ${words}`])
    .toString()
    .split('\0')
    .slice(0, -1);
  const [out, err] = [new Sink(), new Sink()];
  const ctx = async (email?: string) =>
    email === undefined
      ? core.operator
      : identify(core.org, {
          person: { platform: 'terminal', userId: email, name: email, email, full: true },
          place: { channel: 'terminal', private: true },
        });
  await runExport(argv, { ctx, t: translator('en'), out, err });
  return { argv, rows: out.text.trim().split('\n').slice(1), err: err.text };
}

describe('an export at the terminal', () => {
  beforeAll(async () => {
    const acme = await company(database, { clock: new HandClock(now.toISOString()) });
    const boss = await acme.member('Bảo', 'admin');
    await acme.member('Lan', 'rep');
    await acme.db.member.updateMany({ where: { name: 'Lan' }, data: { email: 'lan@acme.vn' } });
    for (const name of ["O'Neil $HOME `id`", 'Thép'])
      await acme.say(boss, { command: 'company.add', wire: { name, region: 'Nam' } });
    await acme.say(boss, {
      command: 'segment.add',
      wire: { name: 'Nam', kind: 'company', filter: 'region:Nam' },
    });
    await acme.say(boss, { command: 'lead.add', wire: { name: 'Kín', source: 'website', owner: 'Bảo' } });
    await acme.say(boss, { command: 'lead.add', wire: { name: 'Chung', source: 'website', owner: 'Lan' } });
  });

  const lineIn = (out: string) => /→ (npm .*)/.exec(out)?.[1] ?? '';

  it('says the line of a shell that writes the very records, quotes and all, and writes no file itself', async () => {
    const before = readdirSync('.');
    const { code, out } = await crm('export', 'companies', "o'neil $home `id`", 'segment:Nam');
    expect(code).toBe(0);
    expect(out).toContain('Export CSV · 1 company');
    expect(lineIn(out)).toMatch(/ --out companies-2026-11-18\.csv$/);
    const { argv, rows, err } = await typed(lineIn(out));
    expect(argv).toEqual(['companies', '--filter', 'region:Nam', '--filter', "o'neil $home `id`"]);
    expect(err).toBe('');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("O'Neil");
    expect(readdirSync('.')).toEqual(before);
  });

  it('asked for as a member says so in the line, which writes no more than they see', async () => {
    const { out } = await crm('--as', 'lan@acme.vn', 'export', 'leads');
    expect(out).toContain('1 lead');
    const { argv, rows } = await typed(lineIn(out));
    expect(argv).toEqual(['leads', '--as', 'lan@acme.vn']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Chung');
  });

  it('is data with --json', async () => {
    const { card } = JSON.parse((await crm('--json', 'export', 'leads')).out);
    const file = { kind: 'file', name: 'leads-2026-11-18.csv', records: 'leads', filters: [] };
    expect(card.blocks).toEqual([file]);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { operator } from '../../src/crm/people/known.ts';
import { every } from '../../src/crm/visibility.ts';
import { runExport } from '../../src/export/run.ts';
import { translator } from '../../src/i18n/index.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { importing } from '../import/importing.ts';
import { Sink } from '../support/sink.ts';

const desk = await importing();
const now = new Date('2026-11-18T09:00:00Z');
const org = {
  ...{
    db: desk.db,
    clock: fixedClock(now),
    zone: 'Asia/Ho_Chi_Minh',
    currency: 'VND',
    locale: 'en' as const,
  },
  ...{ adminEmails: [], custom: () => [] },
};

async function run(...argv: string[]) {
  const [out, err] = [new Sink(), new Sink()];
  const ctx = async (as?: string) =>
    as ? { ...operator(org), access: 'anyone' as const, sight: every('none') } : operator(org);
  const code = await runExport(argv, { ctx, t: translator('en'), out, err });
  return { code, out: out.text, err: err.text };
}

describe('export in a terminal', () => {
  beforeEach(async () => {
    await desk.reset();
    await desk.load('companies', 'name,industry\nThép Việt,Xây dựng\nHoàng Long,IT\n');
    await desk.db.segment.create({
      data: {
        name: 'Công nghệ',
        folded: 'cong nghe',
        record: 'company',
        filter: 'industry:IT',
        createdAt: now,
      },
    });
  });

  it('writes a file, or to the screen, all or what fits a filter or a segment', async () => {
    const file = join(desk.folder, 'out.csv');
    expect(await run('companies', '--out', file)).toEqual({
      code: 0,
      out: '',
      err: `2 records written to ${file}.\n`,
    });
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(4);
    const one = await run('companies', '--segment', 'cong nghe');
    expect(one.out).toContain('Hoàng Long');
    expect(one.out).not.toContain('Thép');
    expect((await run('companies', '--filter', 'thep')).out).not.toContain('Hoàng Long');
    expect(
      (await run('companies', '--segment', 'Công nghệ', '--filter', 'thep')).out.trim().split('\n'),
    ).toHaveLength(1);
  });

  it.each([
    [['cars'], 'I cannot export “cars”'],
    [['companies', 'x'], 'I do not understand “x”'],
    [['companies', '--nope'], 'I do not understand “--nope”'],
    [['companies', '--filter', 'onwer:me'], 'Did you mean “owner”'],
    [['leads', '--segment', 'Công nghệ'], 'The segment “Công nghệ” holds no leads'],
    [['leads', '--segment', 'Nope'], 'There is no segment “Nope”'],
    [['leads', '--as', 'nobody@x.vn'], 'No member has the address nobody@x.vn'],
    [['companies', '--out', '/nowhere/at/all.csv'], '/nowhere/at/all.csv cannot be written (ENOENT)'],
  ])('refuses %j with one sentence', async (argv, sentence) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('tells how it is asked for', async () => {
    expect((await run()).out).toContain('npm run -s export -- <companies|contacts|leads|deals>');
  });
});

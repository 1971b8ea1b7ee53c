import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('undo of what has been overtaken', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let boss: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    boss = await acme.member('Hoa', 'admin');
  });

  it.each([
    [
      'a segment whose name another has by now',
      ['segment add IT kind:company filter:"industry:IT"', 'segment remove IT'],
      ['segment add IT kind:company filter:"industry:IT"'],
      'belongs to something else',
    ],
    [
      'a permission that was given anew',
      ['crm permit rep deal sees:all', 'crm permit rep deal sees:default'],
      ['crm permit rep deal sees:own'],
      'belongs to something else',
    ],
    [
      'the name of an added field that another has by now',
      ['field add company Kho text', 'field edit Kho name:Xưởng'],
      ['field add company Kho number'],
      'belongs to something else',
    ],
    [
      'the link to a company that is gone',
      [
        'company add Acme',
        'deal add Kho 5tr',
        'deal edit 1 company:C-1',
        'company add Beta',
        'deal edit 1 company:C-2',
      ],
      ['undo 1'],
      'not there any more',
    ],
  ])('refuses %s in one sentence, and changes nothing', async (_, before, since, why) => {
    for (const line of before) expect((await acme.say(boss, line)).ok, line).toBe('done');
    const { id } = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
    for (const line of since) expect((await acme.say(boss, line)).ok, line).toBe('done');
    const count = await acme.db.change.count();
    const { ok, card } = await acme.say(boss, `undo ${id}`);
    expect(ok, textOf(card)).toBe('refused');
    expect(textOf(card)).toContain(why);
    expect(await acme.db.change.count()).toBe(count);
  });

  it('puts no company under itself', async () => {
    for (const line of [
      'company add Alpha',
      'company add Beta parent:C-1',
      'company edit C-2 parent:""',
      'company edit C-1 parent:C-2',
    ])
      expect((await acme.say(boss, line)).ok, line).toBe('done');
    const { ok, card } = await acme.say(boss, 'undo 3');
    expect([ok, textOf(card)]).toEqual(['refused', expect.stringContaining('cannot be part of itself')]);
    expect(await acme.db.company.findUnique({ where: { id: 2 } })).toMatchObject({ parentId: null });
    await acme.say(boss, 'undo 4');
    expect((await acme.say(boss, 'undo 3')).ok).toBe('done');
    expect(await acme.db.company.findUnique({ where: { id: 2 } })).toMatchObject({ parentId: 1 });
  });
});

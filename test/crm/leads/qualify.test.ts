import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();
let acme: Awaited<ReturnType<typeof company>>;
let lan: Person;
let tu: Person;

beforeEach(async () => {
  await database.truncate();
  acme = await company(database);
  lan = await acme.member('Lan', 'rep', 'North');
  tu = await acme.member('Tú', 'rep', 'North');
  await acme.say(lan, 'lead add "Lê Nam" source:referral');
});

const lead = () => acme.db.lead.findUniqueOrThrow({ where: { id: 1 } });
const say = (line: string | { command: string; wire: Record<string, string> }, person = lan) =>
  acme.say(person, line);
const refused = async (line: Parameters<typeof say>[0], words: string, person = lan) => {
  const before = [await lead(), await acme.db.change.count()];
  const { ok, card } = await say(line, person);
  expect([ok, textOf(card)]).toEqual(['refused', expect.stringContaining(words)]);
  expect([await lead(), await acme.db.change.count()]).toEqual(before);
};

describe('qualifying a lead', () => {
  it('writes the answers down, moves it on as they suggest, and says why', async () => {
    const { card } = await say('lead qualify L-1 "Kho lạnh" interest:high budget:500tr authority:decides');
    expect(await lead()).toMatchObject({
      ...{ need: 'Kho lạnh', interest: 'high', budgetCurrency: 'VND', authority: 'decides', status: 'SQL' },
      ...{ mqlAt: acme.clock.now(), sqlAt: acme.clock.now(), convertedAt: null },
    });
    expect(textOf(card)).toContain(
      'The answers suggest SQL: what speaks for it: need, interest, budget, authority.',
    );
    expect(textOf(card)).toContain('500,000,000\u00a0₫');
  });

  it('keeps the milestones wherever it goes afterwards, and can be taken up again', async () => {
    await say('lead qualify L-1 status:sql');
    const reached = acme.clock.now();
    acme.clock.pass(1);
    await say('lead qualify L-1 status:working');
    expect(await lead()).toMatchObject({ status: 'WORKING', mqlAt: reached, sqlAt: reached });
    await say('lead disqualify L-1 "Đã mua nơi khác"');
    const given = { status: 'DISQUALIFIED', reason: 'Đã mua nơi khác', disqualifiedAt: acme.clock.now() };
    expect(await lead()).toMatchObject({ ...given, sqlAt: reached });
    acme.clock.pass(1);
    const { card } = await say('lead qualify L-1 interest:low');
    expect(await lead()).toMatchObject({ ...given, status: 'WORKING', reason: null, sqlAt: reached });
    expect(textOf(card)).toContain('still missing are need, interest');
  });

  it('never goes back or gives up by itself: it only suggests', async () => {
    await say('lead qualify L-1 status:sql');
    await say('lead qualify L-1 need:"Kho lạnh" interest:medium');
    expect((await lead()).status).toBe('SQL');
    const { card } = await say('lead qualify L-1 interest:none');
    expect(textOf(card)).toContain('suggest Disqualified: they are not interested');
    expect((await lead()).status).toBe('SQL');
    await say('lead qualify L-1 interest:none reason:"Không cần nữa"');
    expect(await lead()).toMatchObject({ status: 'DISQUALIFIED', reason: 'Không cần nữa' });
  });

  it('opens a form with what is known, and takes what was emptied there away', async () => {
    await say('lead qualify L-1 "Kho lạnh" interest:high budget:1,2tỷ decision:31/12/2026 authority:decides');
    const got = await acme.ask(lan, 'lead qualify L-1');
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const shown = Object.fromEntries(got.form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(shown).toMatchObject({ need: 'Kho lạnh', interest: 'high', authority: 'decides', status: '' });
    await say({ command: 'lead.qualify', wire: { ...got.form.carried, ...shown, budget: '' } });
    expect(await lead()).toMatchObject({
      need: 'Kho lạnh',
      budget: null,
      budgetCurrency: null,
      status: 'SQL',
    });
    expect((await lead()).decisionOn).toEqual(new Date('2026-12-31'));
  });

  it('suggests nothing for a lead that is given up', async () => {
    const { card } = await say('lead qualify L-1 interest:low status:disqualified reason:"hết tiền"');
    expect(textOf(card)).toContain('Disqualified.');
    expect(textOf(card)).not.toContain('The answers suggest');
  });

  it('is taken back whole by an undo, milestones too', async () => {
    const before = await lead();
    await say('lead qualify L-1 "Kho lạnh" interest:high budget:500tr authority:decides');
    expect((await say('undo')).ok).toBe('done');
    expect(await lead()).toEqual(before);
    expect((await say('undo')).ok).toBe('done');
    expect(await acme.db.lead.count()).toBe(0);
  });

  it('refuses in one sentence and changes nothing', async () => {
    await refused('lead qualify L-1 status:disqualified', 'Please say why');
    await refused('lead qualify L-1 status:mql reason:"giá cao"', 'belongs to the status');
    await refused('lead qualify L-1 need:x', 'belongs to somebody else', tu);
    await refused('lead qualify L-9 need:x', 'found nothing');
    await say('lead qualify L-1 status:mql');
    await refused('lead qualify L-1 status:mql', 'Nothing would change');
    const old = { lead: '1', from: 'NEW' };
    await refused({ command: 'lead.qualify', wire: { ...old, status: 'SQL' } }, '“Lê Nam” is now MQL');
    await refused({ command: 'lead.disqualify', wire: { ...old, reason: 'x' } }, '“Lê Nam” is now MQL');
    await acme.db.lead.update({ where: { id: 1 }, data: { status: 'CONVERTED' } });
    await refused('lead qualify L-1 status:sql', 'is now Converted');
    await refused('lead disqualify L-1 "x"', 'is now Converted');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { maxPacked, pack, unpack } from '../../src/chat/wire.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

const names = [
  '<!channel> *free* _now_ ~not~',
  '@everyone @here <@U1> <@&5>',
  '`code` ```block``` "quoted" \'single\' «và»',
  '\u202eevil\u202c \u200frtl\u200e',
  '🎉👨‍👩‍👧 Tiệc 𝔘𝔫𝔦',
  'a&b=c?d#e%20f+g:h|i\\j',
  '%_\\ LIKE [a-z]* $1 {name} {0}',
  "'; DROP TABLE deal; --",
  '12',
  'D-1',
  'won',
  'null',
  'Công ty TNHH',
  '=1+1',
  'dòng\nhai\tba',
  '__proto__',
  `${'Dài '.repeat(29)}hết`,
];

describe('a name of any kind', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;

  beforeAll(async () => {
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
  });

  const actionsOf = (card: Card): Action[] =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

  it.each(names)('%j is kept, shown and found as it is, and every button on it works', async (name) => {
    await database.truncate();
    await acme.reset();
    admin = await acme.member(name.trim(), 'admin');
    const run = async (command: string, wire: Record<string, string>) => {
      const answer = await acme.say(admin, { command, wire });
      expect(answer, `${command}: ${textOf(answer.card)}`).toMatchObject({ ok: 'done' });
      for (const action of actionsOf(answer.card)) {
        expect(pack(action).length).toBeLessThanOrEqual(maxPacked);
        expect(unpack(pack(action)).wire).toEqual(action.wire);
      }
      return textOf(answer.card);
    };
    const shown = textOf(name.trim()).slice(1, -1);
    await run('company.add', { name });
    await run('contact.add', { name, company: 'C-1', jobTitle: name });
    await run('lead.add', { name, source: 'website', company: name, note: name, apart: 'P-1' });
    await run('deal.add', { title: name, amount: '5tr', company: 'C-1', contact: 'P-1', lead: 'L-1' });
    await run('deal.lost', { deal: 'D-1', reason: name });
    await run('log.note', { record: 'D-1', text: name, outcome: name });
    for (const [command, wire] of [
      ['company.show', { company: 'C-1' }],
      ['contact.show', { contact: 'P-1' }],
      ['lead.show', { lead: 'L-1' }],
      ['deal.show', { deal: 'D-1' }],
      ['deal.list', { stage: 'lost' }],
      ['lead.list', {}],
      ['crm.users', {}],
      ['find', { query: name }],
    ] as const)
      expect(await run(command, wire), command).toContain(shown);
    const row = await acme.db.deal.findFirstOrThrow({
      include: { company: true, lead: true, contact: true },
    });
    expect([row.title, row.company?.name, row.lead?.name, row.contact?.name]).toEqual(
      Array(4).fill(name.trim()),
    );
    // The lead's button makes a deal of it, whose title may be too long for a button: its form still has all of it.
    const lead = await acme.say(admin, { command: 'lead.show', wire: { lead: 'L-1' } });
    const button = actionsOf(lead.card).find((action) => action.command === 'lead.convert');
    const opened = await acme.ask(admin, { command: 'lead.convert', wire: button?.wire ?? {} });
    if (opened.kind !== 'ask') throw new Error('no form');
    expect(opened.form.fields.find((field) => field.name === 'title')?.value).toBe(name.trim());
    await run('undo', {});
  });

  it('of 500 characters is refused in one sentence, in every field', async () => {
    const name = 'x'.repeat(500);
    for (const [command, wire] of [
      ['company.add', { name }],
      ['contact.add', { name }],
      ['lead.add', { name, source: 'website' }],
      ['deal.add', { title: name, amount: '5tr' }],
    ] as const) {
      const got = await acme.ask(admin, { command, wire });
      expect(textOf(got), command).toContain('Please shorten this to 120 characters');
    }
  });

  it('is kept without what no database keeps', async () => {
    await database.truncate();
    await acme.reset();
    admin = await acme.member('Bảo', 'admin');
    await acme.say(admin, 'field add company Kho text');
    const name = 'Sao\0 Mai\ud83d';
    for (const said of [
      { command: 'company.add', wire: { name, x1: name } },
      `find "${name}"`,
      `company list "${name}" industry:"${name}"`,
    ])
      expect(await acme.say(admin, said), JSON.stringify(said)).toMatchObject({ ok: 'done' });
    expect(await acme.db.company.findMany()).toMatchObject([{ name: 'Sao Mai', custom: { 1: 'Sao Mai' } }]);
  });
});

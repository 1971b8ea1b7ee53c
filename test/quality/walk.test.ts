import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { maxPacked, pack } from '../../src/chat/wire.ts';
import { fold } from '../../src/lib/fold.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the walk through the findings', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    lan = await acme.member('Lan', 'rep', 'North');
    await acme.member('Minh', 'rep', 'South');
  });

  const all = async (...lines: string[]) => {
    for (const line of lines) expect(await acme.say(admin, line), line).toMatchObject({ ok: 'done' });
  };
  const actionsOf = (card: Card): Action[] =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const labels = (card: Card) => actionsOf(card).map(({ label }) => label);
  const button = (card: Card, label: string | RegExp) => {
    const found = actionsOf(card).find((one) => one.label.match(label));
    if (!found) throw new Error(`no «${label}» among ${labels(card)}`);
    expect(pack(found).length).toBeLessThanOrEqual(maxPacked);
    return { command: found.command, wire: found.wire };
  };
  const press = async (card: Card, label: string | RegExp, person = admin) =>
    (await acme.say(person, button(card, label))).card;
  const titleOf = (card: Card) => JSON.stringify(card.title);
  const shown = async (person: Person, line: string) => (await acme.say(person, line)).card;

  it('begins at a rule, goes on where records were mended meanwhile, and ends with the new score', async () => {
    await all(
      'deal add Một 5tr source:website owner:Lan',
      'deal add Hai 5tr source:website owner:Lan',
      'deal add Ba 5tr source:website owner:Lan',
      ...[1, 2, 3].map((id) => `task add D-${id} "Gọi lại" 31/12`),
    );
    const card = await shown(admin, 'kpi quality');
    expect(titleOf(card)).toContain('Data quality 0%: 0 of 3 records without a finding');
    expect(labels(card)).toEqual(['No expected close (3)', 'How?']);
    const first = await press(card, 'No expected close');
    expect(titleOf(first)).toContain('D-1');
    expect(labels(first)).toEqual([
      '+7 days (25 Nov 2026)',
      '+30 days (18 Dec 2026)',
      'Another day',
      'Show D-1',
      'Next (2 more)',
    ]);
    await press(first, /\+7 days/);
    await all('deal edit 2 close:31/12');
    const third = await press(first, 'Next');
    expect(titleOf(third)).toContain('D-3');
    await press(third, /\+30 days/);
    const end = await press(third, 'Finish');
    expect(titleOf(end)).toContain('All done: No expected close');
    expect(JSON.stringify(end.blocks)).toContain('Data quality 100%: 3 of 3 records without a finding');
    const days = await acme.db.deal.findMany({ orderBy: { id: 'asc' }, select: { expectedCloseOn: true } });
    expect(days.map(({ expectedCloseOn }) => expectedCloseOn?.toISOString().slice(0, 10))).toEqual([
      '2026-11-25',
      '2026-12-31',
      '2026-12-18',
    ]);
    expect(await acme.say(admin, 'undo')).toMatchObject({ ok: 'done' });
    expect(titleOf(await shown(admin, 'crm quality'))).toContain('2 of 3');
  });

  it('says at its end what was skipped, and leads to the other rules', async () => {
    await all('deal add Một 5tr owner:Lan', 'lead add Nam source:website owner:Lan');
    const deal = await press(await shown(admin, 'crm quality'), 'No expected close');
    const end = await press(deal, 'Finish');
    expect(titleOf(end)).toContain('No expected close: 1 left');
    expect(titleOf(await press(end, 'No phone or e-mail'))).toContain('L-1');
  });

  it('goes on from whatever was done about a record, by a button, a form or a question, to the next one', async () => {
    await all(
      ...['Một', 'Hai', 'Ba', 'Bốn'].map((name) => `deal add ${name} 5tr owner:Lan`),
      'lead add Nam source:website phone:"0912 345 678" owner:Lan',
    );
    await all('lead add Nam source:referral phone:"0987 654 321" owner:Lan');
    await acme.db.lead.updateMany({ data: { phone: '+84912345678' } });
    const first = await press(await shown(admin, 'crm quality'), 'No source');
    const second = await press(await press(first, 'Website'), 'Go on');
    expect(titleOf(second)).toContain('D-2');
    // A form that the button opens carries it, and what is left out is not come back to.
    const form = await acme.ask(admin, button(second, 'Edit'));
    if (form.kind !== 'ask') throw new Error(JSON.stringify(form));
    const edited = await acme.say(admin, {
      command: 'deal.edit',
      wire: { ...form.form.carried, deal: '2', source: 'team' },
    });
    const third = await press(edited.card, 'Go on');
    expect(titleOf(await press(third, 'Next'))).toContain('D-4');
    // A question is not the end of it: its buttons lead on.
    const twin = await press(await shown(admin, 'crm quality'), 'Possible duplicate');
    const question = await press(twin, 'Merge');
    expect(labels(question)).not.toContain('Go on');
    const merged = await press(question, 'Merge');
    expect(await acme.db.lead.count()).toBe(1);
    expect(titleOf(await press(merged, 'Go on'))).toContain('All done: Possible duplicate');
    // Nothing was mended: nothing leads on.
    await acme.say(lan, 'deal edit 3 source:other');
    expect(labels(await press(third, 'Website'))).not.toContain('Go on');
  });

  it('never overwrites what somebody else has set since the card was made', async () => {
    await all('deal add Một 5tr source:website owner:Lan');
    const card = await press(await shown(admin, 'crm quality'), 'No expected close');
    await acme.say(lan, 'deal edit 1 close:20/12/2026');
    const answer = await acme.say(admin, button(card, /\+7 days/));
    expect(answer).toMatchObject({ ok: 'refused' });
    expect(JSON.stringify(answer.card)).toContain('The same has been changed meanwhile');
    expect((await acme.db.deal.findFirstOrThrow()).expectedCloseOn).toEqual(new Date('2026-12-20'));
  });

  it('has for every rule the buttons that mend it', async () => {
    await all(
      'deal add Chung 5tr source:website close:31/12',
      'lead add Nam source:website phone:"0912 345 678"',
      'lead add "Hoàng Mai" source:website owner:Lan',
      'company add "Sao Mai" owner:Lan',
      'deal add "Quá hạn" 5tr source:website owner:Lan close:31/12',
      'deal add "Rõ nguồn" 5tr owner:Lan close:31/12',
    );
    await acme.db.deal.updateMany({ where: { id: 1 }, data: { ownerId: null } });
    await acme.db.lead.updateMany({ where: { id: 1 }, data: { ownerId: null } });
    await acme.db.deal.updateMany({ where: { id: 2 }, data: { expectedCloseOn: new Date('2026-11-01') } });
    const walk = (rule: string, after?: string) =>
      acme.say(admin, { command: 'crm.findings', wire: { finding: rule, ...(after && { after }) } });
    const of = async (rule: string, after?: string) => labels((await walk(rule, after)).card).slice(0, -2);
    expect(await of('no_owner')).toEqual(['Take it on', 'Assign']);
    expect(await of('no_owner', 'D-1')).toEqual(['Take it on', 'Assign by the rules', 'Assign']);
    expect(await of('no_contact')).toEqual(['Add phone or e-mail']);
    expect(await of('no_contact', 'L-2')).toEqual(['Add phone or e-mail']);
    expect(await of('no_profile')).toEqual(['Add industry, region, size']);
    expect(await of('no_source')).toEqual([
      'Website',
      'Social network',
      'Sales team',
      'Referral',
      'Other',
      'Edit',
    ]);
    expect(await of('no_next')).toEqual(['Next step']);
    expect(await of('close_passed')).toEqual([
      ...['+7 days (25 Nov 2026)', '+30 days (18 Dec 2026)', 'Another day', 'Won', 'Lost'],
    ]);
    acme.clock.pass(100);
    expect(await of('untouched')).toEqual(['Log call', 'Move', 'Won', 'Lost']);
    expect(await of('untouched', 'D-9')).toEqual(['Log call', 'Disqualify']);
    await press((await walk('no_owner')).card, 'Take it on');
    await press((await walk('no_source')).card, 'Referral');
    expect(
      await acme.db.deal.findMany({ orderBy: { id: 'asc' }, select: { ownerId: true, source: true } }),
    ).toMatchObject([{ ownerId: 1 }, {}, { source: 'referral' }]);
    const form = await acme.ask(admin, button((await walk('no_contact')).card, 'Add phone'));
    expect(form).toMatchObject({ kind: 'ask', form: { command: 'lead.edit' } });
    const profile = await acme.ask(admin, button((await walk('no_profile')).card, 'Add industry'));
    if (profile.kind !== 'ask') throw new Error(profile.kind);
    expect(profile.form.fields.slice(0, 5).map(({ name }) => name)).toEqual([
      ...['company', 'industry', 'region', 'employees', 'revenue'],
    ]);
    await all('company edit 1 region:Nam');
    expect(titleOf((await walk('no_profile')).card)).toContain('All done: No industry, region or size');
    const next = await acme.ask(admin, button((await walk('no_next')).card, 'Next step'));
    expect(next).toMatchObject({ kind: 'ask', form: { command: 'task.add' } });
  });

  it('stops once at records that are likely one, to merge them or tell them apart', async () => {
    for (const name of ['Thép Việt', 'Thep Viet', 'Gỗ Á', 'Go A'])
      await acme.db.company.create({
        data: {
          name,
          folded: fold(name),
          ownerId: 2,
          email: `${fold(name)[0]}${name.length}${name}@x.vn`,
          createdAt: acme.clock.now(),
        },
      });
    const card = await press(await shown(admin, 'crm quality'), /Possible duplicate \(4\)/);
    expect(titleOf(card)).toContain('C-1');
    expect(JSON.stringify(card.blocks)).toContain('C-2 Thep Viet');
    expect(labels(card)).toEqual(['Merge C-2 into C-1', 'Not the same as C-2', 'Show C-1', 'Next (1 more)']);
    const next = await press(card, 'Next');
    expect(titleOf(next)).toContain('C-3');
    await press(next, 'Not the same');
    await press(await press(card, 'Merge'), /^Merge$/);
    expect(titleOf(await press(next, 'Finish'))).toContain('All done: Possible duplicate');
  });

  it('leads from a lead that is likely a contact to its conversion, or tells them apart', async () => {
    const phone = '"0912 345 678"';
    await all(
      `contact add "Lê Nam" phone:${phone} owner:Lan`,
      `lead add Một source:website phone:${phone} owner:Lan apart:P-1`,
      `lead add Hai source:website phone:${phone} owner:Minh apart:"P-1, L-1"`,
    );
    const first = await press(await shown(lan, 'crm quality'), /Possible duplicate \(1\)/, lan);
    expect(labels(first)).toEqual(['Convert L-1 to P-1', 'Not the same as P-1', 'Show L-1', 'Finish']);
    expect(JSON.stringify(first.blocks)).toContain('P-1 Lê Nam');
    const form = await acme.ask(lan, button(first, 'Convert'));
    expect(form).toMatchObject({ kind: 'ask', form: { command: 'lead.convert' } });
    expect(await acme.say(lan, button(first, 'Not the same'))).toMatchObject({ ok: 'done' });
    expect(titleOf(await press(first, 'Finish', lan))).toContain('All done: Possible duplicate');
    const second = await press(await shown(admin, 'crm quality'), /Possible duplicate \(1\)/);
    expect(labels(second)).toContain('Not the same as P-1');
    await acme.say(lan, 'undo');
    expect(labels(await shown(admin, 'crm quality'))).toContain('Possible duplicate (2)');
  });

  it('shows a rep what they may see, and mends only what they may change', async () => {
    await acme.member('Tú', 'rep', 'North');
    await all(
      'deal add Của-Minh 5tr source:website owner:Minh',
      'deal add Của-Tú 5tr source:website owner:Tú',
      'deal add Của-Lan 5tr source:website owner:Lan',
      ...[1, 2, 3].map((id) => `task add D-${id} "Gọi lại" 31/12`),
    );
    const card = await shown(lan, 'crm quality');
    expect(labels(card)).toEqual(['No expected close (2)', 'How?']);
    const mates = await press(card, 'No expected close', lan);
    expect(titleOf(mates)).toContain('Của-Tú');
    expect(labels(mates)).toEqual(['Show D-2', 'Next (1 more)']);
    expect(JSON.stringify(mates.blocks)).toContain('Only somebody who may change this record');
    const own = await press(mates, 'Next', lan);
    expect(labels(own)[0]).toBe('+7 days (25 Nov 2026)');
    // Whoever sees a record may promise the next step, but for who only looks.
    const nothingNext = async (person: Person) =>
      (await acme.say(person, { command: 'crm.findings', wire: { finding: 'no_next', after: 'D-1' } })).card;
    await acme.db.task.deleteMany();
    const theirs = await nothingNext(lan);
    expect(labels(theirs)).toEqual(['Next step', 'Show D-2', 'Next (1 more)']);
    expect(JSON.stringify(theirs.blocks)).not.toContain('Only somebody who may change');
    expect(await acme.ask(lan, button(theirs, 'Next step'))).toMatchObject({
      kind: 'ask',
      form: { command: 'task.add', fields: [{ name: 'record', value: 'D-2' }, {}, {}, {}] },
    });
    const looking = await nothingNext(await acme.member('Vy', 'viewer', 'North'));
    expect(labels(looking)).not.toContain('Next step');
    expect(JSON.stringify(looking.blocks)).toContain('Only somebody who may change');
    expect(await acme.say(lan, 'crm quality owner:Minh')).toMatchObject({ ok: 'refused' });
    const forged = { command: 'crm.findings', wire: { finding: 'no_close', after: 'X-1' } };
    expect((await acme.ask(lan, forged)).kind).not.toBe('answer');
  });
});

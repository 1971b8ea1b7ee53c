import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../../src/chat/card.ts';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { describeOnPostgres, testDatabase } from '../../support/database.ts';

const database = await testDatabase();
let acme: Awaited<ReturnType<typeof company>>;
let lan: Person;

beforeEach(async () => {
  await database.truncate();
  acme = await company(database);
  lan = await acme.member('Lan', 'rep', 'North');
});

const say = (line: string | { command: string; wire: Record<string, string> }, person = lan) =>
  acme.say(person, line);
const done = async (line: Parameters<typeof say>[0], person = lan) => {
  const { ok, card } = await say(line, person);
  expect([ok, textOf(card)]).toEqual(['done', expect.anything()]);
  return card;
};
/** All that the business keeps. */
const everything = async () => ({
  contacts: await acme.db.contact.findMany({ orderBy: { id: 'asc' } }),
  companies: await acme.db.company.findMany({ orderBy: { id: 'asc' } }),
  deals: await acme.db.deal.findMany({ orderBy: { id: 'asc' } }),
  events: await acme.db.stageEvent.findMany({ orderBy: { id: 'asc' } }),
  leads: await acme.db.lead.findMany({ orderBy: { id: 'asc' } }),
});
const buttons = (card: Card): Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

const full =
  'lead add "Lê Nam" source:referral phone:"0987 654 321, 028 3822 1234 (desk)" email:nam@thep.vn company:"Thép Việt" ' +
  'industry:Thép employees:120 region:"Miền Nam" tags:"hội thảo, kho" note:"Cần báo giá"';

describe('converting a lead', () => {
  it('makes a contact, a company and a deal of what it says, in one change', async () => {
    await done(full);
    await done('lead qualify 1 "Kho lạnh" interest:high budget:500tr decision:31/12/2026');
    await done('lead convert 1 title:"Kho Thủ Đức"');
    const { contacts, companies, deals, events, leads } = await everything();
    expect(contacts).toMatchObject([
      {
        ...{
          name: 'Lê Nam',
          folded: 'le nam',
          phone: '+84987654321',
          email: 'nam@thep.vn',
          companyId: 1,
          ownerId: 1,
        },
        phones: [{ value: '+842838221234', label: 'desk' }],
        ...{ tags: ['hội thảo', 'kho'], note: 'Cần báo giá', region: 'Miền Nam' },
      },
    ]);
    expect(companies).toMatchObject([
      { name: 'Thép Việt', industry: 'Thép', employees: 120, region: 'Miền Nam', ownerId: 1 },
    ]);
    expect(deals).toMatchObject([
      {
        ...{ title: 'Kho Thủ Đức', currency: 'VND', leadId: 1, contactId: 1, companyId: 1, ownerId: 1 },
        ...{ source: 'referral', expectedCloseOn: new Date('2026-12-31') },
      },
    ]);
    expect(deals[0]?.amount?.toFixed()).toBe('500000000');
    expect(events).toHaveLength(1);
    const at = acme.clock.now();
    expect(leads).toMatchObject([
      { status: 'CONVERTED', contactId: 1, companyId: 1, mqlAt: at, sqlAt: at, convertedAt: at },
    ]);
    expect(await acme.db.change.count({ where: { command: 'lead.convert' } })).toBe(1);
  });

  it('makes no deal where none is wanted, and no company where there is none', async () => {
    await done('lead add "Lê Nam" source:referral');
    const card = await done('lead convert 1 deal:none');
    const { contacts, companies, deals } = await everything();
    expect([contacts.length, companies, deals]).toEqual([1, [], []]);
    expect(buttons(card).map(({ command }) => command)).toContain('deal.add');
  });

  it('links the customers it certainly is, and completes them without overwriting', async () => {
    await done('company add "Thép Việt" industry:"Xây dựng" region:"Miền Bắc"');
    await done('contact add "Anh Nam" phone:"0987 654 321" tags:kho note:"Người quen"');
    await done(`${full} apart:P-1`);
    const {
      contacts: [before],
    } = await everything();
    const card = await done('lead convert 1 deal:none');
    expect(textOf(card)).toContain('Linked: P-1, C-1');
    const { contacts, companies } = await everything();
    expect(contacts).toEqual([
      {
        ...before,
        ...{ companyId: 1, email: 'nam@thep.vn', region: 'Miền Nam', tags: ['kho', 'hội thảo'] },
        phones: [{ value: '+842838221234', label: 'desk' }],
      },
    ]);
    expect(companies).toMatchObject([{ industry: 'Xây dựng', employees: 120, region: 'Miền Bắc' }]);
  });

  it('asks who it is where it may be several, and goes on with what was said', async () => {
    await done('contact add "Lê Nam" jobTitle:"Giám đốc"');
    await done('contact add "Lê Nam" jobTitle:"Kế toán"');
    await done('lead add "Lê Nam" source:website');
    const before = await everything();
    const { ok, visibility, card } = await say(
      'lead convert 1 amount:1,2tỷ close:31/12/2026 stage:"quote sent"',
    );
    expect([ok, visibility]).toEqual(['refused', 'private']);
    expect(textOf(card.title)).toContain('“Lê Nam” may be somebody we have: P-2 Lê Nam, P-1 Lê Nam');
    expect(await everything()).toEqual(before);
    const offered = buttons(card);
    expect(offered.map(({ label }) => label)).toEqual(['P-2 Lê Nam', 'P-1 Lê Nam', 'New contact']);
    const [, second] = offered;
    await done({ command: 'lead.convert', wire: { ...second?.wire } });
    const { leads, deals, events } = await everything();
    expect(leads).toMatchObject([{ contactId: 1, companyId: null }]);
    expect(deals[0]?.amount?.toFixed()).toBe('1200000000');
    expect(deals).toMatchObject([{ contactId: 1, expectedCloseOn: new Date('2026-12-31') }]);
    const stage = await acme.db.stage.findUniqueOrThrow({ where: { id: events[0]?.stageId ?? 0 } });
    expect(stage.nameEn).toBe('Quote sent');
  });

  it('makes a new company beside one of the same name for who has seen that, and asks nobody about the two again', async () => {
    await done('company add "Thép Việt"');
    await done('lead add "Lê Nam" source:website company:"Thép Việt"');
    const { ok, card } = await say('lead convert 1 company:new deal:none');
    expect(ok).toBe('refused');
    await done({ command: 'lead.convert', wire: { ...buttons(card)[1]?.wire } });
    expect((await everything()).leads).toMatchObject([{ status: 'CONVERTED', companyId: 2 }]);
    expect(await acme.db.distinctPair.findMany()).toMatchObject([{ record: 'company', a: 1, b: 2 }]);
    await done('undo');
    expect(await acme.db.distinctPair.count()).toBe(0);
  });

  it('asks about a company that is spelt much alike, where nobody said that it is a new one', async () => {
    await done('company add "Phương Nam Logistics"');
    await done('lead add "Lê Nam" source:website company:"Phương Nam Logistcs"');
    const { ok, card } = await say('lead convert 1 amount:5tr');
    expect(ok).toBe('refused');
    expect((await everything()).companies).toHaveLength(1);
    expect(buttons(card).map(({ label }) => label)).toEqual(['C-1 Phương Nam Logistics', 'New company']);
    const [its, another] = buttons(card);
    await done({ command: 'lead.convert', wire: { ...another?.wire } });
    expect((await everything()).leads).toMatchObject([{ companyId: 2 }]);
    await done('undo');
    await done({ command: 'lead.convert', wire: { ...its?.wire } });
    expect((await everything()).leads).toMatchObject([{ companyId: 1 }]);
  });

  it('preselects in its form what is certain, and takes an emptied company for none', async () => {
    await done('company add "Thép Việt"');
    await done(full);
    const got = await acme.ask(lan, 'lead convert 1');
    if (got.kind !== 'ask') throw new Error(textOf(got));
    const shown = Object.fromEntries(got.form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(shown).toMatchObject({ contact: 'new', company: 'C-1', deal: 'new', title: 'Thép Việt' });
    await acme.db.lead.update({ where: { id: 1 }, data: { companyId: null, companyName: 'Sao Mai' } });
    await done({ command: 'lead.convert', wire: { ...got.form.carried, ...shown, company: '' } });
    expect(await everything()).toMatchObject({
      leads: [{ companyId: null }],
      companies: [{ name: 'Thép Việt' }],
    });
  });

  it('carries added fields of the same name and sort along', async () => {
    const admin = await acme.member('Bảo', 'admin');
    for (const line of [
      'field add lead "Kênh" text',
      'field add lead "Hạng" choice options:"A, B"',
      'field add contact "kênh" text',
      'field add deal "Hạng" choice options:"B, C"',
      'field add company "Kênh" number',
    ])
      await done(line, admin);
    await done('lead add "Lê Nam" source:website company:"Sao Mai" kênh:Zalo hạng:A');
    await done('lead add "Vũ Mai" source:website company:"Hoa Mai" hạng:B');
    await done('lead convert 1 deal:new');
    await done('lead convert 2 deal:new');
    const { contacts, companies, deals } = await everything();
    expect(contacts.map(({ custom }) => custom)).toEqual([{ 3: 'Zalo' }, {}]);
    expect(companies.map(({ custom }) => custom)).toEqual([{}, {}]);
    expect(deals.map(({ custom }) => custom)).toEqual([{}, { 4: 'B' }]);
  });

  it('tells what was done with the lead in the timelines of contact, company and deal', async () => {
    await done(full);
    await done('log call L-1 "Nói về kho lạnh"');
    await done('lead convert 1 deal:new');
    for (const line of ['contact show 1', 'company show 1', 'deal show 1', 'lead show 1'])
      expect(textOf(await done(line)), line).toContain('Nói về kho lạnh');
    expect(await acme.db.activity.count()).toBe(1);
    const other = await acme.member('Minh', 'rep', 'South');
    await acme.db.deal.update({ where: { id: 1 }, data: { ownerId: null } });
    for (const line of ['contact show 1', 'company show 1', 'deal show 1'])
      expect(textOf(await done(line, other)), line).not.toContain('Nói về kho lạnh');
  });

  it('is taken back whole by an undo, and comes back by another', async () => {
    await done('contact add "Anh Nam" phone:"0987 654 321"');
    await done(`${full} apart:P-1`);
    const before = await everything();
    await done('lead convert 1 deal:new');
    const after = await everything();
    await done('undo');
    expect(await everything()).toEqual(before);
    await done('undo 4');
    expect(await everything()).toEqual(after);
  });

  it('refuses in one sentence and changes nothing', async () => {
    const refused = async (line: Parameters<typeof say>[0], words: string, person = lan) => {
      const before = await everything();
      const { ok, card } = await say(line, person);
      expect([ok, textOf(card)]).toEqual(['refused', expect.stringContaining(words)]);
      expect(await everything()).toEqual(before);
    };
    const mate = await acme.member('Tú', 'rep', 'North');
    const other = await acme.member('Minh', 'rep', 'South');
    const marketing = await acme.member('Mai', 'marketing');
    await done(full);
    await refused('lead convert 1 deal:none', 'belongs to somebody else', mate);
    await refused('lead convert 1 deal:none', 'found nothing', other);
    await refused('lead convert 1 amount:5tr', 'Your role does not allow', marketing);
    await refused('lead convert 1 contact:P-9', 'found nothing');
    await refused('lead convert 1 stage:won', 'starts in an open stage');
    await refused({ command: 'lead.convert', wire: { lead: '1', from: 'MQL', deal: 'none' } }, 'is now New');
    await done('lead convert 1 deal:none', marketing);
    await refused('lead convert 1 deal:none', '“Lê Nam” was converted before, to P-');
    await refused('lead qualify 1 status:sql', 'was converted before, to P-3 Lê Nam, C-3 Thép Việt');
    await done('lead add "Vũ Mai" source:website company:"thép việt"');
    await refused('lead convert 2 company:new', 'may be one we have: C-3 Thép Việt');
  });
});

describeOnPostgres('converting one lead twice at once', (database) => {
  it('is done once; the other is told to what it was converted', async () => {
    const { prisma } = database();
    const busy = await company(database());
    const people = await Promise.all(
      ['An', 'Bình', 'Chi', 'Dũng'].map((name) => busy.member(name, 'manager')),
    );
    for (let round = 1; round <= 5; round++) {
      await busy.say(people[0] as Person, `lead add "Khách ${round}" source:website company:"Hãng ${round}"`);
      const answers = await Promise.all(
        people.map((person) => busy.say(person, `lead convert ${round} amount:5tr`)),
      );
      expect(answers.map(({ ok }) => ok).sort()).toEqual(['done', 'refused', 'refused', 'refused']);
      for (const { ok, card } of answers)
        if (ok !== 'done') expect(textOf(card)).toContain('was converted before, to P-');
      const made = [await prisma.contact.count(), await prisma.company.count(), await prisma.deal.count()];
      expect(made).toEqual([round, round, round]);
    }
  });
});

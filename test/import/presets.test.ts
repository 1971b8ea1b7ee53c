import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;
beforeEach(() => desk.reset());

describe('an export of HubSpot', () => {
  it('is recognised, and its contacts are read as leads with their lifecycle and source', async () => {
    const csv =
      'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lifecycle Stage,Lead Status,Associated Company,Original Source,Create Date\n' +
      '901,Gaëlle,Perrin,g@perrin.fr,028 3822 1234,0912345678,Lan,Lead,In Progress,Fromagerie Perrin,Organic Search,2024-03-12 09:14\n' +
      '902,Tom,Durand,t@durand.fr,,,Lan,Marketing Qualified Lead,,Durand,Referrals,2024-03-12 09:14\n';
    const { err } = await load('leads', csv, '--create', 'owner');
    expect(err).toContain('HubSpot export');
    const [first, second] = await db.lead.findMany({ orderBy: { id: 'asc' }, include: { owner: true } });
    expect(first).toMatchObject({
      externalId: '901',
      name: 'Gaëlle Perrin',
      status: 'WORKING',
      source: 'website',
      companyName: 'Fromagerie Perrin',
      createdAt: new Date('2024-03-12T02:14:00Z'),
      owner: { name: 'Lan' },
      phone: '+842838221234',
      phones: [
        { value: '+842838221234', label: 'Phone Number' },
        { value: '+84912345678', label: 'Mobile Phone Number' },
      ],
    });
    expect(second).toMatchObject({ status: 'MQL', source: 'referral' });
  });

  it('closes deals on their close date and expects open ones then', async () => {
    const csv =
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date\n' +
      '7001,Casino,Contract Sent,15000,Lan,2026-12-31 09:00,2026-09-01 08:00\n' +
      '7002,Draw,closedwon,2500,Lan,2026-10-31 09:00,2026-09-01 08:00\n';
    const { out } = await load('deals', csv, '--create', 'owner', '--currency', 'USD');
    expect(out).toContain('2 new');
    expect((await desk.way('7002')).map(([stage]) => stage)).toEqual(['New lead', 'Won']);
    expect((await desk.way('7001')).map(([stage]) => stage)).toEqual(['Contract closing']);
    const open = await db.deal.findUniqueOrThrow({ where: { externalId: '7001' } });
    expect(open.expectedCloseOn).toEqual(new Date('2026-12-31T00:00:00Z'));
    expect((await load('deals', csv, '--currency', 'USD')).out).toContain('0 updated, 2 unchanged');
  });
});

describe('an export of Pipedrive', () => {
  it('has a status for what is won and lost, and a stage for what is open', async () => {
    const csv =
      'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason\n' +
      '1,A,100,EUR,Acme,Proposal Made,Open,2026-01-05 10:00:00,,,\n' +
      '2,B,200,EUR,Acme,Proposal Made,Won,2026-01-05 10:00:00,2026-02-01 10:00:00,,\n' +
      '3,C,300,EUR,Acme,Qualified,Lost,2026-01-05 10:00:00,,2026-02-02 10:00:00,Price\n';
    const { out, err } = await load('deals', csv, '--create', 'company');
    expect(err).toContain('Pipedrive export');
    expect(out).toContain('3 new');
    expect((await desk.way('1')).at(-1)?.[0]).toBe('Quote sent');
    expect((await desk.way('2')).at(-1)).toEqual(['Won', '2026-02-01T03:00:00.000Z', null]);
    expect((await desk.way('3')).at(-1)).toEqual(['Lost', '2026-02-02T03:00:00.000Z', 'Price']);
    expect(await db.deal.findFirstOrThrow()).toMatchObject({ currency: 'EUR', title: 'A' });
  });

  it('has several numbers of a person, each with its kind', async () => {
    const csv =
      'Person - Name,Person - Phone - Work,Person - Phone - Mobile,Person - Email - Work,Person - Organization\n' +
      'An,028 3822 1234,0912345678,an@acme.vn,Acme\n';
    await load('companies', 'Organization - Name,Organization - Labels\nAcme,"Hot, Old"\n');
    await load('contacts', csv);
    expect(await db.contact.findFirstOrThrow({ include: { company: true } })).toMatchObject({
      phone: '+84912345678',
      phones: [
        { value: '+84912345678', label: 'Mobile' },
        { value: '+842838221234', label: 'Work' },
      ],
      company: { name: 'Acme', tags: ['Hot', 'Old'] },
    });
  });
});

describe('an export of Salesforce', () => {
  it('has its stages, American dates and one close date', async () => {
    const csv =
      'Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date,Opportunity ID\n' +
      'Moses Frase,Acme,Big,Negotiation/Review,5000,12/31/2026,01/15/2026,006A\n' +
      'Moses Frase,Acme,Old,Closed Won,7000,02/28/2026,01/15/2026,006B\n';
    const { out, err } = await load('deals', csv, '--create', 'company', '--create', 'owner');
    expect(err).toContain('Salesforce export, dates as month/day/year');
    expect(out).toContain('2 new');
    expect((await desk.way('006A')).at(-1)?.[0]).toBe('Negotiation');
    expect((await desk.way('006B')).at(-1)?.slice(0, 2)).toEqual(['Won', '2026-02-28T05:00:00.000Z']);
  });

  it('also by the names of its data export, with leads that say where they stand', async () => {
    const csv =
      'Id,FirstName,LastName,Company,Status,LeadSource,Phone,MobilePhone,IsConverted\n00Q1,Ann,Lee,Acme,Working - Contacted,Web,,0912345678,false\n';
    await load('leads', csv);
    expect(await db.lead.findFirstOrThrow()).toMatchObject({
      name: 'Ann Lee',
      status: 'WORKING',
      source: 'website',
      companyName: 'Acme',
      phone: '+84912345678',
    });
  });
});

it('a preset may be named, and a wrong one is told', async () => {
  const { err } = await load('deals', 'externalId,title\n1,A\n', '--preset', 'zoho');
  expect(err).toContain('hubspot, pipedrive, salesforce');
  const { err: named } = await load('deals', 'Deal Name\nA\n', '--preset', 'hubspot');
  expect(named).toContain('HubSpot export');
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the scan for duplicates', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  const actionsOf = (card: Card): Action[] =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const scan = async (line = 'crm duplicates', person = admin) => (await acme.say(person, line)).card;
  const press = async (card: Card, label: string | RegExp) => {
    const action = actionsOf(card).find((one) => one.label.match(label));
    if (!action) throw new Error(`no «${label}» among ${actionsOf(card).map((one) => one.label)}`);
    return acme.say(admin, { command: action.command, wire: action.wire });
  };
  /** The groups by their numbers: `C-1 C-2`. */
  const groups = (card: Card) =>
    card.blocks.flatMap((block) =>
      block.kind === 'text' ? [[...textOf(block.text).matchAll(/[CPL]-\d+/g)].join(' ')] : [],
    );

  /** As an import or an older version left them: nobody was asked. */
  const companies = (...rows: object[]) => acme.db.company.createMany({ data: rows.map(filled) as never });
  const contacts = (...rows: object[]) => acme.db.contact.createMany({ data: rows.map(filled) as never });
  const leads = (...rows: object[]) =>
    acme.db.lead.createMany({ data: rows.map((row) => ({ source: 'x', ...filled(row) })) as never });
  const filled = (row: { name?: string }) => ({
    createdAt: acme.clock.now(),
    folded: (row.name ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
    ...row,
  });

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
  });

  it('finds what shares a number, an address, a tax code or a name, and nothing else', async () => {
    await companies(
      { name: 'Thép Việt', taxCode: '0312345678' },
      { name: 'Công ty TNHH Thep Viet' },
      { name: 'Thép Việt', taxCode: '0399999999' },
      { name: 'Hoàng Long', phones: [{ value: '+84912345678' }] },
      { name: 'Rồng Vàng', phone: '+84912345678' },
      { name: 'Sao Mai Sài Gòn' },
      { name: 'Sao Mai Sai Gonn' },
      { name: 'Sao Hôm' },
    );
    await contacts(
      { name: 'Trần Bình', email: 'B@a.vn' },
      { name: 'Ai đó', emails: [{ value: 'b@A.vn' }] },
      { name: 'Lê Nam', companyId: 1 },
      { name: 'Nam Lê', companyId: 1 },
      { name: 'Lê Nam', companyId: 2 },
      { name: 'Lê Nam' },
    );
    await leads(
      { name: 'Phạm Hải', companyName: 'CTCP Sao Mai' },
      { name: 'Pham Hai', companyName: 'sao mai' },
      { name: 'Pham Hai', companyName: 'Sao Hôm' },
    );
    expect(groups(await scan('crm duplicates company')).toSorted()).toEqual([
      // The one without a tax code may be either; those are not each other.
      'C-2 C-1 C-3',
      'C-4 C-5',
      'C-6 C-7',
    ]);
    expect(groups(await scan('crm duplicates contact')).toSorted()).toEqual([
      'P-1 P-2',
      // The last one works at a company that is called like theirs.
      'P-3 P-4 P-5',
    ]);
    expect(groups(await scan('crm duplicates lead'))).toEqual(['L-1 L-2']);
  });

  it('shows the surest first, page by page, each group once', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => ({
      name: `Hãng ${'abcdef'[i]}xyz${i}`,
      phone: `+8491234567${i}`,
    }));
    await companies(...rows, ...rows, { name: 'Chắc', taxCode: '1' }, { name: 'Khác tên', taxCode: '1' });
    const first = await scan();
    expect(textOf(first.title)).toContain('Groups 1–4 of 7');
    expect(groups(first)).toHaveLength(4);
    expect(groups(first)[0]).toBe('C-13 C-14');
    const { card } = await press(first, 'More');
    expect(textOf(card.title)).toContain('Groups 5–7 of 7');
    const both = [...groups(first), ...groups(card)];
    expect(both).toHaveLength(7);
    expect(new Set(both).size).toBe(7);
  });

  it('puts nobody into a group whom only another of its members has something in common with', async () => {
    await companies(
      { name: 'Hoàng Long', phone: '+84912345678' },
      { name: 'Rồng Vàng', phone: '+84912345678', email: 'info@toanha.vn' },
      { name: 'Sao Mai', email: 'info@toanha.vn', taxCode: '1' },
      { name: 'Sao Hôm', taxCode: '1' },
    );
    expect(groups(await scan())).toEqual(['C-3 C-2 C-4']);
    await press(await scan(), 'Merge C-2 into C-3').then(({ card }) => press(card, 'Merge'));
    expect(groups(await scan())).toEqual(['C-3 C-1 C-4']);
  });

  it('takes no branch for its parent or its sister', async () => {
    const shared = { email: 'info@saomai.vn' };
    await companies({ name: 'Sao Mai', ...shared });
    await companies(
      { name: 'Sao Mai Cần Thơ', parentId: 1, ...shared },
      { name: 'Sao Mai Huế', parentId: 1, ...shared },
    );
    expect(groups(await scan())).toEqual([]);
    await companies({ name: 'Sao Mai Group', ...shared });
    expect(groups(await scan())).toEqual(['C-4 C-1 C-2 C-3']);
  });

  it('gathers all who share a number around one of them, however many', async () => {
    await companies(
      ...Array.from({ length: 12 }, (_, i) => ({
        name: `${'abcdefghijkl'[i]}xyz`.repeat(2),
        phone: '+84912345678',
      })),
    );
    expect(groups(await scan())).toHaveLength(1);
  });

  it('finds the contact that a lead in work is, and leads to its conversion', async () => {
    await companies({ name: 'Sao Mai' });
    await contacts(
      { name: 'Lê Nam', phone: '+84912345678', companyId: 1 },
      { name: 'Phạm Hải', companyId: 1 },
    );
    await leads(
      { name: 'Ai đó', phone: '+84912345678' },
      { name: 'Pham Hai', companyName: 'CTCP Sao Mai' },
      { name: 'Xong', phone: '+84912345678', status: 'CONVERTED' },
    );
    const card = await scan('crm duplicates lead');
    expect(groups(card)).toEqual(['L-1 L-3', 'P-1 L-1', 'P-2 L-2']);
    const action = actionsOf(card).find(({ label }) => label === 'Convert L-1 to P-1');
    const got = await acme.ask(admin, { command: 'lead.convert', wire: action?.wire ?? {} });
    if (got.kind !== 'ask') throw new Error(textOf(got));
    expect(got.form.fields.find(({ name }) => name === 'contact')?.value).toBe('P-1');
    await acme.say(admin, 'lead convert L-1 contact:P-1 deal:none');
    expect(groups(await scan('crm duplicates lead'))).toEqual(['L-1 L-3', 'P-2 L-2']);
    expect(groups(await scan('crm duplicates contact'))).toEqual([]);
  });

  it('shows never again what somebody said to be two, until that is undone', async () => {
    await companies({ name: 'Thép Việt' }, { name: 'Thep Viet' });
    const card = await scan();
    expect(await press(card, 'Not the same')).toMatchObject({ ok: 'done', visibility: 'private' });
    expect(textOf(await scan())).toContain('No duplicates');
    expect((await acme.say(admin, 'company edit C-1 industry:Thép')).ok).toBe('done');
    expect((await press(card, 'Not the same')).ok).toBe('refused');
    await acme.say(admin, 'undo');
    await acme.say(admin, 'undo');
    expect(groups(await scan())).toEqual(['C-1 C-2']);
  });

  it('asks no more whether a lead is a contact whom somebody said it is not, but whether it is another', async () => {
    const phone = '+84912345678';
    await contacts({ name: 'Lê Nam', phone }, { name: 'Phạm Hải', phone }, { name: 'Vũ Mai', phone });
    await leads({ name: 'Ai đó', phone });
    const first = await scan('crm duplicates lead');
    expect(groups(first)).toEqual(['P-1 L-1']);
    expect(await press(first, 'Not the same')).toMatchObject({ ok: 'done', visibility: 'private' });
    expect(await press(first, 'Not the same')).toMatchObject({ ok: 'refused', visibility: 'private' });
    for (const next of ['P-2 L-1', 'P-3 L-1']) {
      const card = await scan('crm duplicates lead');
      expect(groups(card)).toEqual([next]);
      await press(card, 'Not the same');
    }
    expect(textOf(await scan('crm duplicates lead'))).toContain('No duplicates');
    for (const again of ['P-3 L-1', 'P-2 L-1', 'P-1 L-1']) {
      await acme.say(admin, 'undo');
      expect(groups(await scan('crm duplicates lead'))).toEqual([again]);
    }
  });

  it('takes the contact that was made of a lead for none of those whom the lead is not', async () => {
    const phone = '+84912345678';
    await contacts({ name: 'Lê Nam', phone });
    await leads({ name: 'Ai đó', phone }, { name: 'Ai khác', phone });
    for (const line of ['crm distinct L-1 P-1', 'crm distinct L-2 L-1', 'crm distinct P-1 L-2'])
      expect(await acme.say(admin, line)).toMatchObject({ ok: 'done' });
    // Nobody is asked whether it is P-1: it is a new one.
    expect(await acme.say(admin, 'lead convert L-1 deal:none')).toMatchObject({ ok: 'done' });
    expect(await acme.db.contact.count()).toBe(2);
    expect(textOf(await scan())).toContain('No duplicates');
    await acme.say(admin, 'undo');
    expect(await acme.db.distinctPair.count()).toBe(3);
    expect(textOf(await scan())).toContain('No duplicates');
  });

  it('tells apart what could be one, and that for those who may change both', async () => {
    await companies({ name: 'Sao Mai' });
    await contacts({ name: 'Lê Nam' });
    const lan = await acme.member('Lan', 'rep', 'North');
    for (const [name, team] of [['Tú', 'North'] as const, ['Minh', 'South'] as const]) {
      await acme.member(name, 'rep', team);
      expect(await acme.say(admin, `lead add "Khách ${name}" source:website owner:${name}`)).toMatchObject({
        ok: 'done',
      });
    }
    const said = async (line: string) => textOf((await acme.say(lan, line)).card);
    expect(await said('crm distinct P-1 C-1')).toContain(
      'Only two records of one kind, or a lead and a contact',
    );
    expect(await said('crm distinct L-1 C-1')).toContain(
      'Only two records of one kind, or a lead and a contact',
    );
    expect(await said('crm distinct P-1 P-1')).toContain('one and the same');
    for (const line of ['crm distinct P-1 L-1', 'crm distinct L-1 P-1'])
      expect(await said(line), line).toContain('belongs to somebody else');
    expect(await said('crm distinct L-2 P-1')).toContain('found nothing');
    expect(await acme.db.distinctPair.count()).toBe(0);
  });

  it('leads to the merge', async () => {
    await companies({ name: 'Thép Việt' }, { name: 'Thep Viet' });
    const { card } = await press(await scan(), 'Merge C-2 into C-1');
    expect((await press(card, 'Merge')).ok).toBe('done');
    expect(textOf(await scan())).toContain('No duplicates');
  });

  it('shows and counts only what the asker sees', async () => {
    const lan = await acme.member('Lan', 'rep', 'North');
    await acme.member('Minh', 'rep', 'South');
    const [own, theirs] = await Promise.all(
      ['Lan', 'Minh'].map((name) => acme.db.member.findFirstOrThrow({ where: { name } })),
    );
    await leads(
      { name: 'Một', phone: '+84912345678', ownerId: own?.id },
      { name: 'Hai', phone: '+84912345678', ownerId: theirs?.id },
    );
    expect(textOf(await scan('crm duplicates', lan))).toContain('No duplicates');
    expect(groups(await scan())).toEqual(['L-1 L-2']);
  });
});

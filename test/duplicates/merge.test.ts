import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { references } from '../../src/crm/duplicates/references.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('merging', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  const actionsOf = (card: Card): Action[] =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  async function press(card: Card, label: string | RegExp, person = admin) {
    const action = actionsOf(card).find((one) => one.label.match(label));
    if (!action) throw new Error(`no «${label}» among ${actionsOf(card).map((one) => one.label)}`);
    return acme.say(person, { command: action.command, wire: action.wire });
  }
  const all = async (...lines: string[]) => {
    for (const line of lines) expect(await acme.say(admin, line), line).toMatchObject({ ok: 'done' });
  };
  const shown = async (line: string) => (await acme.say(admin, line)).card;

  /** Every table but the change log, the events and what a platform keeps, byte for byte. */
  async function everything(): Promise<string> {
    const tables = await acme.db.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('change', 'change_entry', 'seen_event', 'draft', '_prisma_migrations') ORDER BY 1`;
    const rows = tables.map(async ({ name }) => [
      name,
      await acme.db.$queryRawUnsafe(`SELECT t::text AS row FROM "${name}" t ORDER BY id`).catch(() => []),
    ]);
    return JSON.stringify(await Promise.all(rows), null, 1);
  }

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
  });

  it('knows everything that hangs on a record', async () => {
    const keys = await acme.db.$queryRaw<{ to: string; from: string; column: string }[]>`
      SELECT c.confrelid::regclass::text AS to, c.conrelid::regclass::text AS from, a.attname AS column
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid::regclass::text IN ('company', 'contact', 'lead')`;
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const known = Object.entries(references).flatMap(([to, list]) =>
      list.map(([from, column]) => `${to} ← ${snake(from)}.${snake(column)}`),
    );
    expect(keys.map(({ to, from, column }) => `${to} ← ${from}.${column}`).toSorted()).toEqual(
      known.toSorted(),
    );
  });

  /** Two of each kind, with contradictions, lists, gaps, and things that hang on the second. */
  const pairs: Record<string, string[]> = {
    company: [
      'field add company "Mã kho" customKind:text',
      'field add company "Ưu tiên" customKind:text',
      'company add "Thép Việt" phone:"028 3822 1234" tags:"vip, thép" region:Nam industry:Thép x1:K1 x2:A',
      'company add "Thep Viet JSC" phone:"0912 345 678 (kho)" tags:"THÉP, mới" region:Bắc employees:50 revenue:"1 tỷ" x2:B apart:C-1',
      'company add "Con của C-2" parent:C-2',
      'contact add "Bình" company:C-2 phone:"0987 000 111"',
      'lead add "Nam" source:website company:"Thep Viet JSC"',
      'deal add "Kho" 500tr company:C-2',
      'log note C-2 "gặp rồi"',
    ],
    contact: [
      'company add "Thép Việt"',
      'contact add "Trần Bình" phone:"0912 345 678" email:binh@a.vn interests:golf birthday:1/2/1980',
      'contact add "Tran Binh" phone:"0912 345 678, 0933 333 333" company:C-1 birthday:3/2/1980 interests:"Golf, cờ" apart:P-1',
      'deal add "Kho" 500tr contact:P-2',
      'log call P-2 "đã gọi"',
    ],
    lead: [
      'lead add "Lê Nam" source:website phone:"0912 345 678" employees:20',
      'lead add "Le Nam" source:referral phone:"0912 345 678" company:"Sao Mai" employees:30 note:"gấp" apart:L-1',
      'deal add "Kho" 500tr lead:L-2',
      'log meeting L-2 "gặp"',
    ],
  };

  it.each([
    ['company', 'C-1', 'C-2'],
    ['contact', 'P-1', 'P-2'],
    ['lead', 'L-1', 'L-2'],
  ] as const)(
    'a %s is one change, and its undo brings everything back as it was',
    async (kind, keep, other) => {
      await all(...(pairs[kind] as string[]));
      if (kind === 'lead')
        await acme.db.lead.update({
          where: { id: 2 },
          data: { externalId: 'X2', status: 'SQL', sqlAt: acme.clock.now() },
        });
      await acme.db.$executeRawUnsafe(`INSERT INTO activity (kind, text, at, ${kind}_id, created_at)
      SELECT 'CALL', 'call ' || i, now(), 2, now() FROM generate_series(1, 1000) i`);
      const before = await everything();
      const { card, ok } = await press(await shown(`crm merge ${keep} ${other}`), 'Merge');
      expect(ok).toBe('done');
      const merged = await everything();
      expect(merged).not.toBe(before);
      for (const [record, column] of references[kind])
        expect(
          await acme.db.$queryRawUnsafe(
            `SELECT id FROM "${record}" WHERE "${column.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)}" = 2`,
          ),
        ).toEqual([]);
      expect(await acme.db.change.count({ where: { command: 'crm.merge' } })).toBe(1);
      const undone = await press(card, 'Undo');
      expect(undone.ok).toBe('done');
      expect(await everything()).toBe(before);
      expect((await press(undone.card, 'Bring it back')).ok).toBe('done');
      expect(await everything()).toBe(merged);
    },
  );

  it('keeps what the kept one says, fills its gaps, unites lists, and takes over what was picked', async () => {
    await all(...(pairs.company as string[]));
    let card = await shown('crm merge C-1 C-2');
    expect(textOf(card)).toContain('Thep Viet JSC');
    card = (await press(card, /^Region: Bắc/)).card;
    card = (await press(card, /^Ưu tiên: B/)).card;
    card = (await press(card, /^Name: Thep/)).card;
    // Picked back.
    card = (await press(card, /^Name: Thép Việt/)).card;
    expect(textOf((await press(card, 'Merge')).card)).toContain('is now part of C-1');
    expect(await acme.db.company.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({
      name: 'Thép Việt',
      folded: 'thep viet',
      region: 'Bắc',
      industry: 'Thép',
      employees: 50,
      revenueCurrency: 'VND',
      phone: '+842838221234',
      phones: [{ value: '+84912345678', label: 'kho' }],
      tags: ['vip', 'thép', 'mới'],
      custom: { 1: 'K1', 2: 'B' },
    });
    expect(await acme.db.company.findUniqueOrThrow({ where: { id: 3 } })).toMatchObject({ parentId: 1 });
  });

  it('of leads keeps how far the further one is, and since when', async () => {
    await all(...(pairs.lead as string[]));
    const sqlAt = new Date('2026-11-01T00:00:00Z');
    await acme.db.lead.update({ where: { id: 2 }, data: { externalId: 'X2', status: 'SQL', sqlAt } });
    await acme.db.lead.update({
      where: { id: 1 },
      data: { status: 'DISQUALIFIED', reason: 'xa', disqualifiedAt: sqlAt },
    });
    await press(await shown('crm merge L-1 L-2'), 'Merge');
    const lead = await acme.db.lead.findUniqueOrThrow({ where: { id: 1 } });
    expect(lead).toMatchObject({
      externalId: 'X2',
      status: 'SQL',
      sqlAt,
      reason: null,
      disqualifiedAt: null,
    });
    expect(lead).toMatchObject({ companyName: 'Sao Mai', employees: 20, source: 'website', note: 'gấp' });
  });

  it('is taken back by whoever did it, whosever deals went along', async () => {
    const lan = await acme.member('Lan', 'rep', 'North');
    const minh = await acme.member('Minh', 'rep', 'South');
    await acme.say(lan, 'company add "Thép Việt"');
    await acme.say(lan, 'company add "Sao Mai"');
    await acme.say(minh, 'deal add Kho 5tr company:C-2');
    const before = await everything();
    const asked = await acme.say(lan, 'crm merge C-1 C-2');
    const merged = await press(asked.card, 'Merge', lan);
    expect(textOf((await acme.say(lan, 'deal show 1')).card)).toContain('found nothing');
    expect((await press(merged.card, 'Undo', lan)).ok).toBe('done');
    expect(await everything()).toBe(before);
  });

  it('keeps of both whom somebody said that they are not, lead or contact, until it is undone', async () => {
    await all('contact add A1', 'contact add B1', 'lead add C1 source:website', 'lead add D1 source:website');
    await all('crm distinct L-1 P-2', 'crm distinct P-2 L-2', 'crm distinct P-1 L-2', 'crm distinct P-1 P-2');
    const apart = async () =>
      (await acme.db.distinctPair.findMany()).map(({ record, a, b }) => `${record} ${a} ${b}`).toSorted();
    const before = await apart();
    expect(before).toEqual(['contact 1 2', 'lead contact 1 2', 'lead contact 2 1', 'lead contact 2 2']);
    await press(await shown('crm merge P-1 P-2'), 'Merge');
    expect(await apart()).toEqual(['lead contact 1 1', 'lead contact 2 1']);
    await press(await shown('crm merge L-2 L-1'), 'Merge');
    expect(await apart()).toEqual(['lead contact 2 1']);
    await all('undo', 'undo');
    expect(await apart()).toEqual(before);
  });

  it('leads from the old number to the kept record, also after a second merge, until it is undone', async () => {
    await all('company add A1', 'company add B1', 'company add C1');
    await press(await shown('crm merge C-2 C-1'), 'Merge');
    await press(await shown('crm merge C-3 C-2'), 'Merge');
    expect(textOf(await shown('company show C-1'))).toContain('C-1 was merged into C-3');
    await all('log note C-1 "vẫn tới nơi"', 'deal add Kho 5tr company:C-2');
    expect(await acme.db.deal.findFirstOrThrow()).toMatchObject({ companyId: 3 });
    for (const line of ['find C-1', 'find C-2'])
      expect(textOf(await shown(line))).toMatch(/C-3.*C1 – was C-[12]/);
    expect((await acme.say(admin, 'crm merge C-3 C-1')).ok).toBe('refused');
  });

  it('is refused when somebody has changed one of the two since', async () => {
    await all('company add A1', 'company add B1');
    const card = await shown('crm merge C-1 C-2');
    await all('company edit C-2 region:Nam');
    const answer = await press(card, 'Merge');
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toContain('Somebody has changed');
    expect(await acme.db.company.count()).toBe(2);
  });

  it('is refused for records of two kinds, one record, and a company under itself', async () => {
    await all('company add A1', 'company add B1 parent:C-1', 'company add C1 parent:C-2', 'contact add Bình');
    const said = async (line: string) => textOf((await acme.say(admin, line)).card);
    expect(await said('crm merge C-1 P-1')).toContain('two records of one kind');
    expect(await said('crm merge C-1 C-1')).toContain('one and the same');
    expect(textOf((await press(await shown('crm merge C-3 C-1'), 'Merge')).card)).toContain('under itself');
    // Mother and daughter become one.
    await press(await shown('crm merge C-2 C-1'), 'Merge');
    const above = async () =>
      (await acme.db.company.findMany({ orderBy: { id: 'asc' } })).map(({ id, parentId }) => [id, parentId]);
    expect(await above()).toEqual([
      [2, null],
      [3, 2],
    ]);
    await all('undo');
    expect(await above()).toEqual([
      [1, null],
      [2, 1],
      [3, 2],
    ]);
  });

  it('is for who may change both, and nobody is told of what they may not see', async () => {
    const lan = await acme.member('Lan', 'rep', 'North');
    const minh = await acme.member('Minh', 'rep', 'South');
    await acme.say(lan, 'lead add "Nam" source:website');
    await acme.say(minh, 'lead add "Le" source:website');
    await acme.member('Tú', 'rep', 'North');
    await all('lead add "Hai" source:website owner:Tú');
    const said = async (line: string) => textOf((await acme.say(lan, line)).card);
    expect(await said('crm merge L-1 L-3')).toContain('belongs to somebody else');
    expect(await said('crm merge L-1 L-2')).toContain('found nothing');
    const wire = { keep: 'L-1', other: 'L-3', seen: '99' };
    expect((await acme.say(lan, { command: 'crm.merge', wire })).ok).toBe('refused');
    expect(await acme.db.lead.count()).toBe(3);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, HandClock, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('what one may not see does not exist', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let boss: Person;

  // Everything of the other team says Zeta; company and contact are everybody's.
  beforeAll(async () => {
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', 'North');
    const other = await acme.member('Khoa', 'rep', 'South');
    boss = await acme.member('Hoa', 'manager');
    for (const line of [
      'company add "Thép Việt"',
      'contact add "Trần Bình" company:C-1 email:binh@thep.vn',
      'lead add "Zeta Nam" source:website company:"Thép Việt" phone:"0912 345 678" email:Nam@zeta.vn',
      'deal add "Zeta kho" 731tr company:C-1 contact:P-1 lead:L-1',
      'deal add "Zeta xưởng" 732tr company:C-1 contact:P-1',
      'log call D-1 "Zeta nói giá"',
      'log note L-1 "Zeta muốn mua"',
      'deal move 1 negotiation reason:"Zeta gật"',
      'deal won 2 reason:"Zeta ký"',
    ])
      expect(await acme.say(other, line), line).toMatchObject({ ok: 'done' });
    await acme.say(lan, 'deal add "Kho nhỏ" 5tr company:C-1 contact:P-1');
    // Linked by somebody who sees both.
    await acme.say(boss, 'deal add "Kho chung" 7tr owner:Lan lead:L-1 company:C-1');
    await acme.say(boss, 'log note C-1 "cho mọi người"');
  });

  const lines = [
    'company show 1',
    'contact show 1',
    'deal show 4',
    'deal show kho',
    'deal show 1',
    'deal won kho',
    'deal list',
    'deal list won',
    'deal list company:C-1',
    'deal list owner:Khoa',
    'lead list',
    'lead list owner:Khoa',
    'lead show 1',
    'lead show nam',
    'find kho',
    'find nam',
    'find nam@ZETA.vn',
    'find 0912345678',
    'find D-1',
    'find 1',
    'find thép',
    'log note kho "x"',
    'deal edit kho lead:1',
    'deal add Khác 5tr lead:L-1',
    'deal add Khác 5tr lead:nam',
    'me',
    'pipeline',
    'kpi',
    'kpi how revenue.won',
    'digest now',
    'undo 4',
    'undo 7',
  ];

  /** What the person gets, without what they said themselves. */
  async function heard(person: Person, line: string) {
    const got = await acme.ask(person, line);
    const { blocks, title } = got.kind === 'answer' ? got.answer.card : { blocks: [got], title: [] };
    return textOf(blocks) + textOf(title).replaceAll('nam@ZETA.vn', '');
  }

  it.each(lines)('“%s” tells a rep of another team nothing', async (line) => {
    const text = await heard(lan, line);
    expect(text).not.toMatch(/zeta|731|732|1,463|1\.463/i);
  });

  it('while a manager is told, so that these lines ask for something', async () => {
    const telling: string[] = [];
    for (const line of lines) if (/zeta/i.test(await heard(boss, line))) telling.push(line);
    const quiet = [
      'find thép',
      'deal list owner:Khoa',
      'deal edit kho lead:1',
      'me',
      'pipeline',
      'kpi',
      'undo 4',
      'undo 7',
    ];
    expect(lines.filter((line) => !telling.includes(line) && !quiet.includes(line))).toEqual([]);
  });

  it('counts no deal of another team on a shared company, and no entry in its timeline', async () => {
    const { card } = await acme.say(lan, 'company show 1');
    const tables = card.blocks.filter((block) => block.kind === 'table');
    expect(tables[0]?.rows.map((row) => textOf(row[1]))).toHaveLength(2);
    // Two deals opened and a note; nothing “earlier”.
    expect(textOf(card)).not.toContain('earlier');
    expect(textOf(card)).toContain('cho mọi người');
  });

  it('suggests nothing of another team in any field', async () => {
    const suggest = (
      person: Person,
      command: 'deal.show' | 'log.note' | 'deal.add',
      field: string,
      text: string,
    ) =>
      acme.chat.suggest({ person, place: { channel: 'x', private: true }, command, field, text, wire: {} });
    const asked = [
      ['deal.show', 'deal'],
      ['log.note', 'record'],
      ['deal.add', 'lead'],
    ] as const;
    for (const [command, field] of asked)
      for (const text of ['', 'zeta', '1', 'D-1', 'L-1', 'kho', 'nam']) {
        expect(textOf(await suggest(lan, command, field, text)), `${field} ${text}`).not.toMatch(/zeta/i);
        if (text === 'zeta') expect(textOf(await suggest(boss, command, field, text))).toMatch(/zeta/i);
      }
  });

  it('names nothing by a text without a visible character', async () => {
    const alone = await acme.member('Sơn', 'rep');
    await acme.say(alone, 'deal add Riêng 5tr');
    expect((await acme.say(alone, { command: 'deal.won', wire: { deal: '\u200f\u200b' } })).ok).toBe(
      'refused',
    );
  });
});

describe('a look into the past', () => {
  it('finds and counts nothing that came later', async () => {
    await database.truncate();
    const clock = new HandClock('2026-11-01T03:00:00Z');
    const acme = await company(database, { clock });
    const boss = await acme.member('Hoa', 'manager');
    await acme.db.member.updateMany({ data: { createdAt: clock.now() } });
    for (const line of [
      'company add Thép',
      'lead add Nam source:website',
      'deal add Một 5tr company:C-1 lead:L-1',
    ])
      await acme.say(boss, line);
    const past = clock.now();
    clock.pass(10);
    for (const line of [
      'contact add "Sau Bình" company:C-1 phone:"0912 345 678" email:sau@x.vn',
      'company add "Sau Sắt" phone:"0912 345 679" taxCode:0123456789',
      'lead add "Sau Vy" source:website phone:"0912 345 670" email:sau2@x.vn',
      'deal add "Sau Hai" 6tr company:C-1 contact:P-1 lead:L-1',
      'deal move 1 negotiation reason:Sau',
      'log note C-1 "Sau này"',
      'log note L-1 "Sau này"',
      'log note D-1 "Sau này"',
    ])
      expect(await acme.say(boss, line), line).toMatchObject({ ok: 'done' });
    await acme.db.member.create({
      data: { name: 'Sau Nga', folded: 'sau nga', createdAt: clock.now() },
    });
    const lines = [
      'company show 1',
      'lead show 1',
      'deal show 1',
      'deal list',
      'lead list',
      'contact show 1',
      'company show 2',
      'deal show 2',
      'find sau@x.vn',
      'find sau2@x.vn',
      'find 0912345678',
      'find 0912345679',
      'find 0123456789',
      'find sau',
      'crm users',
      'pipeline',
      'kpi period:2026',
      'digest now',
    ];
    const all = async () => {
      const texts: string[] = [];
      for (const line of lines) texts.push(`${line}: ${textOf((await acme.say(boss, line)).card.blocks)}`);
      return texts;
    };
    expect((await all()).filter((text) => text.includes('Sau '))).not.toHaveLength(0);
    clock.at = past;
    expect((await all()).filter((text) => text.includes('Sau '))).toEqual([]);
  });
});

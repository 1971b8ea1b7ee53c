import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { handedTo } from '../../src/commands/handed.ts';
import { Refusal } from '../../src/i18n/refusal.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('an export asked for in the chat', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let rep: Person;
  let other: Person;

  beforeAll(async () => {
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    rep = await acme.member('Lan Anh', 'rep', 'North');
    other = await acme.member('Minh', 'rep', 'South');
    const lines: [Person, string][] = [
      [rep, 'company add "Hoàng Long" industry:IT region:"Miền Nam" employees:120 tier:vip'],
      [other, 'company add "Thép Việt" industry:"Xây dựng" employees:1200'],
      [rep, 'contact add "Trần Thị Bình" company:"Hoàng Long" phone:"0987 654 321"'],
      [rep, 'deal add "Gia hạn" 1.2tỷ company:"Hoàng Long" source:website'],
      [rep, 'deal add "Kho" 500tr stage:negotiation'],
      [rep, 'deal add "Kho stage" 5tr stage:negotiation company:"Hoàng Long"'],
      [other, 'deal add "Xưởng" 9tr'],
      [rep, 'deal won 1'],
      [rep, 'lead add "Nam" source:website region:Nam employees:20'],
      [rep, 'lead add "Việt" source:referral industry:IT'],
      [other, 'lead add "Kín" source:website'],
      [rep, 'lead disqualify 2 "đã mua"'],
      [rep, 'segment add "Lớn" company size:>50'],
      [rep, 'segment add "Đang mở" deal stage:open'],
      [rep, 'segment add "Ngành" company industry:IT'],
    ];
    for (const [person, line] of lines)
      expect(await acme.say(person, line), line).toMatchObject({ ok: 'done' });
    for (let i = 0; i < 12; i++)
      await acme.db.company.create({
        data: { name: `Trang ${i}`, folded: `trang ${i}`, tags: ['trang'], createdAt: acme.clock.now() },
      });
  });

  /** The file that a card names, as a person gets it. */
  async function fileOf(card: Card, person: Person): Promise<Record<string, string>[]> {
    const file = card.blocks.find((block) => block.kind === 'file');
    if (file?.kind !== 'file') throw new Error(`no file in ${textOf(card)}`);
    let text = '';
    for await (const piece of await handedTo(acme.org, person, file)) text += piece;
    return parse(text, { bom: true, columns: true });
  }

  async function exportedBy(card: Card, person: Person) {
    const all = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    const button = all.find(({ command }) => command === 'export');
    if (!button) throw new Error(`no button in ${textOf(card)}`);
    return acme.say(person, { command: button.command, wire: button.wire });
  }

  it.each([
    'deal list',
    'deal list won',
    'deal list negotiation',
    'deal list filter:"amount:>1tr"',
    'deal list filter:kho',
    'deal list negotiation filter:"stage"',
    'deal list negotiation company:"Hoàng Long" owner:me',
    'lead list',
    'lead list "this month"',
    'lead list status:new source:website owner:me',
    'lead list status:disqualified filter:"việt industry:IT"',
    'company list',
    'company list tag:trang',
    'company list hoàng -tier:none',
    'contact list cty:hoàng',
    'segment show "Lớn"',
    'segment show "Đang mở"',
  ])('has by the button of %s what is listed there, all pages of it, and no more', async (line) => {
    const { card } = await acme.say(rep, line);
    const total = Number(/\d+/.exec(textOf(card.title).replace(/.* · /, ''))?.[0] ?? 0);
    const answer = await exportedBy(card, rep);
    expect(answer).toMatchObject({ ok: 'done', visibility: 'private' });
    const ids = (await fileOf(answer.card, rep)).map(({ id }) => Number(id));
    expect(ids).toHaveLength(total);
    const table = card.blocks.find((block) => block.kind === 'table');
    const listed =
      table?.kind === 'table' ? table.rows.map(([id]) => Number(textOf(id).match(/\d+/)?.[0])) : [];
    expect(ids).toEqual(expect.arrayContaining(listed));
  });

  it('holds what fits a segment and a filter both, also where one text of both would say something else', async () => {
    const { card } = await acme.say(rep, 'export companies segment:"Ngành" hoàng');
    expect((await fileOf(card, rep)).map(({ name }) => name)).toEqual(['Hoàng Long']);
    const none = await acme.say(rep, 'export companies segment:"Ngành" thép');
    expect(none.card).toEqual({ title: ['Nothing here to export.'], blocks: [] });
  });

  it('is asked for by the kind in either language, singular or plural, and by a form where none was said', async () => {
    for (const kind of ['companies', 'company', 'công ty', 'Cong ty'])
      expect(textOf((await acme.say(rep, `export "${kind}" hoàng`)).card), kind).toContain('1 company');
    expect(await acme.ask(rep, 'export')).toMatchObject({ kind: 'ask', form: { command: 'export' } });
  });

  it.each([
    ['export companies onwer:me', 'Did you mean “owner”?'],
    ['export leads segment:"Lớn"', 'The segment “Lớn” holds no leads.'],
    ['export companies segment:Nope', 'found nothing'],
  ])('%s is refused with one sentence, in private', async (line, sentence) => {
    const answer = await acme.say(rep, line);
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toContain(sentence);
  });

  it('has nothing in it that its reader may not see, whoever asked for it', async () => {
    const { card } = await acme.say(admin, 'export leads');
    expect(textOf(card)).toContain('3 leads');
    const names = async (person: Person) => (await fileOf(card, person)).map(({ name }) => name);
    expect(await names(admin)).toEqual(['Nam', 'Việt', 'Kín']);
    expect(await names(rep)).toEqual(['Nam', 'Việt']);
    expect(textOf((await acme.say(rep, 'export leads')).card)).toContain('2 leads');
    expect(await names(other)).toEqual(['Kín']);
  });

  it('is made with the rights of the moment: none for who is not let in, was ended, or sees none of the kind', async () => {
    const { card } = await acme.say(rep, 'export deals');
    const stranger: Person = { platform: 'slack', userId: 'U9', name: 'New', full: true };
    await expect(fileOf(card, stranger)).rejects.toThrow(Refusal);
    const ended = await acme.member('Nga', 'manager');
    expect(await fileOf(card, ended)).toHaveLength(4);
    await acme.db.member.updateMany({ where: { name: 'Nga' }, data: { active: false } });
    await expect(fileOf(card, ended)).rejects.toThrow(Refusal);
  });
});

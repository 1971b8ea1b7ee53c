import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('what customers owe', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let admin: Person;
  const card = async (line: string, person = lan) => (await acme.say(person, line)).card;
  const late = 'Overdue receivable: 150,000,000 ₫, 17 days late';
  const first = ({ blocks: [block] }: Card) => (block?.kind === 'text' ? textOf(block.text) : '');

  // It is 18 November in Vietnam.
  beforeAll(async () => {
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    lan = await acme.member('Lan', 'rep', 'North');
    for (const line of [
      'company add "Thép Việt" công nợ:150tr hạn công nợ:1/11/2026',
      'company add "Hoàng Long" receivable:$12k receivable due:30/11',
      'company add "Sao Mai" receivable:90tr',
      'company add "Sạch" receivable:0 receivableDue:1/11/2026',
      'deal add "Kho thép" 1tỷ company:C-1',
      'deal add "Xưởng thép" 1tỷ company:C-1',
      'deal add "Kho Hoàng Long" 1tỷ company:C-2',
    ])
      expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
  });

  it('is said first where it is overdue: on the card of the company and of its open deals', async () => {
    for (const line of ['company show 1', 'deal show 1']) {
      const shown = await card(line);
      expect(first(shown).replaceAll('\u00a0', ' '), line).toContain(late);
      expect(shown.tone, line).toBe('warn');
    }
    await acme.say(lan, 'deal won 2');
    for (const line of ['deal show 2', 'deal show 3', 'company show 2', 'company show 3', 'company show 4'])
      expect(textOf(await card(line)), line).not.toContain('Overdue');
    expect(textOf(await card('company show 2'))).toContain('"Receivable due","value":["30 Nov 2026"]');
  });

  it('is late from the day after it is due, by the clock of the organisation', async () => {
    await acme.say(lan, 'company edit 3 receivable due:18/11/2026');
    // The 18th in Vietnam is over at 17:00 UTC.
    const { at } = acme.clock;
    acme.clock.at = new Date('2026-11-18T16:59:00Z');
    expect(textOf(await card('company show 3'))).not.toContain('Overdue');
    acme.clock.at = new Date('2026-11-18T17:00:00Z');
    expect(first(await card('company show 3'))).toContain('1 day late');
    acme.clock.at = at;
    await acme.say(lan, 'undo');
  });

  it.each([
    ['company list receivable:>100tr', 'C-1'],
    ['company list công nợ:>$10k', 'C-2'],
    ['company list receivable due:<today', 'C-1 C-4'],
    ['company list receivable:>0 "hạn công nợ":<hôm nay', 'C-1'],
    ['company list receivable:none', ''],
    ['company list -nợ:none hạn-nợ:none', 'C-3'],
  ])('is found by “%s”', async (line, found) => {
    const ids = textOf(await card(line)).match(/C-\d/g) ?? [];
    expect([...new Set(ids)].toSorted().join(' ')).toBe(found);
  });

  it('is changed and paid off with a way back, and refused in one sentence where it is no amount', async () => {
    const paid = await acme.say(lan, { command: 'company.edit', wire: { company: 'C-1', receivable: '' } });
    expect(textOf(paid.card)).not.toContain('Overdue');
    await acme.say(lan, 'undo');
    expect(textOf(await card('company show 1'))).toContain('Overdue');
    const count = await acme.db.change.count();
    expect(await acme.ask(lan, 'company edit 1 receivable:"vài triệu"')).toMatchObject({ kind: 'ask' });
    expect(await acme.db.change.count()).toBe(count);
  });

  it('may be due in the past: a day without its year that was within half a year is asked about, not guessed', async () => {
    const due = async (said: string) => {
      const got = await acme.ask(lan, `company edit 3 receivable due:${said}`);
      if (got.kind === 'ask') return got.form.fields.find(({ name }) => name === 'receivableDue')?.error;
      if (got.kind === 'refuse') throw new Error(textOf(got.card));
      const { receivableDue } = await acme.db.company.findUniqueOrThrow({ where: { id: 3 } });
      return receivableDue?.toISOString().slice(0, 10);
    };
    expect(await due('1/11')).toBe('“1/11” may be 1 Nov 2026 or 1 Nov 2027; please write the date.');
    expect(await due('19/5')).toContain('19 May 2026 or 19 May 2027');
    expect(await due('18/5')).toBe('2027-05-18');
    expect(await due('30/11')).toBe('2026-11-30');
    expect(await due('1/11/2026')).toBe('2026-11-01');
    expect(await due('thứ 6')).toBe('2026-11-20');
  });

  it('of a company that is out of sight is told on no deal', async () => {
    await acme.say(admin, 'crm permit rep company sees:own changes:own');
    await acme.db.company.update({ where: { id: 1 }, data: { ownerId: 1 } });
    expect(textOf(await card('deal show 1'))).not.toMatch(/Overdue|150/);
    expect(textOf(await card('deal show 1', admin))).toContain('Overdue');
  });
});

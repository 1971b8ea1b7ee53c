import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();

describe('deals by what they need', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let boss: Person;
  let lan: Person;
  let minh: Person;

  /** What is listed, by number, and whether the title counts as many. */
  async function listed(person: Person, line: string): Promise<string[]> {
    const { ok, card } = await acme.say(person, line);
    expect([line, ok]).toEqual([line, 'done']);
    const table = card.blocks.find((block) => block.kind === 'table');
    const ids = table?.kind === 'table' ? table.rows.map(([id]) => String(id)) : [];
    if (ids.length) expect(textOf(card.title)).toContain(`${ids.length} `);
    return ids.sort();
  }

  beforeAll(async () => {
    acme = await company(database);
    boss = await acme.member('Bảo', 'manager');
    lan = await acme.member('Lan', 'rep', 'North');
    minh = await acme.member('Minh', 'rep', 'South');
    const lines: [Person, string][] = [
      [lan, 'deal add "Kho" 500tr close:27/11'], // its day will pass, and it is called then
      [lan, 'deal add "Xưởng" 300tr'], // nobody will touch it
      [minh, 'deal add "App" 200tr'], // nor this one, of another team
      [lan, 'deal add "Thẻ" 100tr close:27/11'], // won before
      [minh, 'deal add "Web" 50tr'], // nobody's in the end, but looked after
    ];
    for (const [person, line] of lines)
      expect(await acme.say(person, line), line).toMatchObject({ ok: 'done' });
    await acme.say(lan, 'deal won D-4');
    acme.clock.pass(21);
    await acme.say(lan, 'log call D-1 "Hẹn lại"');
    await acme.say(minh, 'log call D-5 "Hẹn lại"');
    await acme.db.deal.update({ where: { id: 5 }, data: { ownerId: null } });
  });

  it.each([
    ['deal list overdue', ['D-1']],
    ['deal list quá hạn', ['D-1']],
    ['deal list needs:stale', ['D-2', 'D-3']],
    ['deal list nguoi', ['D-2', 'D-3']],
    ['deal list needs:"im lâu" amount:>250tr', ['D-2']],
    ['deal list no owner', ['D-5']],
    ['deal list cần:quá-hạn,vô-chủ', ['D-1', 'D-5']],
    ['deal list -needs:overdue,stale,no_owner', ['D-4']],
  ])('%s', async (line, ids) => {
    expect(await listed(boss, line)).toEqual(ids);
  });

  it('shows those that the asker sees, and what is called so by its title', async () => {
    expect(await listed(lan, 'deal list stale')).toEqual(['D-2']);
    expect(await listed(minh, 'deal list overdue')).toEqual([]);
    expect(textOf((await acme.say(minh, 'deal list overdue')).card.title)).toContain('No deals here');
    await acme.say(lan, 'deal add "Quang Vĩnh – lô hàng quá hạn" 1tr');
    expect(await listed(lan, 'deal list quá hạn')).toEqual(['D-1']);
    expect(await listed(lan, 'deal list title:"quá hạn"')).toEqual(['D-6']);
    await acme.say(lan, 'undo');
  });

  it('says of those that were left alone when they were touched last, as a segment of them does', async () => {
    await acme.say(boss, 'segment add "Nguội" deal needs:stale');
    for (const line of ['deal list stale', 'segment show Nguội']) {
      const { card } = await acme.say(boss, line);
      expect(textOf(card)).toContain('"label":"Last touch"');
      expect(textOf(card)).toContain('[{"moment":"2026-11-18T03:00:00.000Z","style":"day"}]');
    }
    expect(textOf((await acme.say(boss, 'deal list overdue')).card)).toContain('"label":"Expected close"');
  });

  it('can be kept as a segment, which counts as the digest does', async () => {
    await acme.say(boss, 'segment add "Bỏ quên" deal needs:stale');
    expect(textOf((await acme.say(boss, 'segment list')).card)).toContain('["needs:stale"],["2"]');
    expect(textOf((await acme.say(boss, 'digest now')).card)).toContain('Quiet for too long (2)');
    await acme.say(boss, 'log call D-2 "Gọi lại"');
    expect(textOf((await acme.say(boss, 'segment list')).card)).toContain('["needs:stale"],["1"]');
    expect(textOf((await acme.say(boss, 'digest now')).card)).toContain('Quiet for too long (1)');
  });

  it('takes no other needs, and no more or less of them', async () => {
    for (const wrong of ['needs:love', 'needs:none', 'needs:>stale']) {
      const { ok, card } = await acme.say(boss, `deal list ${wrong}`);
      expect([wrong, ok]).toEqual([wrong, 'refused']);
      expect(textOf(card)).toMatch(/overdue, quiet for too long, no owner|no more or less/);
    }
  });

  it('opens from a digest that names but some of them', async () => {
    for (let i = 0; i < 6; i++) await acme.say(minh, `deal add "Muộn ${i}" 1tr close:11/12`);
    acme.clock.pass(14);
    const { card } = await acme.say(boss, 'digest now');
    const button = card.blocks
      .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      .find(({ label }) => String(label).startsWith('Expected close has passed'));
    if (!button) throw new Error(textOf(card));
    expect(button.label).toBe('Expected close has passed (7)');
    const { card: list } = await acme.say(boss, button);
    expect(textOf(list.title)).toContain('7 deals');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, HandClock, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the card of a record before a call', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let clock: HandClock;

  beforeEach(async () => {
    await database.truncate();
    clock = new HandClock('2026-11-18T03:00:00Z');
    acme = await company(database, { clock });
    lan = await acme.member('Lan', 'manager');
  });

  async function say(...lines: string[]) {
    for (const line of lines) {
      const { ok, card } = await acme.say(lan, line);
      expect(ok, `${line}: ${textOf(card)}`).toBe('done');
      clock.at = new Date(clock.at.getTime() + 60_000);
    }
  }

  const words = (text: unknown) =>
    (text as (string | { bold?: string })[])
      .map((span) => (typeof span === 'string' ? span : (span.bold ?? '')))
      .join('');
  /** The lines of a timeline without their moments. */
  const told = (card: Card) =>
    card.blocks.flatMap((block) =>
      block.kind === 'text' && 'moment' in (block.text[0] as object)
        ? [words(block.text.slice(1)).slice(3)]
        : [],
    );
  const header = (card: Card) =>
    card.blocks.flatMap((block) =>
      block.kind === 'text' && words(block.text).startsWith('Timeline') ? [words(block.text)] : [],
    );
  const facts = (card: Card) =>
    Object.fromEntries(
      card.blocks
        .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
        .map((f) => [f.label, f.value]),
    );
  const buttons = (card: Card) =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const show = async (line: string) => (await acme.say(lan, line)).card;
  const press = async (card: Card, label: string) => {
    const action = buttons(card).find((one) => one.label === label) as Action;
    expect(action, `${label}: ${buttons(card).map((one) => one.label)}`).toBeDefined();
    return (await acme.say(lan, { command: action.command, wire: action.wire })).card;
  };

  it('tells who was put in charge of what, but for what was taken back', async () => {
    await acme.member('Minh', 'rep');
    await acme.member('Huy', 'rep');
    await say('company add Acme', 'deal add Kho 5tr company:Acme owner:Minh', 'deal edit 1 owner:Huy');
    await say('company edit 1 owner:Huy', 'undo', 'company edit 1 owner:Minh');
    expect(told(await show('company show 1')).filter((line) => !line.includes('entered'))).toEqual([
      'Kho: handed over from Minh to Huy',
      'handed over from Lan to Minh',
    ]);
    expect(told(await show('deal show 1'))).toContain('handed over from Minh to Huy');
    expect(facts(await show('company show 1'))).not.toHaveProperty('Last touch');
    const last = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await say(`undo ${last.id}`, `undo ${last.id + 1}`);
    expect(told(await show('company show 1')), 'brought back').toContain('handed over from Lan to Minh');
  });

  it('tells of a company what happened with its people, leads and deals, oldest first', async () => {
    await say(
      'company add Thép',
      'contact add Bình company:C-1',
      'lead add Nam source:website company:Thép',
      'log call L-1 "hỏi giá" direction:in duration:5',
      'deal add Kho 5tr company:C-1 close:31/12/2026',
      'deal add Xưởng 6tr company:C-1 close:1/12/2026',
      'log email P-1 "gửi báo giá"',
      'deal move D-1 negotiation reason:"gật đầu"',
      'log note C-1 "thích màu xanh"',
      'deal lost D-2 reason:"giá cao"',
    );
    const card = await show('company show 1');
    expect(told(card)).toEqual([
      'Nam: lead: New',
      'Incoming call (Nam): hỏi giá (5 min, Lan)',
      'Kho: entered New lead',
      'Xưởng: entered New lead',
      'E-mail (Bình): gửi báo giá (Lan)',
      'Kho: entered Negotiation (gật đầu)',
      'Note: thích màu xanh (Lan)',
      'Xưởng: entered Lost (giá cao)',
    ]);
    expect(header(card)).toEqual(['Timeline · 8 entries']);
    expect(facts(card)['Last touch']).toEqual([{ moment: '2026-11-18T03:08:00.000Z', style: 'both' }]);
    // The lost one is expected no more.
    expect(facts(card).Next).toEqual(['D-1 Kho: expected to close on 31 Dec 2026']);
    expect(told(await show('company show 1 order:newest'))).toEqual(told(card).toReversed());
  });

  it('goes back and forth through all that there is, each thing once, in either order', async () => {
    await say('company add Thép');
    const notes = Array.from({ length: 20 }, (_, n) => `lần ${n + 1}`);
    await say(...notes.map((note) => `log note C-1 "${note}"`));
    const expected = notes.map((note) => `Note: ${note} (Lan)`);
    const first = await show('company show 1');
    expect(told(first)).toEqual(expected.slice(12));
    expect(header(first)).toEqual(['Timeline · 13 to 20 of 20 entries']);
    const second = await press(first, 'Earlier (12)');
    expect(told(second)).toEqual(expected.slice(4, 12));
    expect(header(second)).toEqual(['Timeline · 5 to 12 of 20 entries']);
    const third = await press(second, 'Earlier (4)');
    expect(told(third)).toEqual(expected.slice(0, 4));
    expect(buttons(third).map(({ label }) => label)).not.toContain('Earlier (0)');
    expect(told(await press(third, 'Later (16)'))).toEqual(told(second));
    const flipped = await press(second, 'Newest first');
    expect(told(flipped)).toEqual(expected.slice(12).toReversed());
    expect(told(await press(flipped, 'Earlier (12)'))).toEqual(told(second).toReversed());
    for (const { replace, label } of buttons(second).filter(({ command }) => command === 'company.show'))
      expect(replace, label).toBe(true);
  });

  it('tells of a contact the history of the lead that they were', async () => {
    await say(
      'lead add Nam source:website',
      'log call L-1 "hỏi giá"',
      'contact add Nam',
      'log call P-1 "hẹn gặp"',
    );
    await acme.db.lead.update({
      where: { id: 1 },
      data: {
        contactId: 1,
        status: 'CONVERTED',
        sqlAt: clock.now(),
        mqlAt: clock.now(),
        convertedAt: clock.now(),
      },
    });
    clock.pass(1);
    const card = await show('contact show 1');
    expect(told(card)).toEqual([
      'Nam: lead: New',
      'Call (Nam): hỏi giá (Lan)',
      'Call: hẹn gặp (Lan)',
      'Nam: lead: Converted',
    ]);
    expect(told(await show('lead show 1'))).toEqual(['lead: New', 'Call: hỏi giá (Lan)', 'lead: Converted']);
  });

  it('tells nobody of what they may not see, neither as a line nor as a number', async () => {
    await say(
      'company add Thép',
      'contact add Bình company:C-1',
      'lead add Zeta source:website company:Thép',
      'deal add "Zeta kho" 5tr company:C-1 close:31/12/2026',
      'log note D-1 Zeta',
      'log note L-1 Zeta',
      'log note C-1 chung',
    );
    // Logged on the company and on a deal at once.
    await acme.db.activity.updateMany({ where: { text: 'chung' }, data: { dealId: 1 } });
    const rep = await acme.member('Sơn', 'rep');
    const { card } = await acme.say(rep, 'company show 1');
    expect(textOf(card)).not.toContain('Zeta');
    expect(told(card)).toEqual(['Note: chung (Lan)']);
    expect(header(card)).toEqual(['Timeline · 1 entry']);
    expect(facts(card).Next).toBeUndefined();
  });

  it('keeps who sees it when its pages are turned', async () => {
    await say('company add Thép', ...Array.from({ length: 9 }, (_, n) => `log note C-1 "lần ${n}"`));
    const shared = buttons(await show('company show 1 share:channel')).find(
      ({ label }) => label === 'Earlier (1)',
    );
    expect(shared?.wire).toMatchObject({ share: 'channel' });
  });
});

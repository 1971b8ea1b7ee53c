import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { forget } from '../../src/inbox/recover.ts';
import { buttonOf, dropping, textOf } from './dropping.ts';

const desk = await dropping();
let hoa: Person;
beforeEach(async () => {
  await desk.reset();
  hoa = await desk.acme.member('Hoa', 'manager');
});

const csv = 'name,industry\nA,IT\nB,IT\n';

describe('a file is imported once', () => {
  it('however often the button is pressed, also at once', async () => {
    const look = await desk.drop(hoa, 'x.csv', csv);
    const button = buttonOf(look, 'Import');
    const answers = await Promise.all([1, 2, 3].map(() => desk.acme.say(hoa, button)));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual(['done', 'refused', 'refused']);
    expect(textOf(await desk.acme.say(hoa, button))).toContain('imported already, as change');
    expect(await desk.db.company.count()).toBe(2);
    expect(await desk.db.change.count()).toBe(1);
  });

  it('and kept once, when its invocation is taken up again', async () => {
    desk.files.set('F', Buffer.from(csv));
    const said = { command: 'import.file', wire: { file: 'F', name: 'x.csv', size: '9' } };
    const got = await desk.acme.ask(hoa, said);
    if (got.kind !== 'answer') throw new Error('not answered');
    const again = await desk.acme.chat.handle(got.invocation, true);
    expect(again.card).toEqual(got.answer.card);
    expect(await desk.db.upload.count()).toBe(1);
  });

  it('and only as the card with the button shows it', async () => {
    const look = await desk.drop(hoa, 'x.csv', csv);
    const wire = { upload: '1', kind: 'products', map: 'name = name' };
    const other = (await desk.acme.say(hoa, { command: 'import.columns', wire })).card;
    expect(textOf(await desk.press(hoa, look, 'Import'))).toContain('was changed since');
    expect(await desk.db.company.count()).toBe(0);
    await desk.press(hoa, other, 'Import');
    expect(await desk.db.product.count()).toBe(2);
  });

  it('not at all once it was cancelled, or after a day', async () => {
    const look = await desk.drop(hoa, 'x.csv', csv);
    expect(textOf(await desk.press(hoa, look, 'Cancel'))).toContain('nothing was imported');
    expect((await desk.acme.say(hoa, buttonOf(look, 'Import'))).ok).toBe('refused');
    const second = await desk.drop(hoa, 'x.csv', csv);
    desk.acme.clock.pass(2);
    await forget(desk.db, desk.acme.clock);
    expect((await desk.acme.say(hoa, buttonOf(second, 'Import'))).ok).toBe('refused');
    expect(await desk.db.company.count()).toBe(0);
  });
});

describe('a long import', () => {
  it('tells how far it is, before its answer', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `Công ty ${i},IT`);
    const look = await desk.drop(hoa, 'dài.csv', ['name,industry', ...rows].join('\n'));
    const ran = await desk.press(hoa, look, 'Import');
    expect(textOf(ran)).toContain('2,500');
    const told = desk.shown.map(textOf);
    expect(told[0]).toContain('Importing dài.csv: 2,500 rows…');
    expect(told[1]).toContain('1,000 of 2,500 rows written');
    expect(told).toHaveLength(3);
  });
});

describe('the journal', () => {
  it('tells who imported what, and takes it back', async () => {
    await desk.press(hoa, await desk.drop(hoa, 'khách.csv', `${csv}A,IT\n`), 'Import');
    const list = (await desk.acme.say(hoa, 'import list')).card;
    expect(textOf(list)).toContain('Hoa');
    expect(textOf(list)).toContain('khách.csv');
    expect(textOf(list)).toContain('2 / 0 / 1');
    await desk.press(hoa, list, 'Undo 1');
    expect(await desk.db.company.count()).toBe(0);
    const after = (await desk.acme.say(hoa, 'nhập danh sách')).card;
    expect(textOf(after)).toContain('undone');
    expect(textOf(after)).not.toContain('Undo 1');
  });
});

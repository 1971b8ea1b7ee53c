import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { wholeFile } from '../../src/chat/file.ts';
import type { Person } from '../../src/chat/platform.ts';
import { translator } from '../../src/i18n/index.ts';
import { forget } from '../../src/inbox/recover.ts';
import { render } from '../../src/platforms/terminal/render.ts';
import { actionsOf, buttonOf, dropping, textOf } from './dropping.ts';

const desk = await dropping();
let hoa: Person;
beforeEach(async () => {
  await desk.reset();
  hoa = await desk.acme.member('Hoa', 'manager');
});

const button = 'Rejected rows (CSV)';
const csv = 'name;industry;parent;Ghi chú\nSao Mai;IT;;"a;b"\nThép Việt;IT;Nơi lạ;=1+1\nLệch;IT;;x;thừa\n';
const labels = (card: Card) => actionsOf(card).map(({ label }) => label);
const rowsOf = (text: string): string[][] =>
  parse(text, { bom: true, delimiter: ';', relax_column_count: true });

/** The answers to a dry run and to the import after it. */
async function tried(text = csv) {
  const checked = await desk.press(hoa, await desk.drop(hoa, 'khách.csv', text), 'Dry run');
  return { checked, run: () => desk.press(hoa, checked, 'Import') };
}

describe('the rows that an import leaves out', () => {
  it('are handed over by a button of the dry run, as they were and with their reasons, for Excel as it wrote them', async () => {
    const { checked } = await tried();
    const card = await desk.press(hoa, checked, button);
    expect(textOf(card)).toContain('khách.csv: 2 rows not imported');
    expect(card.blocks.at(-1)).toMatchObject({ kind: 'file', name: 'rejected-rows-2026-11-18.csv' });
    const text = await desk.fileFor(hoa, card);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(rowsOf(text)).toEqual([
      ['Row in the file', 'Why not imported', 'name', 'industry', 'parent', 'Ghi chú'],
      ['3', 'parent: we have no “Nơi lạ”', 'Thép Việt', 'IT', 'Nơi lạ', "'=1+1"],
      ['4', 'it has 5 cells where the header has 4', 'Lệch', 'IT', '', 'x', 'thừa'],
    ]);
  });

  it('mended and dropped again are imported; those that are not mended come back with one reason', async () => {
    const { run, checked } = await tried();
    await run();
    const file = await desk.fileFor(hoa, await desk.press(hoa, checked, button));
    const again = await tried(file.replace('Nơi lạ;', 'Sao Mai;'));
    const left = rowsOf(await desk.fileFor(hoa, await desk.press(hoa, again.checked, button)));
    expect(left.map((row) => row[2])).toEqual(['name', 'Lệch']);
    expect(left[0]).toHaveLength(6);
    await again.run();
    const names = (await desk.db.company.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name);
    expect(names).toEqual(['Sao Mai', 'Thép Việt']);
  });

  it('are those of the import on its result, also when it was undone or the same rows would be told otherwise now', async () => {
    await desk.acme.say(hoa, 'lead add Lan phone:0912345678 source:website');
    const { run } = await tried('name;phone;source\nLan Anh;0912345678;web\nMinh;0987654321;web\nVô;;\n');
    const ran = await run();
    expect(labels(ran)).toContain(button);
    const card = await desk.press(hoa, ran, button);
    const names = async () => rowsOf(await desk.fileFor(hoa, card)).map((row) => row[2]);
    expect(await names()).toEqual(['name', 'Lan Anh', 'Vô']);
    await desk.press(hoa, ran, 'Undo');
    await desk.acme.say(hoa, 'undo 1');
    expect(await desk.db.lead.count()).toBe(0);
    expect(await names()).toEqual(['name', 'Lan Anh', 'Vô']);
    expect(textOf(await desk.press(hoa, ran, button))).toContain('2 rows not imported');
  });

  it('are told in the reader’s language', async () => {
    await desk.acme.say(hoa, 'me language:vi');
    const look = await desk.drop(hoa, 'khách.csv', csv);
    const card = await desk.press(hoa, await desk.press(hoa, look, 'Chạy thử'), 'Tải dòng không nhập được');
    expect(card.blocks.at(-1)).toMatchObject({ name: 'dong-khong-nhap-duoc-2026-11-18.csv' });
    const [header, first] = rowsOf(await desk.fileFor(hoa, card));
    expect(header?.slice(0, 2)).toEqual(['Dòng trong tệp', 'Lý do không nhập được']);
    expect(first?.[1]).toBe('parent: chưa có “Nơi lạ”');
  });

  it('speak of a field that has no column by its name in that language, also where the file cannot be read yet', async () => {
    await desk.acme.say(hoa, 'me language:vi');
    const wire = (upload: string, kind: string) => ({ command: 'import.columns', wire: { upload, kind } });
    await desk.drop(hoa, 'khách.csv', 'Ngành;Vùng\nIT;Nam\n');
    const missing = textOf(await desk.acme.say(hoa, wire('1', 'companies')));
    expect(missing).toContain('Cột nào là Tên?');
    await desk.drop(hoa, 'lead.csv', 'name;phone\nLan;0912345678\n');
    const { card } = await desk.acme.say(hoa, wire('2', 'leads'));
    const checked = await desk.press(hoa, card, 'Chạy thử');
    expect(checked.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [[['2'], ['Nguồn'], [expect.any(String)]]],
    });
    const handed = await desk.press(hoa, checked, 'Tải dòng không nhập được');
    expect(rowsOf(await desk.fileFor(hoa, handed))[1]?.[1]).toMatch(/^Nguồn: /);
  });

  it('are worked out once for the card and its file, anew for the next card and when the file is read otherwise', async () => {
    const { checked } = await tried();
    const card = await desk.press(hoa, checked, button);
    await desk.acme.say(hoa, 'company add "Nơi lạ"');
    expect(rowsOf(await desk.fileFor(hoa, card)).map(([row]) => row)).toEqual(['Row in the file', '3', '4']);
    const next = await desk.press(hoa, checked, button);
    expect(textOf(next)).toContain('1 row not imported');
    expect(rowsOf(await desk.fileFor(hoa, next)).map(([row]) => row)).toEqual(['Row in the file', '4']);
    await desk.acme.say(hoa, { command: 'import.columns', wire: { upload: '1', map: 'note = parent' } });
    expect(await desk.db.upload.findFirstOrThrow()).toMatchObject({ edition: 1, rejected: null });
  });

  it('are kept for the first of very many, and the card says so', async () => {
    const many = Array.from(
      { length: 70_000 },
      (_, i) => `${i},Một nơi rất lạ mà không ai biết đến ở đâu cả`,
    );
    const { run } = await tried(['name,parent', 'Sao Mai,', ...many].join('\n'));
    const card = await desk.press(hoa, await run(), button);
    const kept = (await desk.db.upload.findFirstOrThrow()).rejected as unknown[];
    expect(kept.length).toBeLessThan(70_000);
    expect(textOf(card)).toContain('khách.csv: 70,000 rows not imported');
    expect(textOf(card)).toContain(`the file has the first ${kept.length.toLocaleString('en')}`);
    const rows: string[][] = parse(await desk.fileFor(hoa, card), { bom: true });
    expect(rows).toHaveLength(kept.length + 1);
    expect(rows[1]?.[0]).toBe('3');
  }, 60_000);

  it('are as many as there are, in one file with one header', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => `Chi nhánh ${i},Nơi lạ`);
    const { checked } = await tried(['name,parent', ...many].join('\n'));
    const text = await desk.fileFor(hoa, await desk.press(hoa, checked, button));
    const rows: string[][] = parse(text, { bom: true });
    expect(rows).toHaveLength(2501);
    const wanted = many.map((line, i) => [String(i + 2), line.split(',')[0]]);
    expect(rows.slice(1).map(([row, , name]) => [row, name])).toEqual(wanted);
  });

  it('have no button where there are none, and none are left once what they miss is there', async () => {
    const { checked } = await tried('name;industry\nSao Mai;IT\n');
    expect(labels(checked)).not.toContain(button);
    const other = (await tried('name;parent\nThép Việt;Nơi lạ\n')).checked;
    await desk.acme.say(hoa, 'company add "Nơi lạ"');
    const card = await desk.press(hoa, other, button);
    expect(card).toEqual({ title: ['No row of khách.csv is left out.'], blocks: [] });
  });
});

describe('who gets them', () => {
  it('is whoever dropped the file, as long as they may import, and nobody else', async () => {
    const { checked } = await tried();
    const card = await desk.press(hoa, checked, button);
    const bao = await desk.acme.member('Bảo', 'admin');
    expect((await desk.acme.say(bao, buttonOf(checked, button))).ok).toBe('refused');
    await expect(desk.fileFor(bao, card)).rejects.toMatchObject({ key: 'problem.import.gone' });
    const permission = { record: 'deal', sees: 'TEAM', changes: 'OWN' } as const;
    const { id } = await desk.db.permission.create({ data: { role: 'MANAGER', ...permission } });
    await expect(desk.fileFor(hoa, card)).rejects.toMatchObject({ key: 'problem.access.denied' });
    expect((await desk.acme.say(hoa, buttonOf(checked, button))).ok).toBe('refused');
    await desk.db.permission.delete({ where: { id } });
    const all = ['deal', 'lead', 'contact', 'company'] as const;
    for (const record of all)
      await desk.db.permission.create({ data: { role: 'REP', record, sees: 'ALL', changes: 'ALL' } });
    await desk.db.member.updateMany({ where: { name: 'Hoa' }, data: { role: 'REP' } });
    await expect(desk.fileFor(hoa, card)).rejects.toMatchObject({ key: 'problem.access.denied' });
  });

  it('may ask for them for a day; then the file is gone', async () => {
    const { checked } = await tried();
    const card = await desk.press(hoa, checked, button);
    desk.acme.clock.pass(2);
    await forget(desk.db, desk.acme.clock);
    await expect(desk.fileFor(hoa, card)).rejects.toMatchObject({ key: 'problem.import.gone' });
    expect((await desk.acme.say(hoa, buttonOf(checked, button))).ok).toBe('refused');
  });
});

describe('where they cannot be handed over', () => {
  it('the terminal says where they are, and how an import there writes them', async () => {
    const { checked } = await tried();
    const card = await desk.press(hoa, checked, button);
    const { registry } = desk.acme.live;
    const said = render(card, { t: translator('en'), zone: 'Asia/Ho_Chi_Minh', registry, colour: false });
    expect(said).toContain('--errors FILE.csv');
    expect(said).not.toContain('npm run -s export');
  });

  it('too many megabytes of them are a sentence that speaks of the file, not of a filter', async () => {
    const make = async () =>
      (async function* () {
        for (;;) yield 'x'.repeat(1024 * 1024);
      })();
    const failed = () => expect.unreachable();
    const port = { make, reader: hoa, megabytes: 1, t: translator('en'), failed };
    const file = { kind: 'file', name: 'x.csv', upload: 1 } as const;
    expect(await wholeFile(file, port)).toBe(
      'x.csv is over 1 MB, more than I can send here. Please split the file that you dropped and drop its parts.',
    );
  });
});

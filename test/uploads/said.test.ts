import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { actionsOf, dropping, textOf } from './dropping.ts';

const desk = await dropping();
let hoa: Person;
beforeEach(async () => {
  await desk.reset();
  hoa = await desk.acme.member('Hoa', 'admin');
});

/** The form of a command about the latest file, as it opens. */
async function form(command: string) {
  const got = await desk.acme.ask(hoa, { command, wire: { upload: '1', _ask: '1' } });
  if (got.kind !== 'ask') throw new Error(textOf(got));
  const values = Object.fromEntries(got.form.fields.map(({ name, value }) => [name, value ?? '']));
  return { values, send: async (change: Record<string, string>) => submit(got.form.carried, values, change) };

  async function submit(carried: object, shown: object, change: object) {
    return desk.acme.say(hoa, {
      command,
      wire: { ...carried, ...shown, ...change } as Record<string, string>,
    });
  }
}

describe('what is said of a file', () => {
  it('the form opens with what was recognised, and what is left of it as it was', async () => {
    await desk.drop(hoa, 'x.csv', 'Tên công ty,Biệt danh,Ngành\nA,Nick,IT\n');
    const { values, send } = await form('import.columns');
    expect(values).toMatchObject({
      kind: 'companies',
      map: 'Name = Tên công ty\nIndustry = Ngành\n= Biệt danh',
    });
    const { card } = await send({ map: 'Name = Biệt danh\n= Ngành\n= Tên công ty' });
    await desk.press(hoa, card, 'Import');
    expect(await desk.db.company.findFirstOrThrow()).toMatchObject({ name: 'Nick', industry: null });
  });

  it('another kind is read with its own columns where the lines were left alone', async () => {
    await desk.drop(hoa, 'x.csv', 'name,email,phone\nA,a@b.vn,0912345678\n');
    const { send } = await form('import.columns');
    const { card } = await send({ kind: 'leads', values: 'source: = website' });
    expect(textOf(card.title)).toContain('Leads');
    await desk.press(hoa, card, 'Import');
    expect(await desk.db.lead.findFirstOrThrow()).toMatchObject({ name: 'A', source: 'website' });
  });

  it.each([
    [{ map: 'robots = name' }, 'There is no field “robots”'],
    [{ map: 'name = robots' }, 'The file has no column “robots”'],
    [{ map: 'name' }, 'I cannot read the line “name”'],
    [{ values: 'stage Engaging' }, 'I cannot read the line “stage Engaging”'],
  ])('a slip such as %j is told where it was typed, and changes nothing', async (change, sentence) => {
    await desk.drop(hoa, 'x.csv', 'name,industry\nA,IT\n');
    const { send } = await form('import.columns');
    const answer = await send(change);
    expect(answer.ok).toBe('refused');
    expect(textOf(answer.card)).toContain(sentence);
    expect((await desk.db.upload.findFirstOrThrow()).edition).toBe(0);
  });

  it('a file that nothing is known of says which columns it has, and takes a kind and a column', async () => {
    const look = await desk.drop(hoa, 'x.csv', 'Cột A,Cột B\n1,Sao Mai\n');
    expect(textOf(look)).toContain('Cột A · Cột B');
    expect(actionsOf(look).map(({ label }) => label)).toEqual(['Change columns', 'Cancel']);
    const { send } = await form('import.columns');
    const { card } = await send({ kind: 'companies', map: 'tên = Cột B\n= Cột A' });
    await desk.press(hoa, card, 'Import');
    expect(await desk.db.company.findFirstOrThrow()).toMatchObject({ name: 'Sao Mai' });
  });

  it('what rows name and we do not have is made by a button', async () => {
    const csv = 'title,amount,stage,company,createdAt\nKho,5,Quote sent,Sao Mai,2026-01-31\n';
    const checked = await desk.press(hoa, await desk.drop(hoa, 'd.csv', csv), 'Dry run');
    expect(textOf(checked)).toContain('we have no “Sao Mai”');
    expect(textOf(checked)).not.toContain('--create');
    const made = await desk.press(hoa, checked, 'Make the missing companies');
    expect(textOf(made)).toContain('1 company');
    await desk.press(hoa, made, 'Import');
    expect(await desk.db.company.count()).toBe(1);
  });

  it('amounts and times are in the currency and the zone that were said', async () => {
    const csv = 'title,amount,stage,createdAt\nKho,5,Quote sent,2026-01-31 09:00\n';
    await desk.drop(hoa, 'd.csv', csv);
    const { values, send } = await form('import.options');
    expect(values).toMatchObject({ currency: 'VND', timezone: 'Asia/Ho_Chi_Minh' });
    expect(textOf((await send({ currency: 'XX' })).card)).toContain('is no currency');
    expect(textOf((await send({ timezone: 'Mars' })).card)).toContain('is no time zone');
    const { card } = await send({ currency: 'usd', timezone: 'Europe/Berlin' });
    await desk.press(hoa, card, 'Import');
    const deal = await desk.db.deal.findFirstOrThrow();
    expect(deal).toMatchObject({ currency: 'USD', createdAt: new Date('2026-01-31T08:00:00Z') });
  });

  it('is told in Vietnamese to whoever speaks it', async () => {
    await desk.acme.say(hoa, 'me language:vi');
    const look = await desk.drop(hoa, 'x.csv', 'name,industry\nA,IT\n');
    expect(textOf(look)).toContain('x.csv: 1 dòng, Công ty');
    const { values } = await form('import.columns');
    expect(values.map).toBe('Tên = name\nNgành = industry');
    expect(textOf(await desk.press(hoa, look, 'Chạy thử'))).toContain('chưa ghi gì');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('a line in the thread of a record’s card', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  let deal: readonly Action[];
  let lead: readonly Action[];

  const buttons = (card: Card) =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const say = (person: Person, line: string, under: readonly Action[]) => acme.say(person, { line, under });
  const changes = () => acme.db.change.count();

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', 'North', 'vi');
    deal = buttons((await acme.say(lan, 'deal add "Gia hạn" 5tr')).card);
    lead = buttons((await acme.say(lan, 'lead add "Chị Hoa" source:website phone:0912345678')).card);
  });

  it('does it to that record, and can be undone', async () => {
    const done = await say(lan, 'chuyển đàm phán', deal);
    expect(textOf(done.card.title)).toContain('D-1');
    expect(done).toMatchObject({ ok: 'done', visibility: 'channel' });
    expect(await say(lan, 'log call "đã gọi, hẹn thứ 6"', deal)).toMatchObject({ ok: 'done' });
    expect(await acme.db.activity.findFirst()).toMatchObject({ dealId: 1, text: 'đã gọi, hẹn thứ 6' });
    await say(lan, 'ghi chú "cần 50 máy"', lead);
    expect(await acme.db.activity.findFirst({ where: { leadId: 1 } })).toMatchObject({ text: 'cần 50 máy' });
    await acme.say(lan, 'undo');
    expect(await acme.db.activity.count()).toBe(1);
  });

  it('goes on from each card that a command answers with', async () => {
    const moved = await say(lan, 'move negotiation', deal);
    const logged = await say(lan, 'log note "x"', buttons(moved.card));
    const won = await say(lan, 'chốt', buttons(logged.card));
    expect(won).toMatchObject({ ok: 'done', card: { tone: 'good' } });
    expect(await say(lan, 'mở lại', buttons(won.card))).toMatchObject({ ok: 'done' });
    const converted = await say(lan, 'lead convert title:"Máy in"', lead);
    expect(await say(lan, 'log note "y"', buttons(converted.card))).toMatchObject({ ok: 'done' });
    expect(await acme.db.activity.count({ where: { leadId: 1 } })).toBe(1);
  });

  it('asks which is meant where its words are a record’s name, and both answers do what they say', async () => {
    await acme.say(lan, 'deal add "Kho lạnh" 7tr');
    const before = await changes();
    const asked = await say(lan, 'lost kho lạnh', deal);
    expect(asked).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(asked.card.title).toEqual(['“kho lạnh” cũng là tên một hồ sơ. Ý bạn là hồ sơ nào?']);
    expect(await changes()).toBe(before);
    const [other, own] = buttons(asked.card) as [Action, Action];
    expect([other.label, own.label]).toEqual(['D-2 Kho lạnh', 'D-1 Gia hạn: kho lạnh']);
    expect(await acme.ask(lan, other)).toMatchObject({ kind: 'ask', form: { command: 'deal.lost' } });
    expect(await acme.say(lan, own)).toMatchObject({ ok: 'done' });
    expect(await acme.db.stageEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      dealId: 1,
      reason: 'kho lạnh',
    });
  });

  it('asks nothing where no record has that name: the words are what they are said for', async () => {
    expect(await say(lan, 'mất giá cao', deal)).toMatchObject({ ok: 'done', card: { tone: 'bad' } });
    await acme.member('Minh', 'rep', 'North');
    const boss = await acme.member('Hoa', 'manager');
    expect(await say(boss, 'assign Minh', lead)).toMatchObject({ ok: 'done' });
  });

  it('tells who does not see the record that there is none, and changes nothing', async () => {
    const khoa = await acme.member('Khoa', 'rep', 'South', 'vi');
    const before = await changes();
    for (const line of ['chốt', 'log call "đã gọi"', 'sửa amount:9tr', 'deal xem']) {
      const told = await say(khoa, line, deal);
      expect(told).toMatchObject({ ok: 'refused', visibility: 'private' });
      expect(textOf(told.card)).toContain('không tìm thấy “D-1”');
      expect(textOf(told.card)).not.toContain('Gia hạn');
    }
    // Nor does the question of which is meant name it.
    await acme.say(khoa, 'deal add "Kho lạnh" 7tr');
    const asked = await say(khoa, 'lost kho lạnh', deal);
    expect(buttons(asked.card).map(({ label }) => label)).toEqual(['D-2 Kho lạnh']);
    expect(await changes()).toBe(before + 1);
  });

  it('whose record was undone meanwhile is told so; one that was merged means what it became', async () => {
    await acme.say(lan, 'lead add "Chị Hoa Lê" source:website phone:0912345679');
    const boss = await acme.member('Hoa', 'admin');
    const offered = buttons((await acme.say(boss, 'crm merge L-2 L-1')).card);
    await acme.say(boss, offered.find(({ wire }) => wire.seen) as Action);
    expect(textOf((await say(lan, 'log note "x"', lead)).card)).toContain('L-2');
    const added = await acme.db.change.findFirstOrThrow({ where: { command: 'deal.add' } });
    await acme.say(lan, `undo ${added.id}`);
    const told = await say(lan, 'won', deal);
    expect(told).toMatchObject({ ok: 'refused' });
    expect(textOf(told.card)).toContain('không tìm thấy “D-1”');
  });

  it('with a slip behind a name that is right knows the record in its button', async () => {
    const told = await say(lan, 'deal mvoe negotiation', deal);
    const [meant] = buttons(told.card);
    expect(await acme.say(lan, meant as Action)).toMatchObject({ ok: 'done' });
    expect(await acme.db.stageEvent.count({ where: { dealId: 1 } })).toBe(2);
  });
});

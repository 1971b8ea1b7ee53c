import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('a mistyped command that could be the name of a record', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', undefined, 'vi');
    await acme.say(lan, 'deal add "Gia hạn" 5tr');
  });

  const buttons = (card: Card) =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const stage = async () => (await acme.db.stageEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).stageId;

  it('gets the nearest command, with what was typed in a button that does it', async () => {
    const before = await stage();
    const answer = await acme.say(lan, 'deal mvoe D-1 đàm phán');
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(answer.card.title).toEqual(['Tôi không biết lệnh “deal mvoe”. Ý bạn là “deal move”?']);
    expect(textOf(answer.card)).toContain('không tìm thấy “mvoe D-1 đàm phán”');
    expect(await stage()).toBe(before);
    const [meant] = buttons(answer.card);
    expect(meant).toMatchObject({ label: 'deal move D-1 đàm phán' });
    expect(await acme.say(lan, meant as never)).toMatchObject({ ok: 'done' });
    expect(await stage()).not.toBe(before);
  });

  it('is the record when there is one of that name', async () => {
    await acme.say(lan, 'deal add "Mvoe Acme" 5tr');
    const answer = await acme.say(lan, 'deal mvoe Acme');
    expect(answer).toMatchObject({ ok: 'done' });
    expect(textOf(answer.card.title)).toContain('Mvoe Acme');
  });

  it('opens the form of the nearest when that lacks something', async () => {
    const answer = await acme.say(lan, 'deal mvoe Gia hạn');
    const asked = await acme.ask(lan, buttons(answer.card)[0] as never);
    expect(asked).toMatchObject({ kind: 'ask', form: { command: 'deal.move' } });
  });

  it('is told at once where it cannot be a record: a field that only the nearest has', async () => {
    const refused = await acme.ask(lan, 'deal edti D-1 amount:7tr');
    if (refused.kind !== 'refuse') throw new Error(refused.kind);
    const [meant] = buttons(refused.card);
    await acme.say(lan, meant as never);
    expect((await acme.db.deal.findFirstOrThrow()).amount?.toFixed()).toBe('7000000');
  });

  it('offers no button that its reader may not use, and a stranger is told how to come in', async () => {
    const vy = await acme.member('Vy', 'viewer');
    const labels = buttons((await acme.say(vy, 'deal mvoe Acme')).card).map(({ command }) => command);
    expect(labels).toEqual(['deal.show']);
    const refused = await acme.ask(vy, 'dela add Acme 5tr');
    if (refused.kind !== 'refuse') throw new Error(refused.kind);
    const place = { channel: 'C1', private: false };
    expect(buttons(await acme.chat.told(refused.card, { person: vy, place }))).toEqual([]);
    expect(buttons(await acme.chat.told(refused.card, { person: lan, place }))).toHaveLength(1);
    const stranger = { ...lan, userId: 'nobody' };
    expect(textOf(await acme.chat.told(refused.card, { person: stranger, place }))).not.toContain('deal.add');
  });

  it('keeps a long line whole behind its button', async () => {
    const title = 'Kho mới ở khu công nghiệp phía Nam, giai đoạn hai, có mái che và bãi xe';
    const refused = await acme.ask(lan, `dela add "${title}" 5tr`);
    if (refused.kind !== 'refuse') throw new Error(refused.kind);
    const told = await acme.chat.told(refused.card, {
      person: lan,
      place: { channel: 'lan', private: true },
    });
    await acme.say(lan, buttons(told)[0] as never);
    expect(await acme.db.deal.count({ where: { title } })).toBe(1);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('the open tasks of a record or of somebody who leaves', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let hoa: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    hoa = await acme.member('Hoa', 'manager');
    for (const name of ['Lan', 'Minh', 'Tú', 'Vân']) await acme.member(name, 'rep', 'North');
  });

  async function all(...lines: string[]) {
    for (const line of lines) {
      const { ok, card } = await acme.say(hoa, line);
      expect(ok, `${line}: ${textOf(card)}`).toBe('done');
    }
  }
  const rows = () => acme.db.task.findMany({ orderBy: { id: 'asc' } });
  const owners = async () => {
    const found = await acme.db.task.findMany({ orderBy: { id: 'asc' }, include: { owner: true } });
    return found.map(({ owner }) => owner?.name);
  };

  it('go to the record that it is merged into, and come back', async () => {
    await all('contact add Bình', 'contact add Hạnh', 'task add P-2 "Gọi lại" 20/11');
    const before = await rows();
    await all('crm merge P-1 P-2');
    expect(await rows()).toEqual(before);
    const wire = { keep: 'P-1', other: 'P-2' };
    const asked = await acme.say(hoa, { command: 'crm.merge', wire });
    const [merge] = asked.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    await acme.say(hoa, merge as never);
    expect(await rows()).toMatchObject([{ contactId: 1 }]);
    await all('undo');
    expect(await rows()).toEqual(before);
  });

  it('of a lead are the next step of what it was converted to', async () => {
    await all(
      'lead add Nam company:Thép source:website',
      'task add L-1 "Gửi giá" 20/11',
      'lead convert 1 amount:5tr',
    );
    for (const line of ['deal show 1', 'contact show 1', 'company show 1'])
      expect(textOf((await acme.say(hoa, line)).card), line).toContain('V-1 Gửi giá');
    expect(textOf((await acme.say(hoa, 'crm quality')).card)).not.toContain('No next step');
  });

  it('go with the records that are handed over, others to who has the record or in turn, and come back', async () => {
    await all(
      'deal add Một 5tr owner:Lan',
      'deal add Hai 5tr owner:Tú',
      'company add Ba owner:Lan',
      'task add D-1 "theo cơ hội" 20/11 owner:Lan',
      'task add D-2 "của Tú" 20/11 owner:Lan',
      'task add D-1 "đã xong" 20/11 owner:Lan',
      'task done 3',
      'task add D-1 "của Vân" 20/11 owner:Vân',
    );
    const before = await rows();
    await acme.db.delivery.deleteMany();
    await all('crm handover Lan to:Minh');
    expect(await owners()).toEqual(['Minh', 'Tú', 'Lan', 'Vân']);
    const told = await acme.db.delivery.findMany();
    expect(told.map(({ destination }) => destination)).toEqual(['user:minh']);
    expect(textOf(told[0]?.card)).toContain('"label":"Tasks","value":["1"]');
    await all('undo');
    expect(await rows()).toEqual(before);
  });

  it('can be all that there is to hand over', async () => {
    await all('deal add Một 5tr owner:Hoa', 'task add D-1 "giúp" 20/11 owner:Hoa');
    await acme.db.task.updateMany({ data: { ownerId: 2 } });
    await acme.db.deal.updateMany({ data: { ownerId: null } });
    await all('crm handover Lan to:Tú');
    expect(await owners()).toEqual(['Tú']);
    expect(await acme.say(hoa, 'crm handover Lan to:Tú')).toMatchObject({ ok: 'refused' });
  });
});

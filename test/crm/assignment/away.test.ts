import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();

describe('who takes leads', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let [bao, hoa, lan, minh] = [] as unknown as [Person, Person, Person, Person];

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    bao = await acme.member('Bảo', 'admin');
    hoa = await acme.member('Hoa', 'manager');
    lan = await acme.member('Lan', 'rep', undefined, 'vi');
    minh = await acme.member('Minh', 'rep');
    await acme.say(hoa, 'assign add "Lan, Minh"');
  });

  const text = async (person: Person, line: string) => textOf(await acme.say(person, line));
  const add = () => text(hoa, 'lead add Khách source:website');

  it('says themselves when they are away, and when they are back; undo is theirs', async () => {
    expect(await text(lan, 'me away:"hôm nay..2/12"')).toContain('Bạn nghỉ từ 18/11/2026 đến 02/12/2026');
    expect(await add()).toContain('Minh: by turns (rule 1); Lan is away until 2 Dec 2026.');
    const { id } = await acme.db.change.findFirstOrThrow({ where: { command: 'me' } });
    expect((await acme.say(minh, `undo ${id}`)).ok).toBe('refused');
    expect((await acme.say(lan, `undo ${id}`)).ok).toBe('done');
    expect(await add()).toContain('Lan: by turns');
    await acme.say(lan, 'me away:"tuần sau"');
    expect(await text(lan, 'me nghỉ:không')).toContain('lead mới lại được giao cho bạn');
    expect(await acme.db.member.findFirst({ where: { name: 'Lan' } })).toMatchObject({
      awayFrom: null,
      awayUntil: null,
    });
    expect(textOf(await acme.ask(lan, 'me away:"hôm qua"'))).toContain('đã qua rồi');
  });

  it('is told by managers, who set absences and limits but not roles, and may take that back', async () => {
    await acme.say(hoa, 'crm member Lan away:"25/11..2/12" capacity:5');
    await add();
    expect(await text(hoa, 'crm users')).toContain('["Away 25 Nov 2026 – 2 Dec 2026"],["1/5"]');
    for (const line of ['role:viewer', 'team:North', 'active:no'])
      expect(await text(hoa, `crm member Lan ${line}`)).toContain('Your role does not allow this');
    const opened = await acme.ask(hoa, 'crm member Lan');
    const form = opened.kind === 'ask' ? opened.form : undefined;
    const wire = Object.fromEntries(form?.fields.map(({ name, value = '' }) => [name, value]) ?? []);
    expect(wire).toMatchObject({ away: '25 Nov 2026 .. 2 Dec 2026', capacity: '5', role: 'rep' });
    const sent = { ...wire, ...form?.carried, away: '', capacity: '' };
    expect((await acme.say(hoa, { command: 'crm.member', wire: sent })).ok).toBe('done');
    expect(await text(hoa, 'crm users')).toContain('["Active"],["1"]');
    await acme.say(hoa, 'undo');
    expect(await text(hoa, 'crm users')).toContain('["1/5"]');
    expect(await text(lan, 'crm member Lan capacity:9')).toContain('chưa có quyền');
  });

  it('does not let a manager undo what only admins decide', async () => {
    await acme.say(bao, 'crm member Lan role:viewer capacity:3');
    const { id } = await acme.db.change.findFirstOrThrow({ where: { command: 'crm.member' } });
    expect((await acme.say(hoa, `undo ${id}`)).ok).toBe('refused');
    expect((await acme.say(bao, `undo ${id}`)).ok).toBe('done');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('permissions', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let [lan, minh, bao]: Person[] = [];
  const said = async (person: Person | undefined, line: string) => {
    const got = await acme.ask(person as Person, line);
    return textOf(got.kind === 'answer' ? got.answer : got);
  };

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', 'North');
    minh = await acme.member('Minh', 'rep', 'South', 'vi');
    bao = await acme.member('Bảo', 'admin');
    await said(lan, 'deal add Alpha 100tr');
    await said(minh, 'deal add Beta 200tr');
  });

  it('hold from the next question on, in search, lists, counts, links and the buttons of old messages', async () => {
    const press = { command: 'deal.show', wire: { deal: '2' } };
    expect(await said(lan, 'deal list')).not.toContain('Beta');
    await said(bao, 'crm permit sales deal sees:all changes:team');
    expect(await said(lan, 'deal list')).toContain('Beta');
    expect(await said(lan, 'find Beta')).toContain('D-2');
    expect(await said(lan, 'pipeline')).toContain('300');
    expect((await acme.say(lan as Person, press)).ok).toBe('done');
    expect(await said(lan, 'deal edit 2 amount:5tr')).toContain('belongs to somebody else');
    await said(bao, 'crm permit rep deal sees:own changes:none');
    for (const line of ['deal list', 'me', 'pipeline', 'kpi'])
      expect(await said(lan, line)).not.toMatch(/Beta|300|200/);
    expect(await said(lan, 'find Beta')).toContain('Nothing fits');
    expect((await acme.say(lan as Person, press)).ok).toBe('refused');
    expect(await said(lan, 'deal add Gamma 1tr')).toContain('Your role does not allow this');
    expect(await said(lan, 'deal edit 1 amount:5tr')).toContain('"ok":"refused"');
    const { card } = await acme.say(lan as Person, 'deal show 1');
    const offered = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(offered.map(({ command }) => command)).not.toContain('deal.edit');
  });

  it('refuse a form that few may send before it is filled, on every platform', async () => {
    for (const line of ['assign add', 'crm permit', 'field add']) {
      // With `prefill` platforms ask whether it may be opened, and what stands in it.
      expect(acme.chat.plan({ line }, lan as Person)).toMatchObject({ kind: 'ask', prefill: true });
      expect(await said(lan, line)).toContain('Your role does not allow this');
      expect(await acme.ask(bao as Person, line)).toMatchObject({ kind: 'ask' });
    }
  });

  it('leave on a customer’s card only the buttons that would not be refused', async () => {
    await said(bao, 'company add Acme');
    const offered = async () => {
      const { card } = await acme.say(lan as Person, 'company show 1');
      const shown = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
      return ['company.edit', 'contact.add', 'deal.add'].filter((id) => shown.some((a) => a.command === id));
    };
    expect(await offered()).toEqual(['company.edit', 'contact.add', 'deal.add']);
    await said(bao, 'crm permit rep deal changes:none');
    await said(bao, 'crm permit rep company changes:own');
    expect(await offered()).toEqual(['contact.add']);
  });

  it('are shown to admins as a table, and of one member, in both languages', async () => {
    await said(bao, 'crm permit customer lead sees:all');
    expect(await said(bao, 'crm permissions')).toContain('["Customer care"],["All / None"],["All / Own *"]');
    expect(await said(bao, 'crm permissions member:Lan')).toContain('["Deal"],["Own team\'s"],["Own"]');
    await said(bao, 'me language:vi');
    expect(await said(bao, 'quyền')).toContain(
      '["Chăm sóc khách hàng"],["Tất cả / Không"],["Tất cả / Của mình *"]',
    );
    expect(await said(bao, 'phân-quyền "nhân viên kinh doanh" deal xem:"tất cả"')).toContain(
      'được xem Tất cả',
    );
  });

  it('open as a form with what holds now, and what is emptied there is the default again', async () => {
    await said(bao, 'crm permit rep deal sees:all changes:all');
    const opened = await acme.ask(bao as Person, 'crm permit rep deal');
    if (opened.kind !== 'ask') throw new Error('no form');
    expect(opened.form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['role', 'rep'],
      ['kind', 'deal'],
      ['sees', 'all'],
      ['changes', 'all'],
    ]);
    const wire = { ...opened.form.carried, role: 'rep', kind: 'deal', sees: '', changes: '' };
    await acme.say(bao as Person, { command: 'crm.permit', wire });
    expect(await acme.db.permission.count()).toBe(0);
  });

  it.each([
    ['crm permit viewer deal changes:own', 'Viewers change nothing'],
    ['crm permit rep deal sees:own changes:all', 'Nobody can change what they do not see'],
    ['crm permit rep deal sees:team changes:own', 'Nothing would change'],
    ['crm permit rep deal sees:default', 'Nothing would change'],
    ['crm permit admin deal sees:own', 'admin'],
    ['crm permit rep deal sees:some', 'some'],
  ])('refuse “%s” with one sentence and change nothing', async (line, sentence) => {
    expect(await said(bao, line)).toContain(sentence);
    expect(await acme.db.permission.count()).toBe(0);
  });

  it('are for admins alone to see, to set and to take back', async () => {
    const hoa = await acme.member('Hoa', 'manager');
    await said(bao, 'crm permit rep deal sees:all');
    const set = await acme.db.change.findFirstOrThrow({ where: { command: 'crm.permit' } });
    for (const line of ['crm permissions', 'crm permit rep deal sees:own', `undo ${set.id}`])
      expect(await said(hoa, line)).toContain('Your role does not allow this');
    expect(await said(lan, 'deal list')).toContain('Beta');
    await said(bao, 'undo');
    expect(await said(lan, 'deal list')).not.toContain('Beta');
    await said(bao, 'undo');
    expect(await said(lan, 'deal list')).not.toContain('Alpha-');
  });

  it('leave nobody able to take back what they can no longer see: a plain undo passes over it', async () => {
    await said(bao, 'crm permit rep deal sees:all changes:all');
    await said(lan, 'company add Acme');
    await said(lan, 'deal edit 2 amount:250tr');
    await said(bao, 'crm permit rep deal sees:own changes:own');
    const hidden = await acme.db.change.findFirstOrThrow({ where: { command: 'deal.edit' } });
    expect(await said(lan, `undo ${hidden.id}`)).toContain(`no change number ${hidden.id}`);
    expect(await said(lan, 'undo')).toContain('New company');
    expect((await acme.db.deal.findUniqueOrThrow({ where: { id: 2 } })).amount?.toString()).toBe('250000000');
    expect(await acme.db.company.count()).toBe(0);
  });
});

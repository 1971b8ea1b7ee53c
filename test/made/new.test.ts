import { describe, expect, it } from 'vitest';
import {
  acme,
  button,
  deal,
  done,
  entries,
  lan,
  last,
  newTeam,
  opened,
  refused,
  rows,
  suggested,
  vy,
} from './team.ts';

newTeam();

describe('a customer who is new costs one press', () => {
  it('that opens the deal with the company, as one change that one undo takes back', async () => {
    const asked = await refused('deal add "Crane rental" 1.2b company:Acme close:friday');
    expect(asked.told).toContain('Company: I found nothing for “Acme”');
    expect(asked.labels).toEqual(['New company: Acme', 'Fix it']);
    expect(asked.buttons.map(({ style }) => style)).toEqual(['primary', undefined]);
    expect(await done(button(asked, 'New company: Acme'))).toContain('Acme');
    expect(await deal()).toMatchObject({
      title: 'Crane rental',
      company: { name: 'Acme', folded: 'acme' },
      owner: { name: 'Lan' },
    });
    expect((await deal()).expectedCloseOn).toEqual(new Date('2026-11-20'));
    expect((await deal()).company?.ownerId).toBe((await deal()).ownerId);
    expect(await entries()).toEqual(['deal.add', 'company', 'deal', 'stageEvent']);
    expect(await done('undo')).toContain('“New deal”: D-1 Crane rental was undone');
    expect(await rows()).toMatchObject({ companies: 0, deals: 0 });
    await done('undo 2');
    expect((await deal()).company?.name).toBe('Acme');
  });

  it('in Vietnamese too, and belongs to whom the deal does', async () => {
    await acme.db.member.updateMany({ where: { name: 'Lan' }, data: { name: 'Lan Anh', folded: 'lan anh' } });
    const asked = await refused('thêm deal "Thuê cẩu" 1,2 tỷ cty:Acme owner:"Lan Anh"', vy);
    expect(asked.labels).toEqual(['Công ty mới: Acme', 'Sửa lại']);
    await done(button(asked, 'Công ty mới: Acme'), vy);
    const { owner, company } = await deal();
    expect([owner?.name, company?.ownerId]).toEqual(['Lan Anh', owner?.id]);
  });

  it('asks on where the contact is new as well, and makes them one in the other', async () => {
    const asked = await refused('deal add Kho 5tr company:Acme contact:"Trần Bình"');
    expect(asked.labels).toEqual(['New company: Acme', 'New contact: Trần Bình', 'Fix it']);
    for (const [first, second] of [
      ['New company: Acme', 'New contact: Trần Bình'],
      ['New contact: Trần Bình', 'New company: Acme'],
    ] as const) {
      const next = await refused(button(asked, first));
      expect(next.labels).toEqual([second, 'Fix it']);
      await done(button(next, second));
      expect(await deal()).toMatchObject({
        company: { name: 'Acme' },
        contact: { name: 'Trần Bình', company: { name: 'Acme' } },
      });
      expect(await entries()).toEqual(['deal.add', 'company', 'contact', 'deal', 'stageEvent']);
      await done('undo');
      expect(await rows()).toMatchObject({ companies: 0, contacts: 0, deals: 0 });
    }
  });

  it('when a deal is edited: its owner’s, and a new contact is in the company it has', async () => {
    await done('company add Acme');
    await done('deal add Kho 5tr company:Acme');
    await acme.db.deal.updateMany({ data: { ownerId: null } });
    const asked = await refused('deal edit 1 contact:"Trần Bình" amount:7tr');
    await done(button(asked, 'New contact: Trần Bình'));
    expect(await deal()).toMatchObject({ contact: { name: 'Trần Bình', company: { name: 'Acme' } } });
    expect(String((await deal()).amount)).toBe('7000000');
    await done('deal edit 1 owner:Lan');
    await done(button(await refused('deal edit 1 company:Borealis'), 'New company: Borealis'));
    const { company, ownerId } = await deal();
    expect([company?.name, company?.ownerId]).toEqual(['Borealis', ownerId]);
    expect(await entries()).toEqual(['deal.edit', 'company', 'deal']);
    await done('undo');
    expect((await deal()).company?.name).toBe('Acme');
    expect(await acme.db.company.count()).toBe(1);
  });

  it('also when a manager edits somebody else’s deal, after a question that keeps what was said', async () => {
    const boss = await acme.member('Boss', 'manager');
    await done('company add Acme', vy);
    await done('deal add Kho 5tr', lan);
    const asked = await refused('deal edit 1 company:"new: ACME" amount:7tr', boss);
    expect(asked.labels).toEqual(['C-1 Acme', 'New company: ACME']);
    await done(button(asked, 'New company: ACME'), boss);
    expect(await deal()).toMatchObject({ owner: { name: 'Lan' }, company: { name: 'ACME' } });
    const { amount, company, ownerId } = await deal();
    expect([String(amount), company?.ownerId]).toEqual(['7000000', ownerId]);
    await done('undo', boss);
    await done(button(asked, 'C-1 Acme'), boss);
    expect((await deal()).companyId).toBe(1);
    expect(await acme.db.company.count()).toBe(1);
  });

  it('when a contact is added or edited', async () => {
    await done(button(await refused('contact add Bình company:Acme owner:Vy'), 'New company: Acme'));
    const bình = await acme.db.contact.findFirstOrThrow({ include: { company: true, owner: true } });
    expect(bình).toMatchObject({ owner: { name: 'Vy' }, company: { name: 'Acme', ownerId: bình.ownerId } });
    expect(await entries()).toEqual(['contact.add', 'company', 'contact']);
    await done(button(await refused('contact edit 1 company:Borealis', vy), 'Công ty mới: Borealis'), vy);
    expect(await entries()).toEqual(['contact.edit', 'company', 'contact']);
    await done('undo', vy);
    expect(await rows()).toMatchObject({ companies: 1, contacts: 1 });
    await done('undo', lan);
    expect(await rows()).toMatchObject({ companies: 0, contacts: 0 });
  });

  it('however the rest was said, and keeps all of it', async () => {
    const boss = await acme.member('Boss', 'admin');
    await done('field add deal Tải text', boss);
    await done(
      button(
        await refused('deal add Crane rental 1.2b company:Acme close:friday tải:50t source:referral'),
        'New company: Acme',
      ),
    );
    expect(await deal()).toMatchObject({
      title: 'Crane rental',
      company: { name: 'Acme' },
      expectedCloseOn: new Date('2026-11-20'),
      source: 'referral',
      custom: { 1: '50t' },
    });
    const form = await opened('thêm deal Thuê cẩu 1,2 tỷ cty Cảng Xanh');
    const wire = Object.fromEntries(form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
    await done(button(await refused({ command: 'deal.add', wire }), 'New company: Cảng Xanh'));
    expect(await deal()).toMatchObject({ title: 'Thuê cẩu', company: { name: 'Cảng Xanh' } });
    expect(String((await deal()).amount)).toBe('1200000000');
  });

  it('once, however often it arrives', async () => {
    const press = button(await refused('deal add Kho 5tr company:Acme'), 'New company: Acme');
    await acme.ask(lan, press, 'twice');
    await acme.ask(lan, press, 'twice');
    expect(await rows()).toEqual({ companies: 1, contacts: 0, deals: 1, changes: 1 });
  });
});

describe('what is no name is offered to nobody', () => {
  it.each(['C-9', '42', 'an@acme.vn', '"<@U123>"', `"${'Kho lạnh '.repeat(15)}"`])('%s', async (text) => {
    expect((await refused(`deal add Kho 5tr company:${text}`)).labels).toEqual(['Fix it']);
  });

  it('nor is what may not be added, and typed it is refused', async () => {
    const boss = await acme.member('Boss', 'admin');
    await done('crm permit rep company changes:none', boss);
    expect((await refused('deal add Kho 5tr company:Acme contact:Bình')).labels).toEqual([
      'New contact: Bình',
      'Fix it',
    ]);
    expect(await suggested('deal.add', 'company', 'Acme')).toEqual([]);
    expect(await suggested('deal.add', 'company', 'new: Acme')).toEqual([]);
    const { told, labels } = await refused('deal add Kho 5tr company:"new: Acme"');
    expect([told, labels]).toEqual([expect.stringContaining('role does not allow'), []]);
  });
});

describe('the last of a list is a new one', () => {
  it('of what is typed, where none is called exactly so', async () => {
    await done('company add "Công ty TNHH Hoàng Long"');
    expect(await last('deal.add', 'company', 'Acme')).toEqual({
      value: 'new: Acme',
      label: 'New company: Acme',
    });
    expect(await last('contact.edit', 'company', 'Acme', vy)).toMatchObject({ label: 'Công ty mới: Acme' });
    expect(await last('deal.edit', 'contact', 'Acme', vy)).toMatchObject({ label: 'Liên hệ mới: Acme' });
    for (const text of ['hoang long', 'Hoàng Long JSC', 'H', ' H ', '', 'C-1', '1'])
      expect([text, await suggested('deal.add', 'company', text)]).toEqual([
        text,
        [{ value: 'C-1', label: 'C-1 Công ty TNHH Hoàng Long' }],
      ]);
    expect(await last('deal.list', 'company', 'Acme')).toBeUndefined();
    expect(await last('company.add', 'parent', 'Acme')).toBeUndefined();
  });

  it('which is chosen without another question, with those that stood above it', async () => {
    await done('company add "Hoàng Long"');
    const [known, anew] = await suggested('deal.add', 'company', 'Hoàng');
    expect([known?.value, anew]).toEqual([
      'C-1',
      { value: 'new, not C-1: Hoàng', label: 'New company: Hoàng' },
    ]);
    await done({ command: 'deal.add', wire: { title: 'Kho', amount: '5tr', company: anew?.value ?? '' } });
    expect((await deal()).company?.name).toBe('Hoàng');
  });

  it('and not what is too long for an option, but for a button', async () => {
    const name = `Tập đoàn ${'Hoàng Long '.repeat(7)}`.trim();
    expect(await suggested('deal.add', 'company', name)).toEqual([]);
    const asked = await refused(`deal add Kho 5tr company:"${name}"`);
    const [first] = asked.buttons;
    await done({ command: 'deal.add', wire: first?.wire ?? {} });
    expect((await deal()).company?.name).toBe(name);
  });

  it('and a form that is filled with it shows what it is', async () => {
    const { fields } = await opened('deal add amount:5tr company:"mới: Acme"');
    expect(fields.find(({ name }) => name === 'company')).toMatchObject({
      value: 'mới: Acme',
      shown: 'New company: Acme',
    });
  });
});

describe('a new one may be typed', () => {
  it.each([
    'company:"new: Acme"',
    'company:"mới: Acme"',
    'cty:"Mới:Acme"',
    'company:"New company: Acme"',
    'company:"Công ty mới: Acme"',
    'company:new: Acme',
  ])('%s', async (said) => {
    await done(`deal add Kho 5tr ${said}`);
    expect((await deal()).company?.name).toBe('Acme');
  });

  it('and what only begins so is a name', async () => {
    await done('company add "Mới Việt"');
    await done('deal add Kho 5tr company:"Mới Việt"');
    expect((await deal()).companyId).toBe(1);
    expect((await refused('deal add Kho 5tr company:"Mới Nam"')).labels[0]).toBe('New company: Mới Nam');
    expect((await refused('deal add Kho 5tr company:"new: "')).labels).toEqual(['Fix it']);
  });

  it('and is told when it is too long', async () => {
    const form = await opened(`deal add Kho 5tr company:"new: ${'Kho lạnh '.repeat(15)}"`);
    expect(form.fields.find(({ name }) => name === 'company')?.error).toContain('120');
  });
});

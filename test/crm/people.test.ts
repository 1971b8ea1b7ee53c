import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

const database = await testDatabase();

const onSlack = (userId: string, more: Partial<Person> = {}): Person => ({
  platform: 'slack',
  userId,
  name: `Name of ${userId}`,
  full: true,
  ...more,
});

describe('people', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;

  beforeEach(async () => {
    await database.truncate();
    acme = await company(database, { env: { ADMIN_EMAILS: 'Boss@Acme.vn' } });
    admin = await acme.member('Bảo', 'admin', undefined, 'vi');
  });

  const text = async (person: Person, line: string) => textOf(await acme.say(person, line));
  const deliveries = () => acme.db.delivery.findMany({ orderBy: { id: 'asc' } });
  const memberOf = async (userId: string, platform = 'slack') =>
    (
      await acme.db.identity.findUnique({
        where: { platform_userId: { platform, userId } },
        include: { member: true },
      })
    )?.member;

  it('asks to join once, and every admin hears of it where they are, in their language, with one button', async () => {
    const second = await acme.member('Hoa', 'admin', undefined, 'en');
    await acme.db.identity.create({
      data: {
        platform: 'discord',
        userId: 'D2',
        name: 'Hoa',
        memberId: (await memberOf(second.userId, 'playground'))?.id ?? 0,
      },
    });
    await acme.member('Ended', 'admin');
    await acme.db.member.updateMany({ where: { name: 'Ended' }, data: { active: false } });
    const nga = onSlack('U1', { name: 'Nga *Trần*', email: 'Nga@Acme.vn' });
    const first = await acme.say(nga, 'deal list');
    expect(first).toMatchObject({ ok: 'refused', visibility: 'private' });
    const button = first.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))[0];
    expect(button?.command).toBe('crm.join');
    await acme.say(nga, { command: 'crm.join', wire: button?.wire ?? {} });
    expect(await text(nga, 'crm join')).toContain('asked already');
    expect(await text(nga, 'deal list')).toContain('is with the admins');
    const sent = await deliveries();
    expect(sent.map(({ platform, destination, locale }) => [platform, destination, locale])).toEqual([
      ['playground', 'user:bao', 'vi'],
      ['playground', 'user:hoa', 'en'],
      ['discord', 'user:D2', 'en'],
    ]);
    expect(textOf(sent[0]?.card)).toContain('Nga *Trần* xin tham gia');
    expect(textOf(sent[1]?.card)).toContain('Nga *Trần* asks to join');
  });

  it('are spoken to in the language of their platform until they have chosen one', async () => {
    const nga = onSlack('U1', { name: 'Nga', email: 'boss@acme.vn', locale: 'vi' });
    const stranger = onSlack('U2', { locale: 'vi' });
    expect(await text(stranger, 'deal list')).toContain('Bạn chưa phải là thành viên');
    expect(await text(nga, 'deal list')).toContain('Không có cơ hội nào');
    await acme.say(nga, 'me language:en');
    expect(await text(nga, 'deal list')).toContain('No deals');
  });

  it('is let in with one press, told so, and found by the address that the platform vouches for', async () => {
    const nga = onSlack('U1', { name: 'Nga', email: 'Nga@Acme.vn' });
    await acme.say(nga, 'crm join');
    const [request] = await deliveries();
    const button = JSON.parse(textOf(request?.card)).blocks[0].actions[0];
    expect(await text(admin, 'crm users')).toContain('Nga');
    expect(textOf(await acme.say(admin, button))).toContain('Nga đã tham gia, vai trò: Nhân viên kinh doanh');
    expect((await deliveries()).at(-1)).toMatchObject({ platform: 'slack', destination: 'user:U1' });
    expect((await acme.say(nga, 'deal add Acme 5tr')).ok).toBe('done');
    // A second press, and a second admin's.
    expect(textOf(await acme.say(admin, button))).toContain('được duyệt rồi');
    expect(await acme.db.member.count()).toBe(2);
    // The same person elsewhere: one member.
    const there = { ...nga, platform: 'terminal', userId: 'nga@acme.vn', email: 'nga@acme.vn' } as const;
    expect(await text(there, 'me')).toContain('Nga');
    expect(await acme.db.member.count()).toBe(2);
  });

  it('is let in as somebody we have already, in that one’s role and language', async () => {
    const boss = await acme.member('Hoa', 'manager', 'North', 'en');
    const hoa = { ...onSlack('U7'), platform: 'discord', name: 'hoa99' } as const;
    await acme.say(hoa, 'crm join');
    expect(await text(admin, 'crm admit Minh member:Hoa')).toContain('không tìm thấy “Minh”');
    expect(await text(admin, 'crm admit hoa99 member:Hoa')).toContain('vai trò: Quản lý');
    expect((await memberOf('U7', 'discord'))?.id).toBe((await memberOf(boss.userId, 'playground'))?.id);
    const welcome = (await deliveries()).at(-1);
    expect(welcome?.locale).toBe('en');
    expect(textOf(welcome?.card)).toContain('You are in');
    // The undo takes the account away and leaves the member.
    await acme.say(admin, 'undo');
    expect(await memberOf('U7', 'discord')).toBeNull();
    expect(await text(hoa, 'deal list')).toContain('is with the admins');
    expect((await acme.say(boss, 'deal list')).ok).toBe('done');
  });

  it('is linked by a vouched address however it is written, and by no other', async () => {
    await acme.db.member.create({
      data: { name: 'Nga', folded: 'nga', email: 'Nga.Tran@acme.vn', role: 'MANAGER' },
    });
    await acme.say(onSlack('U1', { email: 'nga.tran@ACME.vn' }), 'deal list');
    expect(await memberOf('U1')).toMatchObject({ name: 'Nga', role: 'MANAGER' });
    for (const [userId, email] of [
      ['U2', 'ngaxtran@acme.vn'],
      ['U3', '%@acme.vn'],
      ['U4', undefined],
    ] as const)
      expect(await text(onSlack(userId, email ? { email } : {}), 'deal list')).toContain('Ask to join');
    expect(await acme.db.identity.count({ where: { memberId: { not: null } } })).toBe(2);
  });

  it('does not link a guest or the account of somebody who has left', async () => {
    const email = 'nga@acme.vn';
    await acme.db.member.create({ data: { name: 'Nga', folded: 'nga', email, role: 'REP' } });
    expect(await text(onSlack('U1', { email, full: false }), 'deal list')).toContain('Only full members');
    expect(await acme.db.identity.count({ where: { userId: 'U1' } })).toBe(0);
    await acme.db.member.updateMany({ where: { email }, data: { active: false } });
    for (const line of ['deal list', 'crm join'])
      expect(await text(onSlack('U1', { email }), line)).toContain('Only full members');
  });

  it('makes admins of the addresses in the settings and of a server’s administrators, at first contact only', async () => {
    const boss = onSlack('U1', { name: 'Boss', email: 'boss@acme.VN' });
    expect(await text(boss, 'crm users')).toContain('Boss');
    const owner = { ...onSlack('D1'), platform: 'discord', administrator: true } as const;
    await acme.say(owner, 'crm users');
    expect(await memberOf('D1', 'discord')).toMatchObject({ role: 'ADMIN' });
    // A known member is promoted when their account comes; what an admin decides afterwards holds.
    await acme.say(admin, 'crm member Boss role:rep');
    expect(await text(boss, 'crm users')).toContain('Your role does not allow');
    await acme.say({ ...boss, userId: 'U9' }, 'me');
    expect((await memberOf('U9'))?.role).toBe('ADMIN');
    expect((await memberOf('U9'))?.id).toBe((await memberOf('U1'))?.id);
  });

  it('keeps an admin, whoever asks, and knows who has left', async () => {
    expect(await text(admin, 'crm member Bảo role:rep')).toContain('Phải còn ít nhất một quản trị viên');
    expect(await text(admin, 'crm member Bảo active:no')).toContain('Phải còn ít nhất một quản trị viên');
    const lan = await acme.member('Lan', 'rep');
    await acme.say(lan, 'deal add Acme 5tr');
    await acme.say(admin, 'crm member Lan active:no');
    expect(await text(admin, 'deal add Beta 5tr owner:Lan')).toContain('không tìm thấy');
    expect(await text(admin, 'deal list owner:Lan')).toContain('Acme');
    // Editing something else of a deal of hers keeps her.
    const asked = await acme.ask(admin, 'deal edit 1');
    if (asked.kind !== 'ask') throw new Error('no form');
    const values = Object.fromEntries(asked.form.fields.map((field) => [field.name, field.value ?? '']));
    await acme.say(admin, {
      command: 'deal.edit',
      wire: { ...asked.form.carried, ...values, amount: '6tr' },
    });
    expect(await acme.db.deal.findFirstOrThrow({ include: { owner: true } })).toMatchObject({
      owner: { name: 'Lan' },
    });
    await acme.say(admin, 'crm member Lan active:yes');
    expect((await acme.say(lan, 'deal list')).ok).toBe('done');
  });

  it('is edited in a form that shows what is there, and leaves a team that is emptied in it', async () => {
    await acme.member('Lan', 'rep', 'North');
    const asked = await acme.ask(admin, 'crm member Lan');
    if (asked.kind !== 'ask') throw new Error('no form');
    const values = Object.fromEntries(asked.form.fields.map((field) => [field.name, field.value ?? '']));
    expect(values).toMatchObject({ role: 'rep', team: 'North', active: 'yes' });
    const wire = { ...asked.form.carried, ...values };
    expect((await acme.say(admin, { command: 'crm.member', wire })).ok).toBe('refused');
    expect((await acme.say(admin, { command: 'crm.member', wire: { ...wire, team: '' } })).ok).toBe('done');
    const lan = () => acme.db.member.findFirstOrThrow({ where: { name: 'Lan' } });
    expect(await lan()).toMatchObject({ teamId: null, role: 'REP', active: true });
    await acme.say(admin, { command: 'crm.member', wire: { ...wire, role: '', active: '', team: 'South' } });
    expect(await lan()).toMatchObject({ teamId: 2, role: 'REP', active: true });
  });

  it('takes Minh and Em for colleagues where there are such, and for oneself where there are none', async () => {
    await acme.say(admin, 'deal add Một 5tr owner:minh');
    await acme.member('Trần Quang Minh', 'rep');
    await acme.say(admin, 'deal add Hai 5tr owner:Minh');
    await acme.say(admin, 'deal add Ba 5tr owner:mình');
    const owners = await acme.db.deal.findMany({ orderBy: { id: 'asc' }, include: { owner: true } });
    expect(owners.map((deal) => deal.owner?.name)).toEqual(['Bảo', 'Trần Quang Minh', 'Bảo']);
  });

  it('is spoken to in the own language, a channel in its own, mistakes in that of who made them', async () => {
    const lan = await acme.member('Lan', 'rep', undefined, 'vi');
    const boss = await acme.member('Hoa', 'manager', undefined, 'en');
    const inChannel = async (
      person: Person,
      command: 'deal.add' | 'crm.settings' | 'deal.show',
      wire: Record<string, string>,
    ) =>
      acme.chat.handle({
        key: Math.random().toString(),
        person,
        place: { channel: 'C1', private: false },
        command,
        wire,
        replyTo: null,
      });
    expect(textOf(await inChannel(lan, 'deal.add', { title: 'Một', amount: '5tr' }))).toContain(
      'Deal opened',
    );
    await inChannel(boss, 'crm.settings', { language: 'vi' });
    expect(textOf(await inChannel(boss, 'deal.add', { title: 'Hai', amount: '5tr' }))).toContain(
      'Đã tạo cơ hội',
    );
    expect(textOf(await inChannel(boss, 'deal.show', { deal: '1' }))).toContain('Stage');
    expect(textOf(await inChannel(boss, 'deal.show', { deal: '99' }))).toContain('found nothing');
    expect(textOf(await inChannel(lan, 'deal.show', { deal: '99' }))).toContain('không tìm thấy');
    await acme.say(lan, 'me language:en');
    expect(await text(lan, 'deal show 1')).toContain('Stage');
    expect(await text(boss, 'crm settings vi')).toContain('Here I speak your own language');
    expect(await acme.db.channel.count()).toBe(1);
  });

  it('opens the next form in the language that was just chosen, and in the old one when that is taken back', async () => {
    const lan = await acme.member('Lan', 'rep');
    const formTitle = () => {
      const plan = acme.chat.plan({ line: 'deal add' }, lan);
      return plan.kind === 'ask' && plan.form.title;
    };
    expect(formTitle()).toBe('New deal');
    await acme.say(lan, 'me language:vi');
    expect(formTitle()).toBe('Cơ hội mới');
    await acme.say(lan, { command: 'undo', wire: { change: '1' } });
    expect(formTitle()).toBe('New deal');
  });
});

describeOnPostgres('people at once', (postgres) => {
  it('who write their first two messages together become one member with one account', async () => {
    const acme = await company(postgres(), { env: { ADMIN_EMAILS: 'boss@acme.vn' } });
    const boss = onSlack('U1', { email: 'Boss@acme.vn' });
    const twin = { ...boss, platform: 'playground', userId: 'U2' } as const;
    const answers = await Promise.all(
      [boss, boss, twin, boss, twin].map((person) => acme.say(person, 'crm users')),
    );
    expect(answers.map((answer) => answer.ok)).toEqual(Array(5).fill('done'));
    expect(await acme.db.member.count()).toBe(1);
    expect(await acme.db.identity.count()).toBe(2);
    expect(await acme.db.change.count()).toBe(2);
  });

  it('who press twice ask once, and are let in once by two admins', async () => {
    const acme = await company(postgres(), { env: { ADMIN_EMAILS: 'boss@acme.vn,hoa@acme.vn' } });
    await postgres().truncate();
    await acme.reset();
    const [boss, hoa] = [onSlack('U1', { email: 'boss@acme.vn' }), onSlack('U2', { email: 'hoa@acme.vn' })];
    await acme.say(boss, 'me');
    await acme.say(hoa, 'me');
    const nga = onSlack('U3');
    const asked = await Promise.all([1, 2, 3].map(() => acme.say(nga, 'crm join')));
    expect(asked.map((answer) => answer.ok).toSorted()).toEqual(['done', 'refused', 'refused']);
    expect(await acme.db.delivery.count()).toBe(2);
    const { id } = await acme.db.identity.findFirstOrThrow({ where: { userId: 'U3' } });
    const admitted = await Promise.all([boss, hoa].map((admin) => acme.say(admin, `crm admit ${id}`)));
    expect(admitted.map((answer) => answer.ok).toSorted()).toEqual(['done', 'refused']);
    expect(await acme.db.member.count()).toBe(3);
  });

  it('of whom each takes the other’s role away leave one admin', async () => {
    const acme = await company(postgres());
    await postgres().truncate();
    await acme.reset();
    const [an, binh] = [await acme.member('An', 'admin'), await acme.member('Bình', 'admin')];
    await Promise.all([acme.say(an, 'crm member Bình role:rep'), acme.say(binh, 'crm member An role:rep')]);
    expect(await acme.db.member.count({ where: { role: 'ADMIN' } })).toBe(1);
  });

  it('who add the same company together add one', async () => {
    const acme = await company(postgres());
    await postgres().truncate();
    await acme.reset();
    const an = await acme.member('An', 'rep');
    const lines = [
      'company add "Hoàng Long"',
      'company add "Công ty TNHH Hoang Long"',
      'company add "hoàng long"',
    ];
    const answers = await Promise.all(lines.map((line) => acme.say(an, line)));
    expect(answers.map((answer) => answer.ok).toSorted()).toEqual(['done', 'refused', 'refused']);
    expect(await acme.db.company.count()).toBe(1);
  });
});

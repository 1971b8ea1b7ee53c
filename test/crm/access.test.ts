import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/chat/command.ts';
import type { Person } from '../../src/chat/platform.ts';
import { registry } from '../../src/commands/index.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const ids = Object.keys(registry) as CommandId[];

/** Who may run what, told here a second time: the least role of every command. */
const least: Record<string, readonly CommandId[]> = {
  anyone: ['crm.join'],
  viewer: [
    ...([
      'deal.show',
      'deal.list',
      'lead.show',
      'lead.list',
      'contact.show',
      'company.show',
      'find',
    ] as const),
    ...(['contact.list', 'company.list', 'segment.list', 'segment.show', 'export'] as const),
    ...(['pipeline', 'kpi', 'kpi.how', 'digest.now', 'digest.list', 'me', 'crm.help', 'field.list'] as const),
    ...(['crm.quality', 'crm.findings', 'crm.stages', 'crm.answer', 'task.list'] as const),
  ],
  rep: [
    ...([
      'deal.add',
      'deal.edit',
      'deal.move',
      'deal.won',
      'deal.lost',
      'deal.reopen',
      'deal.snooze',
    ] as const),
    ...(['lead.add', 'log.call', 'log.email', 'log.meeting', 'log.note'] as const),
    ...(['contact.add', 'company.add', 'undo', 'assign.list', 'assign.test'] as const),
    ...(['company.edit', 'contact.edit', 'lead.edit', 'lead.assign', 'lead.accept'] as const),
    ...(['lead.qualify', 'lead.disqualify', 'lead.convert'] as const),
    ...(['crm.merge', 'crm.duplicates', 'crm.distinct'] as const),
    ...(['segment.add', 'segment.edit', 'segment.remove'] as const),
    ...(['task.add', 'task.done', 'task.edit'] as const),
  ],
  manager: [
    ...(['digest.subscribe', 'digest.stop', 'crm.settings', 'crm.users', 'crm.member'] as const),
    ...(['assign.add', 'assign.edit', 'assign.move', 'assign.remove', 'crm.handover'] as const),
    ...([
      'import.file',
      'import.columns',
      'import.options',
      'import.check',
      'import.run',
      'import.rejected',
      'import.cancel',
      'import.list',
    ] as const),
  ],
  admin: [
    ...(['crm.admit', 'crm.permissions', 'crm.permit', 'crm.audit', 'crm.stage', 'crm.survey'] as const),
    ...(['field.add', 'field.edit', 'lead.sources'] as const),
  ],
};
const order = ['anyone', 'viewer', 'rep', 'manager', 'admin'];

describe('who may do what', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  const people: Record<string, Person> = {};
  const person = (name: string) => people[name] as Person;

  beforeAll(async () => {
    acme = await company(database);
    Object.assign(people, {
      viewer: await acme.member('Vy', 'viewer'),
      rep: await acme.member('Lan', 'rep', 'North'),
      mate: await acme.member('Tú', 'rep', 'North'),
      other: await acme.member('Minh', 'rep', 'South'),
      alone: await acme.member('Sơn', 'rep'),
      manager: await acme.member('Hoa', 'manager'),
      admin: await acme.member('Bảo', 'admin'),
      ended: await acme.member('Nga', 'admin'),
      anyone: { platform: 'playground', userId: 'new', name: 'New', full: true },
      outsider: { platform: 'playground', userId: 'guest', name: 'Guest', full: false },
    });
    await acme.db.member.updateMany({ where: { name: 'Nga' }, data: { active: false } });
    people.operator = { platform: 'terminal', userId: 'operator', name: 'operator', full: true };
    // Deals and leads 1 Lan's, 2 Tú's, 3 Minh's, 4 nobody's, 5 Sơn's.
    for (const name of ['Lan', 'Tú', 'Minh', '', 'Sơn']) {
      const owner = name && ` owner:${name}`;
      for (const line of [
        `deal add "Kho ${name || 'trống'}" 500tr${owner}`,
        `lead add "Khách ${name || 'trống'}" source:website${owner}`,
      ])
        expect(await acme.say(person('admin'), line), line).toMatchObject({ ok: 'done' });
    }
    for (const table of [acme.db.deal, acme.db.lead] as { updateMany(a: object): Promise<unknown> }[])
      await table.updateMany({ where: { id: 4 }, data: { ownerId: null } });
  });

  const standing = ['outsider', 'ended', ...order, 'operator'];

  it.each(standing)('%s runs what their role may, and nothing else', async (who) => {
    const level = who === 'operator' ? 'admin' : who;
    const may = order.slice(0, order.indexOf(level) + 1).flatMap((role) => least[role] ?? []);
    const ran: string[] = [];
    for (const command of ids) {
      const { card } = await acme.chat.handle({
        key: `${who}:${command}`,
        person: person(who),
        place: { channel: 'x', private: true },
        command,
        wire: { _ask: '1', deal: '99', language: 'xx', digest: 'xx', change: 'xx', share: 'xx' },
        replyTo: null,
      });
      const text = textOf(card);
      if (!/Your role does not allow|Only full members|Ask to join|is with the admins/.test(text))
        ran.push(command);
    }
    expect(ran.toSorted()).toEqual([...may].toSorted());
    expect(Object.values(least).flat().toSorted()).toEqual(ids.toSorted());
  });

  /** Of records 1 Lan's, 2 Tú's, 3 Minh's, 4 nobody's, 5 Sơn's: what each person sees, and what they change. */
  const table: [who: string, sees: number[], changes: number[]][] = [
    ['outsider', [], []],
    ['anyone', [], []],
    ['ended', [], []],
    ['viewer', [1, 2, 3, 4, 5], []],
    ['rep', [1, 2, 4], [1, 4]],
    ['mate', [1, 2, 4], [2, 4]],
    ['other', [3, 4], [3, 4]],
    ['alone', [4, 5], [4, 5]],
    ['manager', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
    ['admin', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
    ['operator', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
  ];
  let turn = 0;

  it.each(table)('%s sees %j and changes %j', async (who, sees, changes) => {
    const done = async (line: string) => {
      turn += 1;
      const got = await acme.ask(person(who), line.replace('#', String(1 + (turn % 300))));
      return got.kind === 'answer' && got.answer.ok === 'done';
    };
    const through = async (line: (id: number) => string) => {
      const ok: number[] = [];
      for (const id of [1, 2, 3, 4, 5]) if (await done(line(id))) ok.push(id);
      return ok;
    };
    expect(await through((id) => `deal show ${id}`)).toEqual(sees);
    expect(await through((id) => `lead show ${id}`)).toEqual(sees);
    expect(await through((id) => `deal edit ${id} amount:#tr`)).toEqual(changes);
    expect(await through((id) => `deal move ${id} negotiation`)).toEqual(changes);
    expect(await through((id) => `deal snooze ${id} #`)).toEqual(changes);
    expect(await through((id) => `deal won ${id}`)).toEqual(changes);
    expect(await through((id) => `deal reopen ${id}`)).toEqual(changes);
    expect(await through((id) => `deal lost ${id} reason:giá`)).toEqual(changes);
    expect(await through((id) => `deal reopen ${id}`)).toEqual(changes);
    expect(await through((id) => `deal move ${id} consulting`)).toEqual(changes);
    // Whoever works here and sees a record writes down what happened.
    const logs = who === 'viewer' ? [] : sees;
    expect(await through((id) => `log note D-${id} "x"`)).toEqual(logs);
    expect(await through((id) => `log note L-${id} "x"`)).toEqual(logs);
    expect(await through((id) => `task add D-${id} "x" tomorrow`)).toEqual(logs);
  });

  it('offers no button that the reader may not use, where they alone read', async () => {
    const offered = async (who: string, line: string) => {
      const { card } = await acme.say(person(who), line);
      return card.blocks.flatMap((block) =>
        block.kind === 'actions' ? block.actions.map((a) => a.command) : [],
      );
    };
    const pages = ['deal.show', 'deal.show'];
    const open = [...pages, 'deal.move', 'deal.won', 'deal.lost', 'log.call', 'task.add', 'deal.edit'];
    expect(await offered('rep', 'deal show 1')).toEqual(open);
    expect(await offered('manager', 'deal show 1')).toEqual(open);
    expect(await offered('rep', 'deal show 2')).toEqual([...pages, 'log.call', 'task.add']);
    expect(await offered('viewer', 'deal show 1')).toEqual(pages);
    expect(await offered('viewer', 'me')).toEqual(['task.list', 'pipeline']);
    expect(await offered('manager', 'crm users')).toEqual(['crm.member']);
    expect(await offered('admin', 'crm users')).toEqual(['crm.admit', 'crm.member', 'crm.permissions']);
  });

  it('stops old buttons when a role or a membership ends, and takes the sight with the team', async () => {
    const temp = await acme.member('Tạm', 'manager');
    const row = await acme.db.member.findFirstOrThrow({ where: { name: 'Tạm' } });
    const press = { command: 'deal.edit', wire: { deal: '3', amount: '77tr' } };
    expect((await acme.say(temp, press)).ok).toBe('done');
    await acme.say(person('admin'), 'crm member Tạm role:rep team:North');
    expect(textOf(await acme.say(temp, { ...press, wire: { deal: '3', amount: '78tr' } }))).toContain(
      'found nothing',
    );
    expect((await acme.say(temp, 'deal show 1')).ok).toBe('done');
    await acme.say(person('admin'), 'crm member Tạm team:South');
    expect((await acme.say(temp, 'deal show 1')).ok).toBe('refused');
    expect((await acme.say(temp, 'deal show 3')).ok).toBe('done');
    await acme.say(person('admin'), 'crm member Tạm active:no');
    expect(textOf(await acme.say(temp, press))).toContain('Only full members');
    expect(textOf(await acme.chat.home(temp))).toContain('Only full members');
    await acme.say(person('admin'), 'crm member Tạm active:yes role:viewer');
    expect((await acme.db.member.findUniqueOrThrow({ where: { id: row.id } })).active).toBe(true);
    expect((await acme.say(temp, 'deal show 1')).ok).toBe('done');
  });
});

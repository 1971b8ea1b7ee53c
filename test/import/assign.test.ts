import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;

const csv =
  'externalId,name,source,region,owner,status\n1,An,web,Nam,,\n2,Bình,web,nam,,\n3,Chi,web,Nam,Hoa,\n4,Dũng,web,Bắc,,\n5,Giang,web,Nam,,CONVERTED\n6,Hải,web,Nam,,\n';
const owners = async () =>
  (await db.lead.findMany({ orderBy: { id: 'asc' }, include: { owner: true } })).map(
    (lead) => lead.owner?.name,
  );
const deliveries = () => db.delivery.findMany({ orderBy: { id: 'asc' } });

beforeEach(async () => {
  await desk.reset();
  const createdAt = new Date('2026-11-01T00:00:00Z');
  for (const [name, locale] of [
    ['Lan', 'vi'],
    ['Minh', null],
    ['Hoa', null],
  ] as const) {
    const identities = { create: { platform: 'slack', userId: `U${name}`, name } };
    await db.member.create({
      data: { name, folded: name.toLowerCase(), role: 'REP', locale, createdAt, identities },
    });
  }
  await db.assignmentRule.create({
    data: { position: 1, region: 'Nam', method: 'ROUND_ROBIN', memberIds: [1, 2], createdAt },
  });
});

it('without --assign leads have the owner their row says', async () => {
  await load('leads', csv);
  expect(await owners()).toEqual([undefined, undefined, 'Hoa', undefined, undefined, undefined]);
  expect(await deliveries()).toEqual([]);
});

it('with it leads in work that nobody has go by the rules, with one message to each new owner', async () => {
  const { out } = await load('leads', csv, '--assign');
  expect(await owners()).toEqual(['Lan', 'Minh', 'Hoa', undefined, undefined, 'Lan']);
  expect(out).toContain('Assigned by the rules: Lan 2, Minh 1');
  expect(out).toContain('1 lead has no owner');
  const first = await db.lead.findFirstOrThrow({ where: { name: 'An' } });
  expect(first.assignedAt).toEqual(new Date('2026-11-18T09:00:00Z'));
  const [lan, minh, ...more] = await deliveries();
  expect(more).toEqual([]);
  expect(lan).toMatchObject({ platform: 'slack', destination: 'user:ULan', locale: 'vi' });
  expect(JSON.stringify(lan?.card)).toContain('Bạn vừa được giao 2 lead');
  expect(JSON.stringify(minh?.card)).toContain('1 lead was assigned to you');
  expect(minh?.card).toMatchObject({
    blocks: [{ kind: 'actions', actions: [{ command: 'lead.list', wire: { owner: 'm2' } }] }],
  });
});

it('is one change with the import: undo takes the leads back, and from known ones the owner', async () => {
  await load('leads', csv);
  const { change, out } = await load('leads', csv, '--assign');
  expect(out).toContain('0 new, 3 updated, 3 unchanged');
  expect(await owners()).toEqual(['Lan', 'Minh', 'Hoa', undefined, undefined, 'Lan']);
  await desk.undo(change);
  expect(await owners()).toEqual([undefined, undefined, 'Hoa', undefined, undefined, undefined]);
  expect(await db.lead.count({ where: { assignedAt: { not: null } } })).toBe(0);
});

it('uses up nobody’s turn on a dry run, and goes on with whose turn it is', async () => {
  const { out } = await load('leads', csv, '--assign', '--dry-run');
  expect(out).toContain('Lan 2, Minh 1');
  expect([await db.lead.count(), await deliveries()]).toEqual([0, []]);
  await load('leads', csv, '--assign');
  await load('leads', 'externalId,name,source,region\n7,Khoa,web,Nam\n', '--assign');
  expect((await owners()).at(-1)).toBe('Minh');
});

describe('by workload', () => {
  const head = 'externalId,name,source,region,owner,status\n';
  const rows = (from: number, count: number, owner: string, status = '') =>
    Array.from(
      { length: count },
      (_, i) => `${from + i},Khách ${from + i},web,Nam,${owner},${status}\n`,
    ).join('');
  const byOwner = async () => {
    const held: Record<string, number> = {};
    for (const name of await owners()) held[name ?? 'nobody'] = (held[name ?? 'nobody'] ?? 0) + 1;
    return held;
  };
  beforeEach(() => db.assignmentRule.updateMany({ data: { method: 'WORKLOAD' } }));

  it.each(['before', 'behind'])(
    'counts what the same file gives to somebody by name, %s the others',
    async (where) => {
      const named = rows(1, 3, 'Lan');
      const free = rows(11, 3, '');
      const csv = head + (where === 'before' ? named + free : free + named);
      const dry = await load('leads', csv, '--assign', '--dry-run');
      expect(dry.out).toContain('Assigned by the rules: Minh 3');
      expect((await load('leads', csv, '--assign')).out).toContain('Assigned by the rules: Minh 3');
      expect(await byOwner()).toEqual({ Lan: 3, Minh: 3 });
    },
  );

  it('counts no lead that is closed, and what it moves from one to another where it is then', async () => {
    await load('leads', head + rows(1, 3, 'Lan'));
    const moved = rows(1, 3, 'Minh');
    const closed = rows(21, 4, 'Lan', 'CONVERTED');
    const { out } = await load('leads', head + moved + closed + rows(11, 3, ''), '--assign');
    expect(out).toContain('Assigned by the rules: Lan 3');
  });

  it('gives nobody more than they can take, with what the file gives them', async () => {
    await db.member.updateMany({ where: { name: { in: ['Lan', 'Minh'] } }, data: { capacity: 2 } });
    const { out } = await load('leads', head + rows(11, 4, '') + rows(1, 2, 'Lan'), '--assign');
    expect(out).toContain('Assigned by the rules: Minh 2');
    expect(await byOwner()).toEqual({ Lan: 2, Minh: 2, nobody: 2 });
  });
});

it('is for leads alone', async () => {
  expect((await load('contacts', 'name\nAn\n', '--assign')).err).toBe('--assign is for leads.\n');
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();

describe('a segment', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let lan: Person;
  let minh: Person;

  beforeAll(async () => {
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    lan = await acme.member('Lan', 'rep', 'North');
    minh = await acme.member('Minh', 'rep', 'South');
    await acme.say(admin, 'field add lead "Hạng" choice options:"A, B"');
    for (const person of [lan, lan, minh]) await acme.say(person, `lead add Khách source:website region:Nam`);
    await acme.say(lan, 'lead edit 1 hạng:A');
  });

  const done = async (person: Person, line: string) => {
    const answer = await acme.say(person, line);
    expect(answer.ok, textOf(answer.card)).toBe('done');
    return textOf(answer.card);
  };
  const refused = async (person: Person, line: string) => {
    const answer = await acme.say(person, line);
    expect(answer, textOf(answer.card)).toMatchObject({ ok: 'refused', visibility: 'private' });
    return textOf(answer.card);
  };

  it('counts what its asker sees, as the list and the lists of records do', async () => {
    await done(lan, 'segment add "Miền Nam" lead region:Nam');
    await done(lan, 'segment add "Của tôi" lead owner:me');
    for (const [person, all, mine] of [
      [admin, 3, 0],
      [lan, 2, 2],
      [minh, 1, 1],
    ] as const) {
      const list = await done(person, 'segment list');
      expect(list).toContain(`[["Miền Nam"],["Lead"],["region:Nam"],["${all}"]]`);
      if (person !== admin) expect(list).toContain(`[["Của tôi"],["Lead"],["owner:me"],["${mine}"]]`);
      const title = `${all} ${all === 1 ? 'lead' : 'leads'}"`;
      expect(await done(person, 'segment show "mien nam"')).toContain(title);
      expect(await done(person, 'lead list region:Nam')).toContain(title);
    }
  });

  it('is live: who comes to fit is in it at once', async () => {
    await done(lan, 'lead add Mới source:website region:nam');
    expect(await done(lan, 'segment show "Miền Nam"')).toContain('3 leads');
    await done(lan, 'undo');
    expect(await done(lan, 'segment show "Miền Nam"')).toContain('2 leads');
  });

  it('has a name of its own, and a filter that can be read', async () => {
    expect(await refused(minh, 'segment add "miền  nam" lead source:web')).toContain('already');
    expect(await refused(minh, 'segment add "Sai" lead onwer:me')).toContain('Did you mean');
    expect(await refused(minh, 'segment edit "Miền Nam" name:X')).toContain('belongs to somebody else');
    expect(await refused(minh, 'segment remove "Miền Nam"')).toContain('belongs to somebody else');
    expect(await acme.db.segment.count()).toBe(2);
  });

  it('is changed, removed and brought back as it was', async () => {
    const before = await acme.db.segment.findFirstOrThrow({ where: { name: 'Miền Nam' } });
    await done(lan, 'segment edit "Miền Nam" name:"Phía Nam" filter:"region:nam source:web"');
    await done(lan, 'undo');
    expect(await acme.db.segment.findUnique({ where: { id: before.id } })).toEqual(before);
    await done(admin, 'segment remove "Miền Nam"');
    expect(await acme.db.segment.count()).toBe(1);
    await done(admin, 'undo');
    expect(await acme.db.segment.findUnique({ where: { id: before.id } })).toEqual(before);
  });

  it('whose field was put away says so, and the others are still counted', async () => {
    await done(lan, 'segment add "Hạng A" lead hạng:A');
    expect(await done(lan, 'segment show "Hạng A"')).toContain('1 lead"');
    await done(admin, 'field edit Hạng show:hidden');
    const list = await done(lan, 'segment list');
    expect(list).toContain('“Hạng A” can no longer be read: There is no field “hạng” here');
    expect(list).toContain('["region:Nam"],["2"]');
    expect(await refused(lan, 'segment show "Hạng A"')).toContain('There is no field “hạng”');
  });
});

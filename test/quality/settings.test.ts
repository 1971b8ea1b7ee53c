import { beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/crm/audit.ts';
import { undo } from '../../src/crm/changes/undo.ts';
import { loadAudit } from '../../src/crm/settings/audit.ts';
import { company, someone, words } from '../jobs/company.ts';
import { testDatabase } from '../support/database.ts';

describe('who answers for the data', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);
  const admin = (more: object = {}) => someone(prisma, '2026-11-23 08:00', { access: 'admin', ...more });
  const nothing = {
    ...{ responsible: undefined, every: undefined, at: undefined, channel: undefined, untouched: undefined },
    survey: undefined,
  };
  const post = async () => (await loadAudit(prisma)).post;

  it('is set in the channel where it is typed, changed piece by piece, ended, and each step taken back', async () => {
    const acme = await company(prisma);
    const [lan, minh] = [await acme.member('Lan'), await acme.member('Minh')];
    const card = await audit.run(admin(), { ...nothing, responsible: lan as never });
    expect(words(card)).toContain(
      '"08:30"," vào ngày làm việc đầu tiên của mỗi quý; ","Lan"," chịu trách nhiệm',
    );
    expect(words(card)).toContain('{"channel":"C1","on":"slack"}');
    const first = { memberId: lan.id, platform: 'slack', channel: 'C1', minute: 510 };
    expect(await loadAudit(prisma)).toMatchObject({ untouched: 90, post: first });
    await audit.run(admin({ private: true }), { ...nothing, at: 600, untouched: 30 });
    expect(await loadAudit(prisma)).toMatchObject({ untouched: 30, post: { ...first, minute: 600 } });
    await audit.run(admin({ channel: 'C2' }), { ...nothing, responsible: minh as never });
    expect(await post()).toMatchObject({ memberId: minh.id, channel: 'C1' });
    await audit.run(admin({ channel: 'C2' }), { ...nothing, channel: 'here' });
    expect(await post()).toMatchObject({ memberId: minh.id, channel: 'C2', minute: 600 });
    await audit.run(admin(), { ...nothing, every: 'never' });
    expect(await loadAudit(prisma)).toEqual({ untouched: 30, post: null });
    for (const wanted of [
      { memberId: minh.id, channel: 'C2' },
      { memberId: minh.id, channel: 'C1' },
    ]) {
      await undo(admin());
      expect(await post()).toMatchObject(wanted);
    }
    await undo(admin());
    await undo(admin());
    expect(await loadAudit(prisma)).toMatchObject({ untouched: 90, post: first });
    await undo(admin());
    expect(await loadAudit(prisma)).toEqual({ untouched: 90, post: null });
  });

  it('is refused in one sentence without a person or a channel, or where nothing would change', async () => {
    const lan = await (await company(prisma)).member('Lan');
    const wanted = { ...nothing, responsible: lan as never };
    const refused = (key: string) => ({ key: `problem.${key}` });
    await expect(audit.run(admin(), { ...nothing, at: 600 })).rejects.toMatchObject(refused('audit.nobody'));
    await expect(audit.run(admin({ private: true }), wanted)).rejects.toMatchObject(
      refused('audit.no_channel'),
    );
    expect(await prisma.change.count()).toBe(0);
    await audit.run(admin(), wanted);
    await expect(audit.run(admin(), wanted)).rejects.toMatchObject(refused('edit.nothing'));
  });

  it('may be taken back by admins alone', async () => {
    const lan = await (await company(prisma)).member('Lan');
    await audit.run(admin(), { ...nothing, responsible: lan as never });
    const manager = someone(prisma, '2026-11-23 08:00', { access: 'manager' });
    await expect(undo(manager, 1)).rejects.toMatchObject({ key: 'problem.access.denied' });
    expect(await post()).not.toBeNull();
  });

  it('is shown in the form as it is', async () => {
    const lan = await (await company(prisma)).member('Lan');
    expect(await audit.prefill?.(admin(), {})).toEqual({
      ...{ every: 'quarter', at: '08:30', survey: 'no', untouched: '90' },
    });
    await audit.run(admin(), { ...nothing, responsible: lan as never, at: 600 });
    expect(await audit.prefill?.(admin(), {})).toEqual({
      ...{ responsible: `m${lan.id}`, every: 'quarter', at: '10:00', untouched: '90', survey: 'no' },
    });
  });
});

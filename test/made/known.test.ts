import { describe, expect, it } from 'vitest';
import { acme, button, deal, done, lan, last, newTeam, opened, refused, vy } from './team.ts';

newTeam();

describe('who is here already', () => {
  it('is asked about once: one of ours, or really a new one, who is remembered as another', async () => {
    await done('company add "Hoàng Long JSC"');
    await done('company add "Haong Long" apart:C-1');
    const asked = await refused(
      'deal add "Kho lạnh" 5tr company:"new: Hoàng Long" close:friday source:referral',
    );
    expect(asked.told).toContain(
      'The company “Hoàng Long” may be one we have: Hoàng Long JSC (C-1), Haong Long (C-2). Which is it?',
    );
    expect(asked.labels).toEqual(['C-1 Hoàng Long JSC', 'C-2 Haong Long', 'New company: Hoàng Long']);
    await done(button(asked, 'C-1 Hoàng Long JSC'));
    expect(await deal()).toMatchObject({ title: 'Kho lạnh', companyId: 1, source: 'referral' });
    await done('undo');
    await done(button(asked, 'New company: Hoàng Long'));
    expect(await deal()).toMatchObject({ company: { name: 'Hoàng Long' }, source: 'referral' });
    const anew = (await deal()).companyId;
    expect((await deal()).expectedCloseOn).toEqual(new Date('2026-11-20'));
    expect(
      await acme.db.distinctPair.findMany({ where: { b: anew ?? 0 }, orderBy: { a: 'asc' } }),
    ).toMatchObject([
      { record: 'company', a: 1, b: anew },
      { record: 'company', a: 2, b: anew },
    ]);
    await done('undo');
    expect(await acme.db.distinctPair.count()).toBe(1);
  });

  it('also where somebody was faster', async () => {
    const asked = await refused('deal add Kho 5tr company:Acme');
    await done(button(asked, 'New company: Acme'));
    const again = await refused(button(asked, 'New company: Acme'));
    expect(again.labels).toEqual(['C-1 Acme', 'New company: Acme']);
  });

  it('of two at once only the first makes one', async () => {
    const press = button(await refused('deal add Kho 5tr contact:Bình'), 'New contact: Bình');
    const both = await Promise.all([acme.say(lan, press), acme.say(vy, press)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual(['done', 'refused']);
    expect(await acme.db.contact.count()).toBe(1);
  });

  it('of people by their name, and within the company by a similar one; a lead can be looked at', async () => {
    await done('company add Acme');
    await done('contact add "Trần Bình" company:Acme');
    await done('lead add "Tran Binhh" 0912345678 website company:Acme apart:P-1');
    const asked = await refused('deal add Kho 5tr company:Acme contact:"new: Trần Bình"');
    expect(asked.labels).toEqual(['P-1 Trần Bình (Acme)', 'Show L-1', 'New contact: Trần Bình']);
    await done(button(asked, 'New contact: Trần Bình'));
    expect(await deal()).toMatchObject({ contact: { name: 'Trần Bình', companyId: 1 } });
    expect(await acme.db.distinctPair.findMany()).toMatchObject([
      { record: 'contact', a: 1, b: (await deal()).contactId },
    ]);
  });

  it('of a contact’s company and then of the contact, each asked with what was said', async () => {
    await done('company add Acme');
    await done('contact add Bình 0912345678');
    const asked = await refused('contact add "Lê Bình" 0912345678 company:"new: Acme" region:Nam');
    const next = await refused(button(asked, 'New company: Acme'));
    expect(next.told).toContain('same phone number');
    await done(button(next, 'Add anyway'));
    const made = await acme.db.contact.findFirstOrThrow({ where: { id: 2 }, include: { company: true } });
    expect(made).toMatchObject({ region: 'Nam', company: { name: 'Acme' } });
    expect(made.companyId).not.toBe(1);
  });

  it('but not who is out of sight', async () => {
    const boss = await acme.member('Boss', 'admin');
    await done('company add Acme', vy);
    await done('crm permit rep company sees:own changes:own', boss);
    const asked = await refused('deal add Kho 5tr company:Acme');
    expect(await last('deal.add', 'company', 'Acme')).toMatchObject({ value: 'new: Acme' });
    await done(button(asked, 'New company: Acme'));
    expect((await deal()).companyId).not.toBe(1);
  });
});

describe('an edit of which a form was open', () => {
  it('is overtaken as any other, makes nothing, and shows the new one by its label', async () => {
    await done('company add Borealis');
    await done('deal add Kho 5tr');
    const form = await opened({ command: 'deal.edit', wire: { deal: '1', _ask: '1' } });
    await done('deal edit 1 company:Borealis', lan);
    const wire = {
      ...form.carried,
      ...Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value])),
      company: 'new: Acme',
    };
    const got = await acme.say(lan, { command: 'deal.edit', wire });
    expect(got.ok).toBe('refused');
    expect(await acme.db.company.count()).toBe(1);
    expect(got.form?.fields.find(({ name }) => name === 'company')).toMatchObject({
      value: 'new: Acme',
      shown: 'New company: Acme',
    });
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Kind } from '../../src/crm/codes.ts';
import type { Ctx } from '../../src/crm/context.ts';
import { operator } from '../../src/crm/people/known.ts';
import { seedDemo } from '../../src/demo/index.ts';
import { exported } from '../../src/export/export.ts';
import { kindNames, kinds } from '../../src/export/kinds.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';
import { readList } from '../../src/lib/reach.ts';
import { importing } from '../import/importing.ts';

const desk = await importing();
const { db } = desk;
const now = new Date('2026-11-18T09:00:00Z');
const org = {
  ...{ clock: fixedClock(now), zone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'en' as const },
  ...{ adminEmails: [], custom: () => [] },
};
const ctx = (over: Partial<Ctx> = {}): Ctx => ({
  ...operator({ db, ...org }),
  ...over,
});

beforeEach(() => desk.reset());

async function text(kind: Kind, filter?: string, over?: Partial<Ctx>): Promise<string> {
  let all = '';
  for await (const piece of (await exported(ctx(over), kind, filter ? [filter] : [])).pieces) all += piece;
  return all;
}

function tagsIn(typed: string): string[] {
  const reading = readList(typed);
  return reading.ok ? reading.value : [];
}

/** Every row of every table that an import could have touched. */
const everything = async () =>
  JSON.stringify([
    await db.member.findMany({ orderBy: { id: 'asc' } }),
    await db.product.findMany({ orderBy: { id: 'asc' } }),
    await db.company.findMany({ orderBy: { id: 'asc' } }),
    await db.contact.findMany({ orderBy: { id: 'asc' } }),
    await db.lead.findMany({ orderBy: { id: 'asc' } }),
    await db.deal.findMany({ orderBy: { id: 'asc' } }),
    await db.stageEvent.findMany({ orderBy: { id: 'asc' } }),
  ]);

/** Exports each kind, imports the file again, and tells what that did. */
async function there(): Promise<void> {
  const before = await everything();
  for (const name of kindNames) {
    const count = await (db[kinds[name]] as { count(): Promise<number> }).count();
    const file = join(desk.folder, `${name}.csv`);
    await writeFile(file, await text(kinds[name]));
    const { out, err } = await desk.run('en', [name, file]);
    expect(out, err).toBe(`${name}: 0 new, 0 updated, ${count} unchanged, 0 not imported\n`);
  }
  expect(await everything()).toBe(before);
}

describe('an export that is imported again', () => {
  it('changes nothing of the demo company', async () => {
    await seedDemo(db, org);
    expect(await db.company.count()).toBeGreaterThan(10);
    await there();
  });

  it('changes nothing of names that are formulas, quotes, lines, numbers of other records or shared', async () => {
    const hostile = [
      '=HYPERLINK("http://x","y")',
      '+84 912 345 678',
      '-1',
      '@everyone',
      "'=1+1",
      "''-2",
      'A, "B"; C',
      'Hai\ndòng',
      '#1',
      'C-2',
      'Công ty TNHH Trùng',
      'Trùng',
      'Công ty TNHH Trùng',
      'a@b.vn',
      '<!channel>',
      '84912345678',
      'Ｆｕｌｌ　ｗｉｄｔｈ',
      '🏭 Nhà máy',
    ];
    const [lan] = await Promise.all(
      ['Lan', 'Lan'].map((name) => db.member.create({ data: { name, folded: fold(name) } })),
    );
    const stage = await db.stage.findFirstOrThrow({ where: { kind: 'OPEN' } });
    const won = await db.stage.findFirstOrThrow({ where: { kind: 'WON' } });
    const lost = await db.stage.findFirstOrThrow({ where: { kind: 'LOST' } });
    for (const [i, name] of hostile.entries()) {
      const shared = { name, folded: fold(name), ownerId: lan?.id ?? null, createdAt: now };
      const company = await db.company.create({
        data: {
          ...{ ...shared, industry: name, note: name, revenue: i % 2 ? '84912345678' : '0.5' },
          ...{
            revenueCurrency: i % 2 ? 'VND' : 'USD',
            ...(i % 4 < 3 && { receivable: '1234567.89', receivableCurrency: 'USD', receivableDue: now }),
            phone: '+84912345678',
            // As every way in reads them: none with a comma, a line break or a space at its end.
            tags: ['b2b', ...tagsIn(name.slice(0, 5))],
          },
          parentId: i || null,
        },
      });
      const linked = { ...shared, companyId: company.id };
      const contact = await db.contact.create({ data: { ...linked, title: name, phone: '+442079460958' } });
      const lead = await db.lead.create({
        data: { ...shared, companyName: name, source: i % 2 ? 'website' : 'Hội chợ', note: name },
      });
      const deal = await db.deal.create({
        data: {
          ...{
            title: name,
            folded: fold(name),
            amount: '84912345678',
            currency: 'VND',
            companyId: company.id,
          },
          ...{ contactId: contact.id, leadId: lead.id, pipelineId: stage.pipelineId, source: name },
          ...{ createdAt: new Date('2026-11-01T02:03:04.567Z'), expectedCloseOn: new Date('2026-12-31') },
        },
      });
      const at = new Date(`2026-11-${10 + (i % 5)}T01:02:03.004Z`);
      await db.stageEvent.create({ data: { dealId: deal.id, stageId: stage.id, at: deal.createdAt } });
      if (i % 3 === 1) await db.stageEvent.create({ data: { dealId: deal.id, stageId: won.id, at } });
      if (i % 3 === 2)
        await db.stageEvent.create({ data: { dealId: deal.id, stageId: lost.id, at, reason: name } });
    }
    await there();
  });

  it('updates the very record whose name was changed in the file, and makes none', async () => {
    await seedDemo(db, org);
    const company = await db.company.findFirstOrThrow();
    const csv = `\ufeffid,name\n${company.id},Tên mới\n999999,Ai\nx,Ai\n${company.id},Hai lần\n`;
    const { out, err } = await desk.load('companies', csv);
    expect(out).toContain('0 new, 1 updated, 0 unchanged, 3 not imported');
    expect(err).toContain('row 3: id: we have no record number 999999');
    expect(err).toContain('row 4: id: “x” is not a whole number');
    expect(err).toContain('row 5: id: row 2 is about the same record');
    expect(await db.company.findUnique({ where: { id: company.id } })).toMatchObject({ name: 'Tên mới' });
  });

  it('holds what its asker sees and its filter says, no formula, and a mark of UTF-8', async () => {
    const [lan, minh] = await Promise.all(
      ['Lan', 'Minh'].map((name) => db.member.create({ data: { name, folded: fold(name) } })),
    );
    for (const [name, ownerId] of [
      ['=A1', lan?.id],
      ['Kín', minh?.id],
      ['Thép', lan?.id],
    ] as const)
      await db.company.create({
        data: { name, folded: fold(name), ownerId: ownerId ?? null, createdAt: now },
      });
    const sight = { ...ctx().sight, company: [lan?.id ?? 0] };
    const seen = await text('company', undefined, { sight });
    expect(seen.startsWith('\ufeffid,')).toBe(true);
    expect(seen).toContain(",'=A1,");
    expect(seen).toContain(',Thép,');
    expect(seen).not.toContain('Kín');
    const filtered = await text('company', 'name:thep');
    expect(filtered.trim().split('\n')).toHaveLength(2);
    expect((await exported(ctx({ sight }), 'company')).total).toBe(2);
  });

  it('tells by no number that another, whom its asker does not see, is called the same', async () => {
    const minh = await db.member.create({ data: { name: 'Minh', folded: 'minh' } });
    const [own] = await Promise.all(
      [null, minh.id].map((ownerId) =>
        db.company.create({ data: { name: 'Sao Mai', folded: 'sao mai', ownerId, createdAt: now } }),
      ),
    );
    await db.contact.create({ data: { name: 'An', folded: 'an', companyId: own?.id ?? 0, createdAt: now } });
    expect(await text('contact')).toContain(`,#${own?.id},`);
    const sight = { ...ctx().sight, company: [] };
    expect(await text('contact', undefined, { sight })).toContain(',Sao Mai,');
  });
});

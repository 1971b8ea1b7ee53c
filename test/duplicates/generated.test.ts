import { expect, it } from 'vitest';
import { keysOf } from '../../src/crm/duplicates/keys.ts';
import { inCommon, type Marks, marksOf } from '../../src/crm/duplicates/marks.ts';
import { scanDuplicates } from '../../src/crm/duplicates/scan.ts';
import { operator } from '../../src/crm/people/known.ts';
import { fold } from '../../src/lib/fold.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Vũ'];
const middles = ['Thị', 'Văn', 'Minh', 'Đức', 'Ngọc', 'Thanh', 'Hữu', 'Quang'];
const given = ['Lan', 'Hương', 'Hùng', 'Dũng', 'Linh', 'Trang', 'Phương', 'Khánh', 'Quỳnh', 'Thảo'];

/** The same numbers in every run, evenly from 0 up to 1. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

it('finds whom comparing all who share a key finds, among thousands of generated names', async () => {
  await database.truncate();
  const acme = await company(database);
  const next = numbers(7);
  const one = (list: readonly string[]) => list[Math.floor(next() * list.length)] as string;
  const firms = Array.from({ length: 60 }, (_, i) => ({ name: `Hãng ${i}`, folded: `hang ${i}` }));
  await acme.db.company.createMany({ data: firms.map((firm) => ({ ...firm, createdAt: acme.clock.now() })) });
  const people = Array.from({ length: 3000 }, (_, i) => {
    const name = `${one(families)} ${one(middles)} ${one(given)}`;
    const spelt = [name, fold(name), name.replace('ng', 'gn'), name.split(' ').toReversed().join(' ')];
    return {
      name: next() < 0.8 ? name : one(spelt),
      companyId: next() < 0.9 ? 1 + Math.floor(next() * 60) : null,
      phone: next() < 0.5 ? `+8490${1_000_000 + Math.floor(next() * 40_000)}` : null,
      email: next() < 0.5 ? `p${next() < 0.05 ? i - 1 : i}@x.vn` : null,
    };
  });
  await acme.db.contact.createMany({
    data: people.map((row) => ({ ...row, folded: fold(row.name), createdAt: acme.clock.now() })),
  });

  const groups = await scanDuplicates(operator(acme.org), ['contact']);

  const marks = people.map((row) =>
    marksOf({ ...row, companyName: row.companyId && `Hãng ${row.companyId - 1}` }),
  );
  const byKey = new Map<string, { own: Marks; id: number }[]>();
  for (const [i, own] of marks.entries())
    for (const key of keysOf(true, own)) byKey.set(key, [...(byKey.get(key) ?? []), { own, id: i + 1 }]);
  const expected = new Map<number, number[]>();
  for (const those of byKey.values())
    for (const { own, id } of those)
      for (const other of those)
        if (other.id !== id && inCommon(true, own, other.own).length)
          expected.set(id, [...(expected.get(id) ?? []), other.id]);
  const found = new Set(groups.flatMap(({ records }) => records.map(({ id }) => id)));
  expect(expected.size).toBeGreaterThan(200);
  expect([...found].filter((id) => !expected.has(id))).toEqual([]);
  // Whose only twin stands beside another comes to light when those were merged.
  const missed = [...expected].filter(
    ([id, twins]) => !found.has(id) && !twins.some((twin) => found.has(twin)),
  );
  expect(missed).toEqual([]);
});

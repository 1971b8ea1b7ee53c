import { fold, foldCompany } from '../../lib/fold.ts';
import { currency, id } from '../cells.ts';
import { byBareName, byName, byText } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { newCompany } from '../new.ts';
import { profileCells, profileColumns } from '../profile.ts';
import { refuseRow } from '../refuse-row.ts';
import { companyTwins } from '../twins.ts';
import { defineKind } from './kind.ts';
import { parentsAmong } from './parents-among.ts';
import { parentsFirst } from './parents-first.ts';

export const companies = defineKind({
  cells: { id, ...profileCells('company'), currency },
  required: ['name'],
  creates: ['company', 'owner'],
  async place(desk) {
    const { companies, members, shelves } = desk.book;
    const byTaxCode = byText('taxCode');
    const marks = [
      { field: 'taxCode', keyOf: byTaxCode },
      { field: 'name', keyOf: byName },
      { field: 'name', keyOf: byBareName },
    ];
    const matcher = createMatcher(companies.all, marks, [byTaxCode]);
    const above = parentsAmong(companies.all);
    const twins = companyTwins(desk, companies.all);
    const rows = parentsFirst(
      desk.rows,
      (r) => r.input.name,
      (r) => r.input.parent,
      foldCompany,
    );
    await desk.each(({ number, input: { id, parent, owner, ...said } }) => {
      const { name = '' } = said;
      const found = matcher.match({ name, folded: fold(name), taxCode: said.taxCode }, id);
      if (parent && foldCompany(parent) === foldCompany(name)) refuseRow('parent', 'import.own_parent');
      const parentId = parent ? companies.find('parent', parent) : undefined;
      if (found && parentId && above(parentId).has(found)) refuseRow('parent', 'import.own_child');
      const links = {
        parentId,
        ownerId: owner && members.find('owner', owner),
      };
      const item = found ?? desk.book.make(companies, newCompany(name, desk.now));
      companies.shelf.update(item, { ...profileColumns('company', said, item.values), ...links });
      twins.admit(item, number);
      matcher.claim(item, number);
      return item;
    }, rows);
    return { main: companies.shelf, shelves };
  },
});

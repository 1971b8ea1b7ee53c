import { fold } from '../../lib/fold.ts';
import { candidates } from '../candidates.ts';
import { id } from '../cells.ts';
import { byEmail, byLink, byName, byText, together } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { newContact } from '../new.ts';
import { profileCells, profileColumns } from '../profile.ts';
import { createShelf, newItem } from '../shelf.ts';
import { peopleTwins } from '../twins.ts';
import { defineKind } from './kind.ts';

export const contacts = defineKind({
  cells: { id, ...profileCells('contact') },
  required: ['name'],
  creates: ['company', 'owner'],
  async place(desk) {
    const { companies, members, shelves } = desk.book;
    const shelf = createShelf('contact');
    const inputs = desk.rows.map((row) => row.input);
    const known = await candidates(
      desk.tx,
      'contact',
      {
        id: inputs.map((input) => input.id),
        email: inputs.map((input) => input.email?.[0]?.value),
        folded: inputs.map((input) => input.name && fold(input.name)),
      },
      !desk.dryRun,
    );
    const marks = [
      { field: 'email', keyOf: byEmail },
      { field: 'phone', keyOf: together(byText('phone'), byName) },
      { field: 'name', keyOf: together(byName, byLink('companyId')) },
    ];
    const matcher = createMatcher(known, marks, [byEmail]);
    const twins = await peopleTwins(desk, 'contact', inputs);
    await desk.each(({ number, input: { id, company, owner, ...said } }) => {
      const companyId = company ? companies.find('company', company) : undefined;
      const ownerId = owner && members.find('owner', owner);
      const { name = '' } = said;
      const [email, phone] = [said.email?.[0]?.value, said.phone?.[0]?.value];
      const found = matcher.match({ email, phone, folded: fold(name), companyId }, id);
      const item = found ?? newItem(newContact(name, desk.now));
      shelf.update(item, { ...profileColumns('contact', said, item.values), companyId, ownerId });
      twins.admit(item, number, companyId?.values.name);
      if (!found) shelf.insert(item);
      matcher.claim(item, number);
      return item;
    });
    return { main: shelf, shelves: [...shelves, shelf] };
  },
});

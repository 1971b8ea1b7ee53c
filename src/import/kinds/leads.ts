import { fold } from '../../lib/fold.ts';
import { candidates } from '../candidates.ts';
import { type Cell, choice, email, id, moment, phone, text } from '../cells.ts';
import { byEmail, byFolded, byName, byText, together } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { stamp } from '../moments.ts';
import { newLead } from '../new.ts';
import { refuseRow } from '../refuse-row.ts';
import { createShelf, newItem } from '../shelf.ts';
import { words } from '../words.ts';
import { defineKind } from './kind.ts';

const ours = choice(words.source);
const theirs = text(120);

/** One of our sources by any of its words, else the source as the file calls it. */
const source: Cell<string> = {
  read(value, reader) {
    const known = ours.read(value, reader);
    return known.ok ? known : theirs.read(value, reader);
  },
};

/** A lead's company is a name until it is one of ours: it need not exist. */
export const leads = defineKind({
  cells: {
    id,
    externalId: text(200),
    name: text(200),
    company: text(200),
    email,
    phone,
    source,
    owner: text(200),
    status: choice(words.status),
    note: text(2000),
    createdAt: moment,
  },
  required: ['name'],
  creates: ['owner'],
  async place(desk) {
    const { companies, members, shelves } = desk.book;
    const shelf = createShelf('lead');
    const inputs = desk.rows.map((row) => row.input);
    const known = await candidates(desk.tx, 'lead', {
      id: inputs.map((input) => input.id),
      externalId: inputs.map((input) => input.externalId),
      email: inputs.map((input) => input.email),
      folded: inputs.map((input) => input.name && fold(input.name)),
    });
    const byExternalId = byText('externalId');
    const marks = [
      { field: 'externalId', keyOf: byExternalId },
      { field: 'email', keyOf: byEmail },
      { field: 'phone', keyOf: together(byText('phone'), byName) },
      { field: 'name', keyOf: together(byName, byFolded('companyName')) },
    ];
    const matcher = createMatcher(known, marks, [byExternalId, byEmail]);
    desk.each(({ number, input: { id, name = '', company, owner, createdAt, ...said } }) => {
      const values = {
        ...said,
        name,
        folded: fold(name),
        companyName: company,
        ownerId: owner && members.find('owner', owner),
      };
      const found = matcher.match(values, id);
      // One that names the same company as before keeps its link, or that it has none.
      const renamed = company && company !== found?.values.companyName;
      const companyId = renamed ? (companies.seek('company', company) ?? undefined) : undefined;
      if (!found && !said.source) refuseRow('source', 'import.lead_source');
      const item = found ?? shelf.insert(newItem(newLead(name, said.source ?? '', desk.now)));
      shelf.update(item, { ...values, companyId, createdAt: createdAt && stamp(createdAt, item, desk.zone) });
      matcher.claim(item, number);
      return item;
    });
    return { main: shelf, shelves: [...shelves, shelf] };
  },
});

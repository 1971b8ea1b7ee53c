import { leadsMergedInto } from '../../crm/duplicates/merged.ts';
import { loadSources } from '../../crm/settings/sources.ts';
import { fold } from '../../lib/fold.ts';
import { candidates } from '../candidates.ts';
import { type Cell, choice, id, moment, text } from '../cells.ts';
import { byEmail, byFolded, byName, byText, together } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { stamp } from '../moments.ts';
import { newLead } from '../new.ts';
import { profileCells, profileColumns } from '../profile.ts';
import { refuseRow } from '../refuse-row.ts';
import { createShelf, newItem } from '../shelf.ts';
import { peopleTwins } from '../twins.ts';
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
    ...profileCells('lead'),
    source,
    status: choice(words.status),
    createdAt: moment,
  },
  required: ['name'],
  creates: ['owner'],
  async place(desk) {
    const { companies, members, shelves } = desk.book;
    const shelf = createShelf('lead');
    const inputs = desk.rows.map((row) => row.input);
    const externalIds = inputs.flatMap(({ externalId }) => externalId ?? []);
    const merged = await leadsMergedInto(desk.tx, externalIds);
    const known = await candidates(
      desk.tx,
      'lead',
      {
        id: [...inputs.map((input) => input.id), ...merged.values()],
        externalId: externalIds,
        email: inputs.map((input) => input.email?.[0]?.value),
        folded: inputs.map((input) => input.name && fold(input.name)),
      },
      !desk.dryRun,
    );
    const byExternalId = byText('externalId');
    const marks = [
      { field: 'externalId', keyOf: byExternalId },
      { field: 'email', keyOf: byEmail },
      { field: 'phone', keyOf: together(byText('phone'), byName) },
      { field: 'name', keyOf: together(byName, byFolded('companyName')) },
    ];
    const added = new Map((await loadSources(desk.tx)).map((name) => [fold(name), name]));
    const matcher = createMatcher(known, marks, [byExternalId, byEmail]);
    const twins = await peopleTwins(desk, 'lead', inputs);
    await desk.each(({ number, input: { id, owner, createdAt, externalId, status, ...input } }) => {
      const said = { ...input, source: input.source && (added.get(fold(input.source)) ?? input.source) };
      const { name = '', company } = said;
      const [email, phone] = [said.email?.[0]?.value, said.phone?.[0]?.value];
      const into = externalId === undefined ? undefined : merged.get(externalId);
      const values = { externalId, email, phone, folded: fold(name), companyName: company };
      const found = matcher.match(values, id ?? into, id === undefined ? 'externalId' : 'id');
      // One that names the same company as before keeps its link, or that it has none.
      const renamed = company && company !== found?.values.companyName;
      const links = {
        companyId: renamed ? (companies.seek('company', company) ?? undefined) : undefined,
        ownerId: owner && members.find('owner', owner),
      };
      if (!found && !said.source) refuseRow('source', 'import.lead_source');
      const item = found ?? newItem(newLead(name, said.source ?? '', desk.now));
      shelf.update(item, {
        ...profileColumns('lead', said, item.values),
        ...links,
        // One that was merged is called so still, and the one it is part of now by its own.
        externalId: into ? undefined : externalId,
        status,
        createdAt: createdAt && stamp(createdAt, item, desk.zone),
      });
      twins.admit(item, number, item.values.companyName);
      if (!found) shelf.insert(item);
      matcher.claim(item, number);
      return item;
    });
    return { main: shelf, shelves: [...shelves, shelf] };
  },
});

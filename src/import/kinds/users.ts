import { fold } from '../../lib/fold.ts';
import { choice, email, id, text } from '../cells.ts';
import { indexBy } from '../index-by.ts';
import { byEmail, byName } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { newMember } from '../new.ts';
import { refuseRow } from '../refuse-row.ts';
import { createShelf, type Item, newItem, stored } from '../shelf.ts';
import { words } from '../words.ts';
import { defineKind } from './kind.ts';
import { parentsFirst } from './parents-first.ts';

/** Members without an identity until somebody claims them; teams and managers that are only named are made. */
export const users = defineKind({
  cells: { id, name: text(120), email, team: text(120), manager: text(120), role: choice(words.role) },
  required: ['name'],
  creates: [],
  async place(desk) {
    const { members, shelves } = desk.book;
    const teams = createShelf('team');
    const teamNames = indexBy(byName, (await desk.tx.team.findMany()).map(stored));
    const marks = [
      { field: 'email', keyOf: byEmail },
      { field: 'name', keyOf: byName },
    ];
    const matcher = createMatcher(members.all, marks, [byEmail]);
    const managers = new Set(desk.rows.flatMap(({ input }) => (input.manager ? [fold(input.manager)] : [])));
    const newRole = (name: string) => (managers.has(fold(name)) ? 'MANAGER' : 'REP');

    function team(name: string): Item {
      const known = teamNames.get(fold(name))[0];
      if (known) return known;
      const item = teams.insert(newItem({ name, folded: fold(name) }));
      teamNames.add(item);
      return item;
    }
    const manager = (name: string): Item =>
      members.seek('manager', name) ??
      desk.book.make(members, { ...newMember(name, desk.now), role: 'MANAGER' });

    const isAdmin = ({ values }: Item) => values.role === 'ADMIN' && values.active !== false;
    /** Without whom nobody could let others in. */
    const isLastAdmin = (one: Item) =>
      isAdmin(one) && ![...members.all].some((other) => other !== one && isAdmin(other));

    const rows = parentsFirst(
      desk.rows,
      (r) => r.input.name,
      (r) => r.input.manager,
      fold,
    );
    await desk.each(({ number, input: { id, name = '', role, ...said } }) => {
      const found = matcher.match({ name, folded: fold(name), email: said.email }, id);
      if (said.manager && fold(said.manager) === fold(name)) refuseRow('manager', 'import.own_parent');
      if (found && role && role !== 'ADMIN' && isLastAdmin(found)) refuseRow('role', 'member.last_admin');
      const managerId = said.manager && manager(said.manager);
      const item = found ?? desk.book.make(members, { ...newMember(name, desk.now), role: newRole(name) });
      members.shelf.update(item, {
        name,
        folded: fold(name),
        email: said.email,
        role,
        teamId: said.team && team(said.team),
        managerId,
      });
      matcher.claim(item, number);
      return item;
    }, rows);
    return { main: members.shelf, shelves: [teams, ...shelves] };
  },
});

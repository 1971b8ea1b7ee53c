import { expect, it } from 'vitest';
import { playgroundPeople } from '../../src/demo/people.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

it('lets the keeper of an empty company in as its admin, and members of a real one be tried on', async () => {
  const acme = await company(database);
  const [keeper, ...nobody] = await playgroundPeople(acme.db);
  expect(nobody).toEqual([]);
  if (!keeper) throw new Error('nobody can open the playground');
  expect(textOf(await acme.say(keeper.person, 'crm users'))).toContain('Admin');
  await acme.db.member.create({ data: { name: 'Lan', folded: 'lan', role: 'REP' } });
  const people = await playgroundPeople(acme.db);
  expect(people.map(({ person, role }) => [person.name, role])).toEqual([
    ['Admin', 'admin'],
    ['Lan', 'rep'],
  ]);
  const lan = people[1];
  if (!lan) throw new Error('Lan is missing');
  expect(textOf(await acme.say(lan.person, 'me'))).toContain('Lan');
});

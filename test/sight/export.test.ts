import { beforeAll, describe, expect, it } from 'vitest';
import { handedTo } from '../../src/commands/handed.ts';
import type { Role } from '../../src/crm/context.ts';
import { kindNames, kinds } from '../../src/export/kinds.ts';
import { Refusal } from '../../src/i18n/refusal.ts';
import { testDatabase } from '../support/database.ts';
import { among, defaults, mixed, pairs, type Rights, roles } from './table.ts';
import { type World, world } from './world.ts';

const database = await testDatabase();

describe('a file that is exported', () => {
  let acme: World;
  beforeAll(async () => {
    acme = await world(database);
  });

  /** Where the files of a role with these rights hold, link to or leave out other records than they should. */
  async function wrong(role: Role, rights: Rights, granted: boolean): Promise<string[]> {
    await acme.grant(role, granted ? rights : null);
    const found: string[] = [];
    for (const records of kindNames) {
      const kind = kinds[records];
      let text = '';
      try {
        const pieces = await handedTo(acme.org, acme.persons[role], { records, filters: [] });
        for await (const piece of pieces) text += piece;
      } catch (error) {
        if (!(error instanceof Refusal) || rights[kind].sees !== 'NONE') found.push(`${records}: ${error}`);
      }
      const sees = (of: typeof kind, owner: (typeof acme.things)[number]['owner']) =>
        among(rights[of].sees, role, owner);
      const told = acme.toldIn(text);
      for (const thing of told)
        if (!sees(thing.kind, thing.owner)) found.push(`${records} tells ${role} of ${thing.name}`);
      for (const thing of acme.things)
        if (thing.kind === kind && sees(kind, thing.owner) && !told.includes(thing))
          found.push(`${records} keeps ${thing.name} from ${role}`);
    }
    return found;
  }

  it.each(roles)('holds what a %s sees by default, and tells of nothing else', async (role) => {
    expect(await wrong(role, defaults[role], false)).toEqual([]);
  });

  it.each(pairs.map((_, turn) => turn))('and what roles are granted otherwise (%i)', async (turn) => {
    expect(await wrong(roles[turn % 5] as Role, mixed(turn), true)).toEqual([]);
  });
});

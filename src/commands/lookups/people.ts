import type { Field, Lookup } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { fold } from '../../lib/fold.ts';
import { readList } from '../../lib/reach.ts';
import { type FoundMember, memberLookup } from './members.ts';

/** Members and teams by name, parted by commas; a team is all who are in it now. */
const peopleLookup: Lookup<readonly FoundMember[], Ctx> = {
  async search() {
    return [];
  },
  async resolve(ctx, text) {
    const names = readList(text);
    const people = new Map<number, FoundMember>();
    for (const [i, name] of (names.ok ? names.value : []).entries()) {
      const found = await oneOrTeam(ctx, name);
      if (found.kind === 'none') return found;
      if (found.kind === 'many') {
        // The question is about one of the names: the answer stands in its place.
        const all = (value: string) => (names.ok ? names.value.with(i, value).join(', ') : value);
        return { kind: 'many', options: found.options.map((one) => ({ ...one, value: all(one.value) })) };
      }
      for (const one of found.value) people.set(one.id, one);
    }
    return people.size ? { kind: 'one', value: [...people.values()] } : { kind: 'none' };
  },
};

const TEAM = /^(?:the )?(?:team|doi|nhom|phong) /;

async function oneOrTeam(ctx: Ctx, name: string): ReturnType<typeof peopleLookup.resolve> {
  const team = await ctx.db.member.findMany({
    where: { active: true, team: { folded: { in: [fold(name), fold(name).replace(TEAM, '')] } } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  if (team.length) return { kind: 'one', value: team };
  const found = await memberLookup.resolve(ctx, name);
  return found.kind === 'one' ? { kind: 'one', value: [found.value] } : found;
}

/** Several people, typed as one text: `Lan, Minh` or `Miền Nam`. */
export const people: Field<readonly FoundMember[], Ctx> = {
  ...lookup({ ...peopleLookup, hint: 'hint.people' }),
  control: { kind: 'text', max: 400, multiline: false },
};

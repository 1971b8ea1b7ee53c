import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { everybody, type FoundMember, membersFitting, membersMeant } from '../../crm/people/meant.ts';
import { chosen } from './chosen.ts';

export type { FoundMember };

const option = (m: FoundMember) => ({ value: `m${m.id}`, label: m.name });

/** Members by name, e-mail, `@name`, number, or `me`. To be in charge one must still be there, unless one is already. */
function members({ past }: { past: boolean }): Lookup<FoundMember, Ctx> {
  return {
    async search(ctx, query) {
      const all = await everybody(ctx);
      const own = all.filter((one) => option(one).value === query);
      if (own.length) return own.map(option);
      const found = query.trim()
        ? membersFitting(all, query, past).map(({ row }) => row)
        : all.filter((m) => m.active);
      return found.slice(0, 25).map(option);
    },
    async resolve(ctx, text) {
      const meant = await membersMeant(ctx, text, { past });
      return chosen(
        meant.map((row) => ({ row, fit: 0 })),
        option,
      );
    },
  };
}

/** Who can be put in charge of something. */
export const memberLookup = members({ past: false });

/** Also who has left: to ask about their records, or to let them in again. */
export const anyMemberLookup = members({ past: true });

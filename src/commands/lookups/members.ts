import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { meansNothing } from '../../crm/filter/parse.ts';
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

/** Whose records are asked for; those of nobody, where there is no number. */
export interface FoundOwner {
  readonly id: number | null;
  readonly name: string;
}

/** As a line and a filter say it. */
export const ownerText = ({ id }: FoundOwner) => (id === null ? 'none' : `m${id}`);

const nobody = (ctx: Ctx) => ({ value: 'none', label: ctx.t('deal.no_owner') });

/** Anybody as above, or nobody, as a filter calls it: `owner:none`. */
export const ownerLookup: Lookup<FoundOwner, Ctx> = {
  async search(ctx, query) {
    if (meansNothing(query)) return [nobody(ctx)];
    const found = await anyMemberLookup.search(ctx, query);
    return query.trim() ? found : [nobody(ctx), ...found].slice(0, 25);
  },
  async resolve(ctx, text) {
    if (!meansNothing(text)) return anyMemberLookup.resolve(ctx, text);
    return { kind: 'one', value: { id: null, name: nobody(ctx).label } };
  },
};

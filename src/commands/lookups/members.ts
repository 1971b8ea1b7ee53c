import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { ranked } from '../../crm/find/rank.ts';
import { fold } from '../../lib/fold.ts';
import { chosen } from './chosen.ts';

export interface FoundMember {
  readonly id: number;
  readonly name: string;
}

const option = (m: FoundMember) => ({ value: `m${m.id}`, label: m.name });

const myself = ['me', 'toi', 'minh', 'tui', 'em'];

const members = (ctx: Ctx) =>
  ctx.db.member.findMany({
    where: { active: true },
    select: { id: true, name: true, email: true },
    orderBy: { name: 'asc' },
  });

/** Active members by name, e-mail, `@name`, number, or `me`. Teams are small: all are read. */
export const memberLookup: Lookup<FoundMember, Ctx> = {
  async search(ctx, query) {
    const all = await members(ctx);
    const own = all.filter((one) => option(one).value === query);
    if (own.length) return own.map(option);
    const found = query.trim()
      ? ranked(query.replace(/^@/, ''), all, (m) => m.name).map(({ row }) => row)
      : all;
    return found.slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const typed = text.trim().replace(/^@/, '');
    const mention = text.match(/^<@!?(\w+)(?:\|[^>]*)?>$/);
    if (mention) {
      const known = await ctx.db.identity.findUnique({
        where: { platform_userId: { platform: ctx.platform, userId: mention[1] as string } },
        select: { member: { select: { id: true, name: true } } },
      });
      return known?.member ? { kind: 'one', value: known.member } : { kind: 'none' };
    }
    const all = await members(ctx);
    const exact =
      ctx.member && myself.includes(fold(typed))
        ? all.find((m) => m.id === ctx.member?.id)
        : all.find((m) => typed === `m${m.id}` || (m.email !== null && m.email === typed.toLowerCase()));
    if (exact) return { kind: 'one', value: exact };
    return chosen(
      ranked(typed, all, (m) => m.name),
      option,
    );
  },
};

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

/** How people say “I”. What may also be a name (Minh, Em) is one where a colleague is called so. */
const myself = ['me', 'mình', 'tôi', 'tui'];
const perhapsMyself = ['minh', 'toi', 'em'];

function isMyself(typed: string, all: Everybody): boolean {
  const word = typed.toLowerCase().normalize('NFC');
  if (myself.includes(word)) return true;
  return perhapsMyself.includes(word) && !all.some((m) => fold(m.name).split(' ').includes(word));
}

/** Teams are small: all are read, those who are still there first. */
const everybody = (ctx: Ctx) =>
  ctx.db.member.findMany({
    select: { id: true, name: true, email: true, active: true },
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  });

type Everybody = Awaited<ReturnType<typeof everybody>>;

/** Those who are still there; where `past`, one who is not is found when nobody else fits, or by number. */
function fitting(all: Everybody, query: string, past: boolean) {
  const name = query.replace(/^@/, '');
  const among = (active: boolean) =>
    ranked(
      name,
      all.filter((m) => m.active === active),
      (m) => m.name,
    );
  const present = among(true);
  return present.length || !past ? present : among(false);
}

/** Members by name, e-mail, `@name`, number, or `me`. To be in charge one must still be there, unless one is already. */
function members({ past }: { past: boolean }): Lookup<FoundMember, Ctx> {
  return {
    async search(ctx, query) {
      const all = await everybody(ctx);
      const own = all.filter((one) => option(one).value === query);
      if (own.length) return own.map(option);
      const found = query.trim()
        ? fitting(all, query, past).map(({ row }) => row)
        : all.filter((m) => m.active);
      return found.slice(0, 25).map(option);
    },
    async resolve(ctx, text) {
      const all = await everybody(ctx);
      const typed = text.trim().replace(/^@/, '');
      const mention = text.match(/^<@!?(\w+)(?:\|[^>]*)?>$/);
      if (mention) {
        const known = await ctx.db.identity.findUnique({
          where: { platform_userId: { platform: ctx.platform, userId: mention[1] as string } },
        });
        const one = all.find((m) => m.id === known?.memberId && (m.active || past));
        return one ? { kind: 'one', value: one } : { kind: 'none' };
      }
      const exact =
        ctx.member && isMyself(typed, all)
          ? all.find((m) => m.id === ctx.member?.id)
          : all.find(
              (m) => typed === `m${m.id}` || (m.active && m.email?.toLowerCase() === typed.toLowerCase()),
            );
      return exact ? { kind: 'one', value: exact } : chosen(fitting(all, typed, past), option);
    },
  };
}

/** Who can be put in charge of something. */
export const memberLookup = members({ past: false });

/** Also who has left: to ask about their records, or to let them in again. */
export const anyMemberLookup = members({ past: true });

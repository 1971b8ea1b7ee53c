import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import type { Ctx } from '../context.ts';
import { ranked } from '../find/rank.ts';

export interface FoundMember {
  readonly id: number;
  readonly name: string;
}

/** How people say “I”. What may also be a name (Minh, Em) is one where a colleague is called so. */
const myself = ['me', 'mine', 'mình', 'tôi', 'tui'];
const perhapsMyself = ['minh', 'toi', 'em'];

/** Whether a text can only mean the person who says it: `mine`, `của tôi`. */
export const meansMyself = (text: string) => {
  const word = text.toLowerCase().normalize('NFC').trim();
  return myself.includes(word.replace(/^c[ủu]a\s+/u, '')) || word === 'cua toi';
};

function isMyself(typed: string, all: Everybody): boolean {
  const word = typed.toLowerCase().normalize('NFC');
  if (myself.includes(word)) return true;
  return perhapsMyself.includes(word) && !all.some((m) => fold(m.name).split(' ').includes(word));
}

/** Teams are small: all are read, those who are still there first. */
export const everybody = (ctx: Ctx) =>
  ctx.db.member.findMany({
    select: { id: true, name: true, email: true, active: true },
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  });

type Everybody = Awaited<ReturnType<typeof everybody>>;

/** Those who are still there; where `past`, one who is not is found when nobody else fits, or by number. */
export function membersFitting(all: Everybody, query: string, past: boolean) {
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

/** Whom a text means: a name, an e-mail, `@name`, a mention, `m12`, `me` or `của tôi`; all that fit equally well. The operator is nobody. */
export async function membersMeant(
  ctx: Ctx,
  text: string,
  { past }: { past: boolean },
): Promise<FoundMember[]> {
  if (!ctx.member && meansMyself(text)) refuse('member.nobody');
  const all = await everybody(ctx);
  const typed = text
    .trim()
    .replace(/^c[ủu]a\s+/iu, '')
    .replace(/^@/, '');
  const mention = text.match(/^<@!?(\w+)(?:\|[^>]*)?>$/);
  if (mention) {
    const known = await ctx.db.identity.findUnique({
      where: { platform_userId: { platform: ctx.platform, userId: mention[1] as string } },
    });
    return all.filter((m) => m.id === known?.memberId && (m.active || past));
  }
  const exact =
    ctx.member && isMyself(typed, all)
      ? all.find((m) => m.id === ctx.member?.id)
      : all.find((m) => typed === `m${m.id}` || (m.active && m.email?.toLowerCase() === typed.toLowerCase()));
  if (exact) return [exact];
  const hits = membersFitting(all, typed, past);
  return hits.filter(({ fit }) => fit === hits[0]?.fit).map(({ row }) => row);
}

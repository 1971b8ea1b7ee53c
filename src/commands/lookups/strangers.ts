import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { ranked } from '../../crm/find/rank.ts';
import { type Stranger, strangers } from '../../crm/people/join.ts';
import { chosen } from './chosen.ts';

const option = ({ id, name }: Stranger) => ({ value: String(id), label: name });

const named = (text: string, waiting: readonly Stranger[]) =>
  ranked(text.trim().replace(/^@/, ''), waiting, ({ name }) => name);

/** Who asks to be let in, by name or mention; by number also who asks no longer, as a button may be old. */
export const strangerLookup: Lookup<number, Ctx> = {
  async search(ctx, query) {
    const waiting = await strangers(ctx);
    const own = waiting.filter(({ id }) => String(id) === query.trim());
    const found = query.trim() && !own.length ? named(query, waiting).map(({ row }) => row) : waiting;
    return (own.length ? own : found).slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const id = /^[1-9]\d{0,8}$/.exec(text.trim());
    if (id) return { kind: 'one', value: Number(id[0]) };
    const waiting = await strangers(ctx);
    const [, userId] = text.match(/^<@!?(\w+)(?:\|[^>]*)?>$/) ?? [];
    const mentioned = waiting.find((one) => one.platform === ctx.platform && one.userId === userId);
    if (mentioned) return { kind: 'one', value: mentioned.id };
    const found = chosen(named(text, waiting), option);
    return found.kind === 'one' ? { kind: 'one', value: found.value.id } : found;
  },
};

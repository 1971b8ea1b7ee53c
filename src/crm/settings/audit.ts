import { isDeepStrictEqual } from 'node:util';
import type { Db } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

const key = 'quality.audit';

/** The quarterly audit: where and when it is posted, and who answers for the data. */
export interface Post {
  readonly memberId: number;
  readonly platform: string;
  readonly channel: string;
  /** Minutes after midnight, by the clock of `zone`. */
  readonly minute: number;
  readonly zone: string;
  /** ISO instant: an audit that was due before is not made up for. */
  readonly since: string;
  /** Everybody is asked with it how they get on. */
  readonly survey?: boolean;
}

export interface Audit {
  /** Days without a touch after which a deal or lead is out of date. */
  readonly untouched: number;
  /** Null where none is posted. */
  readonly post: Post | null;
}

/** When it comes where nobody says otherwise, in minutes after midnight. */
export const usualMinute = 8 * 60 + 30;

const unset: Audit = { untouched: 90, post: null };

export async function loadAudit(db: Db): Promise<Audit> {
  const stored = await db.setting.findUnique({ where: { key } });
  // The JSON that `setAudit` put there.
  return (stored?.value ?? unset) as unknown as Audit;
}

/** What is wanted otherwise; what is left out stays. */
export interface AuditWanted {
  readonly memberId?: number | undefined;
  readonly every?: 'quarter' | 'never' | undefined;
  readonly minute?: number | undefined;
  readonly untouched?: number | undefined;
  readonly survey?: boolean | undefined;
  /** Into the channel where it is asked for. */
  readonly here: boolean;
}

/** Sets who is responsible for the data, where and when the audit is posted, and what is out of date. */
export async function setAudit(ctx: Ctx, wanted: AuditWanted): Promise<Changed<Audit>> {
  return change(ctx, 'crm.audit', async ({ tx, created, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const before = await tx.setting.findUnique({ where: { key } });
    const had = await loadAudit(tx);
    const audit: Audit = {
      untouched: wanted.untouched ?? had.untouched,
      post: postOf(ctx, had.post, wanted),
    };
    if (isDeepStrictEqual(audit, had)) refuse('edit.nothing');
    // Plain JSON; its read-only interfaces have no index signature.
    const value = audit as unknown as object;
    const after = await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    if (before) updated('setting', after.id, before, after);
    else created('setting', after.id);
    return audit;
  });
}

function postOf(ctx: Ctx, had: Post | null, wanted: AuditWanted): Post | null {
  const { memberId, every, minute, survey, here } = wanted;
  if (every === 'never') return null;
  const silent = [memberId, every, minute, survey].every((said) => said === undefined) && !here;
  if (silent) return had;
  const { platform, channel } = here || !had ? channelOf(ctx) : had;
  const post = {
    memberId: memberId ?? had?.memberId ?? refuse('audit.nobody'),
    ...{ platform, channel },
    minute: minute ?? had?.minute ?? usualMinute,
    zone: ctx.zone,
    survey: survey ?? had?.survey ?? false,
  };
  const before = had && { survey: false, ...had };
  const same = (Object.keys(post) as (keyof typeof post)[]).every((name) => post[name] === before?.[name]);
  return same ? had : { ...post, since: ctx.now.toISOString() };
}

/** One's own corner with the bot and the terminal are no channels. */
const channelOf = (ctx: Ctx) => (ctx.private ? refuse('audit.no_channel') : ctx);

import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx, Role } from '../context.ts';
import { memberAt } from './known.ts';

/** An admin and where they can be written to. */
export interface Admin {
  readonly platform: string;
  readonly userId: string;
  readonly locale: string | null;
}

/** Who asks to be let in, the first to ask first. */
export const strangers = (ctx: Ctx) =>
  ctx.db.identity.findMany({
    where: { memberId: null, requestedAt: { lte: ctx.now } },
    orderBy: { requestedAt: 'asc' },
  });

export type Stranger = Awaited<ReturnType<typeof strangers>>[number];

/** Notes that somebody wants in; `tell` puts the messages to the admins into the same transaction. */
export async function requestJoin(
  ctx: Ctx,
  tell: (tx: Tx, identity: { id: number; name: string }, admins: readonly Admin[]) => Promise<void>,
): Promise<Changed<{ id: number }>> {
  if (ctx.access !== 'anyone') refuse('join.member');
  const { name, email } = { name: ctx.userId, ...ctx.person };
  return change(ctx, 'crm.join', async ({ tx, created, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first contact'))`;
    const where = { platform_userId: { platform: ctx.platform, userId: ctx.userId } };
    const before = await tx.identity.findUnique({ where });
    if (before?.requestedAt) refuse('join.asked');
    const identity = await tx.identity.upsert({
      where,
      create: {
        platform: ctx.platform,
        userId: ctx.userId,
        name,
        email: email ?? null,
        requestedAt: ctx.now,
      },
      update: { name, email: email ?? null, requestedAt: ctx.now },
    });
    if (before) updated('identity', identity.id, before, identity);
    else created('identity', identity.id);
    const admins = await tx.identity.findMany({
      where: { member: { role: 'ADMIN', active: true } },
      select: { platform: true, userId: true, member: { select: { locale: true } } },
    });
    await tell(
      tx,
      identity,
      admins.map(({ member, ...admin }) => ({ ...admin, locale: member?.locale ?? null })),
    );
    return { id: identity.id };
  });
}

export interface Admitted {
  readonly name: string;
  readonly role: Role;
  /** In which they are spoken to, where they have said so. */
  readonly locale: string | null;
  readonly platform: string;
  readonly userId: string;
}

/** Lets somebody in: as a new member, or as one we have already, on another platform or with the same address. */
export async function admit(
  ctx: Ctx,
  input: { identityId: number; role: Role; memberId?: number | undefined },
  tell: (tx: Tx, admitted: Admitted) => Promise<void>,
): Promise<Changed<Admitted>> {
  return change(ctx, 'crm.admit', async ({ tx, created, updated }) => {
    await tx.$queryRaw`SELECT id FROM identity WHERE id = ${input.identityId} FOR UPDATE`;
    const before = (await tx.identity.findUnique({ where: { id: input.identityId } })) ?? refuse('join.gone');
    if (before.memberId) refuse('join.already', { name: before.name });
    let member =
      input.memberId === undefined
        ? before.email && (await memberAt(tx, before.email))
        : await tx.member.findUnique({ where: { id: input.memberId } });
    if (!member) {
      member = await tx.member.create({
        data: {
          name: before.name,
          folded: fold(before.name),
          email: before.email,
          role: input.role.toUpperCase() as Uppercase<Role>,
          createdAt: ctx.now,
        },
      });
      created('member', member.id);
    }
    const after = await tx.identity.update({
      where: { id: before.id },
      data: { memberId: member.id, requestedAt: null },
    });
    updated('identity', before.id, before, after);
    const { platform, userId, name } = before;
    const { locale } = member;
    const admitted = { platform, userId, name, locale, role: member.role.toLowerCase() as Role };
    await tell(tx, admitted);
    return admitted;
  });
}

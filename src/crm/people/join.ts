import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx, Role } from '../context.ts';

/** An admin and where they can be written to. */
export interface Admin {
  readonly platform: string;
  readonly userId: string;
  readonly locale: string | null;
}

/** Notes that somebody wants in; `tell` puts the messages to the admins into the same transaction. */
export async function requestJoin(
  ctx: Ctx,
  name: string,
  tell: (tx: Tx, identity: { id: number }, admins: readonly Admin[]) => Promise<void>,
): Promise<Changed<{ id: number }>> {
  if (ctx.access !== 'anyone') refuse('join.member');
  return change(ctx, 'crm.join', async ({ tx, created, updated }) => {
    const where = { platform_userId: { platform: ctx.platform, userId: ctx.userId } };
    const before = await tx.identity.findUnique({ where });
    if (before?.requestedAt) refuse('join.asked');
    const identity = await tx.identity.upsert({
      where,
      create: { platform: ctx.platform, userId: ctx.userId, name, requestedAt: ctx.now },
      update: { name, requestedAt: ctx.now },
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
  readonly memberId: number;
  readonly name: string;
  readonly platform: string;
  readonly userId: string;
}

/** Lets somebody in: as a new member, or as one we have already on another platform. */
export async function admit(
  ctx: Ctx,
  input: { identityId: number; role: Role; memberId?: number | undefined },
  tell: (tx: Tx, admitted: Admitted) => Promise<void>,
): Promise<Changed<Admitted>> {
  return change(ctx, 'crm.admit', async ({ tx, created, updated }) => {
    await tx.$queryRaw`SELECT id FROM identity WHERE id = ${input.identityId} FOR UPDATE`;
    const before = (await tx.identity.findUnique({ where: { id: input.identityId } })) ?? refuse('join.gone');
    if (before.memberId) refuse('join.already', { name: before.name });
    let memberId = input.memberId;
    if (memberId === undefined) {
      const made = await tx.member.create({
        data: {
          name: before.name,
          folded: fold(before.name),
          email: before.email,
          role: input.role.toUpperCase() as Uppercase<Role>,
          createdAt: ctx.now,
        },
      });
      memberId = made.id;
      created('member', memberId);
    }
    const after = await tx.identity.update({
      where: { id: before.id },
      data: { memberId, requestedAt: null },
    });
    updated('identity', before.id, before, after);
    const admitted = { memberId, name: before.name, platform: before.platform, userId: before.userId };
    await tell(tx, admitted);
    return admitted;
  });
}

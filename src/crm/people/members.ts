import type { LeadStatus } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Period } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx, Role } from '../context.ts';
import { absenceColumns, absenceOf } from './absence.ts';
import { strangers } from './join.ts';

const closedLead: LeadStatus[] = ['CONVERTED', 'DISQUALIFIED'];

/** Members with their team, their absence and their leads in work, and strangers who ask to be let in. */
export async function listMembers(ctx: Ctx) {
  const [members, waiting, leads] = await Promise.all([
    ctx.db.member.findMany({
      relationLoadStrategy: 'join',
      where: { createdAt: { lte: ctx.now } },
      orderBy: [{ active: 'desc' }, { role: 'desc' }, { name: 'asc' }],
      include: { team: { select: { name: true } }, identities: { select: { platform: true } } },
    }),
    strangers(ctx),
    ctx.db.lead.groupBy({ by: ['ownerId'], where: { status: { notIn: closedLead } }, _count: true }),
  ]);
  const open = new Map(leads.map(({ ownerId, _count }) => [ownerId, _count]));
  const told = members.map((member) => ({
    ...member,
    away: absenceOf(ctx, member),
    leads: open.get(member.id) ?? 0,
  }));
  return { members: told, waiting };
}

export type MemberList = Awaited<ReturnType<typeof listMembers>>;

export const viewMember = (ctx: Ctx, id: number) =>
  ctx.db.member.findUnique({ where: { id }, include: { team: { select: { name: true } } } });

/** Undefined leaves as it is; null takes out of the team, is back, or takes the limit away. */
export interface MemberEdit {
  readonly role?: Role | null | undefined;
  readonly team?: string | null | undefined;
  readonly active?: boolean | undefined;
  readonly locale?: string | undefined;
  readonly away?: Period | null | undefined;
  readonly capacity?: number | null | undefined;
}

/** Changes a member; who is in, where and as what, only admins. Somebody must remain who can let others in. */
export async function editMember(
  ctx: Ctx,
  command: string,
  memberId: number,
  edit: MemberEdit,
): Promise<Changed<{ name: string }>> {
  return change(ctx, command, async ({ tx, created, updated }) => {
    await tx.$executeRaw`SELECT id FROM member FOR UPDATE`;
    const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    let teamId: number | null | undefined = edit.team === null ? null : undefined;
    if (edit.team) {
      const folded = fold(edit.team);
      const team = await tx.team.findUnique({ where: { folded } });
      teamId = team?.id ?? (await tx.team.create({ data: { name: edit.team, folded } })).id;
      if (!team) created('team', teamId);
    }
    const after = await tx.member.update({
      where: { id: memberId },
      data: {
        ...(edit.role && { role: edit.role.toUpperCase() as Uppercase<Role> }),
        ...(teamId !== undefined && { teamId }),
        ...(edit.active !== undefined && { active: edit.active }),
        ...(edit.locale && { locale: edit.locale }),
        ...(edit.capacity !== undefined && { capacity: edit.capacity }),
        ...absenceColumns(edit.away),
      },
    });
    const other = (['role', 'teamId', 'active'] as const).some((name) => before[name] !== after[name]);
    if (other && ctx.access !== 'admin') refuse('access.denied');
    if (before.role === 'ADMIN' && !(await tx.member.count({ where: { role: 'ADMIN', active: true } })))
      refuse('member.last_admin');
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('member', memberId, before, after);
    return { name: after.name };
  });
}

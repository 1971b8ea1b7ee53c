import { handoverAction } from '../../cards/handover.ts';
import { actions, said } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { choice, lookup, number, text } from '../../chat/fields.ts';
import type { Ctx, Role } from '../../crm/context.ts';
import { editMember, viewMember } from '../../crm/people/members.ts';
import { defineCommand } from '../define.ts';
import { anyMemberLookup } from '../lookups/members.ts';
import { away, awayTyped } from './away.ts';

export const role = choice<Role, Ctx>({
  options: [
    { value: 'viewer', label: 'choice.role.viewer' },
    { value: 'rep', label: 'choice.role.rep' },
    { value: 'marketing', label: 'choice.role.marketing' },
    { value: 'care', label: 'choice.role.care' },
    { value: 'manager', label: 'choice.role.manager' },
    { value: 'admin', label: 'choice.role.admin' },
  ],
});

const active = choice<'yes' | 'no', Ctx>({
  options: [
    { value: 'yes', label: 'choice.active.yes' },
    { value: 'no', label: 'choice.active.no' },
  ],
});

/** Changes a member. Managers say who is away and how many leads one takes; admins the rest too. */
export const member = defineCommand({
  id: 'crm.member',
  access: 'manager',
  reply: 'private',
  fields: {
    member: lookup({ ...anyMemberLookup }),
    role: optional(role),
    team: optional(text({ max: 80 })),
    active: optional(active),
    away: optional(away),
    capacity: optional(number({ min: 0, max: 10_000, hint: 'hint.capacity' })),
  },
  positional: ['member'],
  asksFor: ['role', 'team', 'active', 'away', 'capacity'],
  async prefill(ctx, wire) {
    const found = wire.member ? await anyMemberLookup.resolve(ctx, wire.member) : null;
    const row = found?.kind === 'one' ? await viewMember(ctx, found.value.id) : null;
    if (!row) return {};
    return {
      member: `m${row.id}`,
      role: row.role.toLowerCase(),
      ...(row.team && { team: row.team.name }),
      active: row.active ? 'yes' : 'no',
      ...awayTyped(ctx, row),
      ...(row.capacity !== null && { capacity: String(row.capacity) }),
    };
  },
  async run(ctx, { member, role, team, active, away, capacity }) {
    const { value, changeId } = await editMember(ctx, 'crm.member', member.id, {
      role,
      team,
      active: active ? active === 'yes' : undefined,
      away,
      capacity,
    });
    const card = said(ctx.t, ctx.t('users.changed', value), changeId);
    if (active !== 'no') return card;
    return { ...card, blocks: [...actions(handoverAction(ctx.t, member.id)), ...card.blocks] };
  },
});

import { memberPermissionsCard, permissionsCard } from '../../cards/permissions.ts';
import { optional } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import { matrix } from '../../crm/permissions/matrix.ts';
import { rightsOf } from '../../crm/permissions/of-members.ts';
import { defineCommand } from '../define.ts';
import { anyMemberLookup } from '../lookups/members.ts';

/** Whose records each role sees and changes, kind by kind; or what one member does. */
export const permissions = defineCommand({
  id: 'crm.permissions',
  access: 'admin',
  reply: 'private',
  fields: { member: optional(lookup({ ...anyMemberLookup })) },
  positional: ['member'],
  run: async (ctx, { member }) =>
    member
      ? memberPermissionsCard(ctx.t, await rightsOf(ctx.db, member.id))
      : permissionsCard(ctx.t, await matrix(ctx)),
});

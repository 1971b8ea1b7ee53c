import { done } from '../../cards/parts.ts';
import { extentText, permissionsCard } from '../../cards/permissions.ts';
import { optional } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Ctx } from '../../crm/context.ts';
import { governed } from '../../crm/permissions/defaults.ts';
import { grant } from '../../crm/permissions/grant.ts';
import { matrix } from '../../crm/permissions/matrix.ts';
import { defineCommand } from '../define.ts';
import { recordKind } from '../field/fields.ts';

const extents = ['none', 'own', 'team', 'all', 'default'] as const;
const extent = choice<(typeof extents)[number], Ctx>({
  options: extents.map((value) => ({ value, label: `choice.extent.${value}` as const })),
});

/** As `grant` takes it: left out stays, an emptied answer is the default. */
const meant = (said: (typeof extents)[number] | null | undefined) =>
  said ? (said === 'default' ? null : upper[said]) : said;
const upper = { none: 'NONE', own: 'OWN', team: 'TEAM', all: 'ALL' } as const;

/** Sets what the people of a role see and change of one kind of record: `permit rep deal sees:all changes:team`. */
export const permit = defineCommand({
  id: 'crm.permit',
  access: 'admin',
  reply: 'private',
  fields: {
    role: choice<(typeof governed)[number], Ctx>({
      begun: true,
      options: governed.map((value) => ({ value, label: `choice.role.${value}` as const })),
    }),
    kind: recordKind,
    sees: optional(extent),
    changes: optional(extent),
  },
  positional: ['role', 'kind', 'sees', 'changes'],
  asksFor: ['sees', 'changes'],
  async prefill(ctx, wire): Promise<Wire> {
    const asked = (await matrix(ctx)).find(({ role }) => role === wire.role);
    const now = asked && Object.entries(asked.of).find(([kind]) => kind === wire.kind)?.[1];
    return now ? { sees: now.sees.toLowerCase(), changes: now.changes.toLowerCase() } : {};
  },
  async run(ctx, { role, kind, sees, changes }) {
    const { value, changeId } = await grant(ctx, { role, kind, sees: meant(sees), changes: meant(changes) });
    const told = ctx.t('permit.done', {
      role: ctx.t(`choice.role.${role}`),
      kind: ctx.t(`find.kind.${kind}`),
      sees: extentText(ctx.t, value.sees),
      changes: extentText(ctx.t, value.changes),
    });
    return done(ctx.t, permissionsCard(ctx.t, await matrix(ctx)), [told], changeId);
  },
});

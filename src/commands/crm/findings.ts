import { findingCard } from '../../cards/quality/finding.ts';
import { walkedCard } from '../../cards/quality/quality.ts';
import { type Field, optional, typedOnly } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import { type Kind, kinds, readCode } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { read, unread } from '../../lib/errors.ts';
import { nextFinding } from '../../metrics/quality/next.ts';
import { type Rule, rules } from '../../metrics/quality/rules.ts';
import { quality } from '../../metrics/quality/score.ts';
import { defineCommand } from '../define.ts';
import { owner } from '../fields.ts';
import { stopAt } from './stop-at.ts';

const finding = choice<Rule, Ctx>({
  options: rules.map((rule) => ({ value: rule, label: `quality.rule.${rule}` as const })),
});

/** The record that was shown last. */
const after: Field<{ kind: Kind; id: number }, Ctx> = {
  control: { kind: 'text', max: 20, multiline: false },
  required: true,
  read(text) {
    const named = readCode(text);
    return named?.kind ? read(named) : unread('choice.unknown', { text });
  },
};

/** Walks through the records that break a rule, one card each with the buttons that mend it. */
export const findings = defineCommand({
  id: 'crm.findings',
  access: 'viewer',
  reply: 'private',
  fields: { finding, owner: optional(owner), after: typedOnly(after) },
  positional: ['finding', 'owner'],
  async run(ctx, { finding: rule, owner, after }) {
    for (const kind of Object.keys(kinds) as Kind[]) maySeeWorkOf(ctx, kind, owner);
    const found = await nextFinding(ctx, { rule, after, ownerId: owner?.id });
    if (!found) return walkedCard(ctx.t, rule, await quality(ctx, { ownerId: owner?.id }), { owner });
    return findingCard(ctx.t, await stopAt(ctx, rule, found), { owner });
  },
});

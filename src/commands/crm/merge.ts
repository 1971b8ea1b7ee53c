import { mergeCard } from '../../cards/merge.ts';
import { done } from '../../cards/parts.ts';
import { hidden, typedOnly } from '../../chat/field.ts';
import { list, lookup, number } from '../../chat/fields.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { customFieldsOf } from '../../crm/custom/fields.ts';
import { lastChangeOf, mergeable, mergeRecords, oneKind } from '../../crm/duplicates/merge.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { customerLookup } from '../lookups/records.ts';
import { recordCard, views } from '../records/card.ts';

/** Shows two records beside each other and, once that was seen, makes one of them. */
export const merge = defineCommand({
  id: 'crm.merge',
  access: 'rep',
  reply: ({ seen }) => (seen ? 'channel' : 'private'),
  fields: {
    keep: lookup({ ...customerLookup }),
    other: lookup({ ...customerLookup }),
    take: typedOnly(list<Ctx>()),
    seen: hidden(number<Ctx>({ min: 0, max: 2_147_483_647 })),
  },
  positional: ['keep', 'other'],
  async run(ctx, { keep, other, take = [], seen }) {
    const kind = oneKind(keep, other);
    const [kept, gone] = [code(kind, keep.id), code(kind, other.id)];
    if (seen !== undefined) {
      const { changeId } = await mergeRecords(ctx, { kind, keep: keep.id, other: other.id, take, seen });
      const said = ctx.t('merge.done', { keep: kept, other: `${gone} ${other.name}` });
      return done(ctx.t, await recordCard(ctx, kind, keep.id), [said], changeId);
    }
    await mergeable(ctx, kind, keep.id);
    await mergeable(ctx, kind, other.id);
    const last = await lastChangeOf(ctx.db, kind, [keep.id, other.id]);
    const [one, two] = await Promise.all([views[kind](ctx, keep.id), views[kind](ctx, other.id)]);
    if (!one || !two) return refuse('record.none', { record: one ? gone : kept });
    const fields = customFieldsOf(ctx.custom, kind);
    return mergeCard(ctx.t, { kind, keep: one, other: two, fields, take, seen: last });
  },
});

import { said } from '../../cards/parts.ts';
import { lookup } from '../../chat/fields.ts';
import { code } from '../../crm/codes.ts';
import { tellApart } from '../../crm/duplicates/distinct.ts';
import { defineCommand } from '../define.ts';
import { customerLookup } from '../lookups/records.ts';

export const distinct = defineCommand({
  id: 'crm.distinct',
  access: 'rep',
  reply: 'private',
  fields: { record: lookup({ ...customerLookup }), other: lookup({ ...customerLookup }) },
  positional: ['record', 'other'],
  async run(ctx, { record, other }) {
    const { changeId } = await tellApart(ctx, record, other);
    const names = { record: code(record.kind, record.id), other: code(other.kind, other.id) };
    return said(ctx.t, ctx.t('duplicates.apart', names), changeId);
  },
});

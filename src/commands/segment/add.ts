import { said } from '../../cards/parts.ts';
import { text } from '../../chat/fields.ts';
import { addSegment } from '../../crm/segments/add.ts';
import { defineCommand } from '../define.ts';
import { recordKind } from '../field/fields.ts';
import { filter } from '../fields.ts';

/** Names a filter for everybody: `segment add "Khách lớn" company size:>500 tier:vip`. */
export const segmentAdd = defineCommand({
  id: 'segment.add',
  access: 'rep',
  reply: 'channel',
  fields: { name: text({ max: 60 }), kind: recordKind, filter },
  positional: ['name', 'kind'],
  async run(ctx, { name, kind, filter }) {
    const { value, changeId } = await addSegment(ctx, { name, record: kind, filter });
    return said(ctx.t, ctx.t('segment.added', { segment: value.name }), changeId);
  },
});

import { said } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import type { Wire } from '../../chat/wire.ts';
import { editSegment } from '../../crm/segments/edit.ts';
import { defineCommand } from '../define.ts';
import { filter } from '../fields.ts';
import { segment } from './fields.ts';

/** Gives a segment another name or filter; by who made it, or a manager. */
export const segmentEdit = defineCommand({
  id: 'segment.edit',
  access: 'rep',
  reply: 'channel',
  fields: { segment, name: optional(text({ max: 60 })), filter: optional(filter) },
  positional: ['segment'],
  asksFor: ['name', 'filter'],
  async prefill(ctx, wire): Promise<Wire> {
    const found = wire.segment ? await segment.lookup?.resolve(ctx, wire.segment) : undefined;
    if (found?.kind !== 'one') return {};
    const { id, name, filter } = found.value as { id: number; name: string; filter: string };
    return { segment: `s${id}`, name, filter };
  },
  async run(ctx, { segment, name, filter }) {
    const edit = { name: name ?? undefined, filter: filter ?? undefined };
    const { value, changeId } = await editSegment(ctx, segment, edit);
    return said(ctx.t, ctx.t('segment.edited', { segment: value.name }), changeId);
  },
});

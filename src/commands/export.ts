import { exportCard } from '../cards/export.ts';
import { type Field, optional } from '../chat/field.ts';
import { choice, text } from '../chat/fields.ts';
import type { Ctx } from '../crm/context.ts';
import { exported } from '../export/export.ts';
import { type KindName, kindNames, kinds } from '../export/kinds.ts';
import { narrowed } from '../export/narrowed.ts';
import { dayOf } from '../lib/dates/index.ts';
import { defineCommand } from './define.ts';
import { filter } from './fields.ts';
import { segment } from './segment/fields.ts';

const kind = choice<KindName, Ctx>({
  options: kindNames.map((value) => ({ value, label: `find.kind.${kinds[value]}` as const })),
});

/** With room for what a list's button puts before the filter that was typed. */
const roomy: Field<string, Ctx> = { ...filter, ...text({ max: 1000, hint: 'hint.filter' }) };

/** A CSV file of the records that the asker sees, for them alone: `export companies region:Nam size:>50`. */
export const exportFile = defineCommand({
  id: 'export',
  access: 'viewer',
  reply: 'private',
  fields: { kind, filter: optional(roomy), segment: optional(segment) },
  positional: ['kind', 'filter'],
  async run(ctx, { kind, filter, segment }) {
    const filters = narrowed(kind, filter ? [filter] : [], segment);
    const { total } = await exported(ctx, kinds[kind], filters);
    const name = `${kind}-${dayOf(ctx.now, ctx.zone)}.csv`;
    return exportCard(ctx.t, kinds[kind], total, { kind: 'file', name, records: kind, filters });
  },
});

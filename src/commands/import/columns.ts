import { lookCard } from '../../cards/import/look.ts';
import type { InputOf } from '../../chat/command.ts';
import { kept, optional, typedOnly } from '../../chat/field.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Ctx } from '../../crm/context.ts';
import { alterUpload } from '../../crm/uploads/alter.ts';
import { stillThere, type Upload } from '../../crm/uploads/own.ts';
import { mayImport } from '../../crm/uploads/rights.ts';
import { refuse } from '../../i18n/refusal.ts';
import { readMap, readValues, valueLines } from '../../import/lines.ts';
import { lookInto, recognise } from '../../import/look.ts';
import type { Unsaid } from '../../import/manner.ts';
import { mapLines } from '../../import/map-lines.ts';
import { defineCommand } from '../define.ts';
import { dates, kind, map, preset, values } from './fields.ts';
import { fileOf, mannerOf, meant, upload } from './upload.ts';

/** Five: as many as a form has room for on Discord. */
const said = {
  kind: kept(kind),
  map: optional(map),
  values: optional(values),
  dates: optional(dates),
  preset: optional(preset),
};

/** Says what a file is about and which column is what; answered with what is recognised then. */
export const importColumns = defineCommand({
  id: 'import.columns',
  access: 'manager',
  reply: 'private',
  // Not asked, so that all else finds room: without it the latest is meant.
  fields: { upload: typedOnly(upload), ...said },
  positional: [],
  asksFor: ['kind', 'map', 'values', 'dates', 'preset'],
  async prefill(ctx, wire): Promise<Wire> {
    const found = await meant(ctx, wire);
    if (!found) return {};
    const manner = mannerOf(found);
    return {
      upload: String(found.id),
      ...(manner.kind && { kind: manner.kind }),
      map: await linesOf(ctx, found),
      values: valueLines(manner.values),
      ...(manner.order && { dates: manner.order }),
      ...(manner.preset && { preset: manner.preset }),
    };
  },
  async run(ctx, { upload: named, ...input }) {
    const upload = named ?? (await meant(ctx, {})) ?? refuse('import.gone');
    const manner = changed(mannerOf(stillThere(upload)), input, await linesOf(ctx, upload));
    mayImport(ctx, manner);
    const look = await lookInto(ctx, await fileOf(ctx, upload), manner);
    // A slip in the lines is mended where they were typed.
    if (look.problem && /\.(field|columns\.none)$/.test(look.problem.key)) throw look.problem;
    return lookCard(ctx.t, await alterUpload(ctx, upload, manner), look);
  },
});

const linesOf = async (ctx: Ctx, upload: Upload) =>
  mapLines(ctx.t, await recognise(ctx, await fileOf(ctx, upload), mannerOf(upload)));

/** Undefined leaves as it is, null takes back. Lines that were left as they were `shown` are of the kind of then. */
function changed(was: Unsaid, input: Partial<InputOf<typeof said>>, shown: string): Unsaid {
  const { kind = was.kind, map, values, dates, preset } = input;
  const lines = (map ?? '').replaceAll('\r', '');
  const untouched = map === undefined || lines === shown;
  const columns = untouched && kind === was.kind ? was : readMap(untouched ? '' : lines);
  const order = dates === undefined ? was.order : dates;
  const system = preset === undefined ? was.preset : preset;
  return {
    ...(kind && { kind }),
    map: columns.map,
    ignored: columns.ignored,
    values: values === undefined ? was.values : readValues(values ?? ''),
    create: was.create,
    duplicates: was.duplicates,
    assign: was.assign,
    ...(order && { order }),
    ...(system && { preset: system }),
    ...(was.currency && { currency: was.currency }),
    ...(was.zone && { zone: was.zone }),
  };
}

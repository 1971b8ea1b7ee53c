import { dropCard } from '../../cards/import/drop.ts';
import { lookCard } from '../../cards/import/look.ts';
import { hidden } from '../../chat/field.ts';
import { number, text } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { keepUpload } from '../../crm/uploads/keep.ts';
import { makesMembers, mayImport } from '../../crm/uploads/rights.ts';
import { refuse } from '../../i18n/refusal.ts';
import { checkInChat, fileInMemory, maxInChat } from '../../import/file.ts';
import { guessKind } from '../../import/guess.ts';
import { kindNames } from '../../import/kinds/index.ts';
import { headerOf, lookInto } from '../../import/look.ts';
import { unsaid } from '../../import/manner.ts';
import { defineCommand } from '../define.ts';

/** A file that was dropped in a direct message: fetched, kept, and what is recognised in it. */
export const importFile = defineCommand({
  id: 'import.file',
  // One file changes more than weeks of work by hand, whoever's it is.
  access: 'manager',
  reply: 'private',
  fields: {
    file: hidden(text<Ctx>({ max: 300 })),
    name: hidden(text<Ctx>({ max: 200 })),
    size: hidden(number<Ctx>({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  },
  positional: [],
  async run(ctx, { file: reference, name = '.csv', size = 0 }) {
    mayImport(ctx, unsaid);
    if (!reference) return dropCard(ctx.t);
    checkInChat(name, size);
    const bytes = await ctx.download?.(reference, maxInChat);
    if (!bytes) return refuse('import.fetch', { file: name });
    const file = fileInMemory(name, bytes);
    const kinds = kindNames.filter((kind) => kind !== 'users' || makesMembers(ctx));
    const kind = guessKind(name, await headerOf(file), kinds, ctx.custom);
    const manner = { ...unsaid, ...(kind && { kind }) };
    const look = await lookInto(ctx, file, manner);
    return lookCard(ctx.t, await keepUpload(ctx, { name, bytes, manner }), look);
  },
});

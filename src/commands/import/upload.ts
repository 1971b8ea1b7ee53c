import type { Lookup } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Ctx } from '../../crm/context.ts';
import { bytesOf, ownUpload, ownUploads, type Upload } from '../../crm/uploads/own.ts';
import { mayImport } from '../../crm/uploads/rights.ts';
import { fileInMemory } from '../../import/file.ts';
import { type Look, lookInto } from '../../import/look.ts';
import type { Unsaid } from '../../import/manner.ts';
import { fold } from '../../lib/fold.ts';

const option = ({ id, name }: Upload) => ({ value: String(id), label: name });

const uploadLookup: Lookup<Upload, Ctx> = {
  async search(ctx, query) {
    const fitting = ({ id, name }: Upload) => String(id) === query || fold(name).includes(fold(query));
    return (await ownUploads(ctx)).filter(fitting).map(option);
  },
  async resolve(ctx, text) {
    const id = Number(text);
    const numbered = Number.isInteger(id) && Math.abs(id) < 2 ** 31 ? await ownUpload(ctx, id) : null;
    const found = numbered ?? (await ownUploads(ctx)).find(({ name }) => fold(name) === fold(text));
    return found ? { kind: 'one', value: found } : { kind: 'none' };
  },
};

/** A file that the asker dropped, by its number or name. */
export const upload = lookup({ ...uploadLookup });

/** The file that a form is about: the one that was named, else the asker's latest. */
export async function meant(ctx: Ctx, { upload }: Wire): Promise<Upload | undefined> {
  if (!upload) return (await ownUploads(ctx))[0];
  const found = await uploadLookup.resolve(ctx, upload);
  return found.kind === 'one' ? found.value : undefined;
}

/** As `keepUpload` and `alterUpload` were given it, by these commands alone. */
export const mannerOf = ({ manner }: Upload) => manner as Unsaid;

export const fileOf = async (ctx: Ctx, upload: Upload) =>
  fileInMemory(upload.name, await bytesOf(ctx, upload));

/** Reads a file as it was said to be read. Refuses whoever may not import such a one. */
export async function lookAt(ctx: Ctx, upload: Upload): Promise<Look> {
  const manner = mannerOf(upload);
  mayImport(ctx, manner);
  return lookInto(ctx, await fileOf(ctx, upload), manner);
}

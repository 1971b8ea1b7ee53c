import { Prisma } from '../../db/client.ts';
import type { Ctx } from '../context.ts';
import { ownUpload, shown, stillThere, type Upload } from './own.ts';

/** Has a file read otherwise from now on. Refuses where that was changed since, or the file imported. */
export async function alterUpload(ctx: Ctx, upload: Upload, manner: object): Promise<Upload> {
  const { id, edition } = stillThere(upload);
  const [altered] = await ctx.db.upload.updateManyAndReturn({
    where: { id, edition, changeId: null },
    data: { manner: manner as Prisma.InputJsonObject, edition: edition + 1, rejected: Prisma.DbNull },
    select: shown,
  });
  return altered ?? stillThere(await ownUpload(ctx, id), edition);
}

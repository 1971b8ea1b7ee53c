import type { Ctx } from '../context.ts';
import { stillThere, type Upload } from './own.ts';

/** Forgets a file that was not imported. */
export async function cancelUpload(ctx: Ctx, upload: Upload): Promise<void> {
  const { id } = stillThere(upload);
  await ctx.db.upload.deleteMany({ where: { id, changeId: null } });
}

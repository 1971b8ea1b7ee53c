import type { Ctx } from '../../crm/context.ts';
import { rejectedOf, type Upload } from '../../crm/uploads/own.ts';
import { carryOut } from '../../import/carry-out.ts';
import type { Opened } from '../../import/open.ts';
import type { Rejected } from '../../import/read.ts';
import { tellShares } from '../lead/tell-shares.ts';

/** The rows that the import of a file has left out, or would leave out now. */
export async function leftOut(ctx: Ctx, upload: Upload, opened: Opened): Promise<readonly Rejected[]> {
  // As the run of this file has stored them.
  if (upload.changeId !== null) return (await rejectedOf(ctx, upload)) as readonly Rejected[];
  return (await carryOut(opened, { dryRun: true, tell: tellShares(ctx) })).rejected;
}

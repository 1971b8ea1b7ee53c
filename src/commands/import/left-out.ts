import type { Ctx } from '../../crm/context.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import { keepRejected, rejectedOf } from '../../crm/uploads/rejected.ts';
import { carryOut } from '../../import/carry-out.ts';
import type { Opened } from '../../import/open.ts';
import type { Rejected } from '../../import/read.ts';
import { tellShares } from '../lead/tell-shares.ts';

/** Rows that are left out, and of how many. */
export interface LeftOut {
  readonly rows: readonly Rejected[];
  readonly all: number;
}

/** The rows that the import of a file has left out, or would leave out now; `again` as the card before has told them. */
export async function leftOut(ctx: Ctx, upload: Upload, opened: Opened, again = false): Promise<LeftOut> {
  // As the run of this file has stored them.
  const known = again || upload.changeId !== null ? await rejectedOf(ctx, upload) : null;
  if (known) return known as LeftOut;
  const { rejected } = await carryOut(opened, { dryRun: true, tell: tellShares(ctx) });
  await keepRejected(ctx, upload, rejected);
  return { rows: rejected, all: rejected.length };
}

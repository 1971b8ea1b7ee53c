import { lookCard } from '../../cards/import/look.ts';
import { checkedCard } from '../../cards/import/outcome.ts';
import type { Card } from '../../chat/card.ts';
import type { Ctx } from '../../crm/context.ts';
import { stillThere, type Upload } from '../../crm/uploads/own.ts';
import { makesMembers } from '../../crm/uploads/rights.ts';
import { carryOut } from '../../import/carry-out.ts';
import { kindOf } from '../../import/kinds/index.ts';
import type { Rejected } from '../../import/read.ts';
import { defineCommand } from '../define.ts';
import { tellShares } from '../lead/tell-shares.ts';
import { lookAt, upload } from './upload.ts';

/** A dry run: what an import would come to, and why rows would be left out. */
export const importCheck = defineCommand({
  id: 'import.check',
  access: 'manager',
  reply: 'private',
  fields: { upload },
  positional: ['upload'],
  run: (ctx, { upload }) => checked(ctx, stillThere(upload)),
});

/** The card of a dry run; where a file cannot be read yet, what has to be said first. */
export async function checked(ctx: Ctx, upload: Upload): Promise<Card> {
  const look = await lookAt(ctx, upload);
  const { opened } = look;
  if (!opened) return lookCard(ctx.t, upload, look);
  const done = await carryOut(opened, { dryRun: true, tell: tellShares(ctx) });
  const { kind, create } = opened.manner;
  const missing = kindOf(kind).creates.filter(
    (record) =>
      !create.includes(record) &&
      (record !== 'owner' || makesMembers(ctx)) &&
      done.rejected.some((one) => names(one, record)),
  );
  return checkedCard(ctx.t, { upload, opened, done, missing });
}

const names = ({ problem }: Rejected, record: string) =>
  /^import\.unknown(_near)?$/.test(problem.code) && problem.args?.kind === record;

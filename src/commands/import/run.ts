import { lookCard } from '../../cards/import/look.ts';
import { ranCard } from '../../cards/import/outcome.ts';
import { hidden } from '../../chat/field.ts';
import { number } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { claimed } from '../../crm/uploads/claim.ts';
import { stillThere } from '../../crm/uploads/own.ts';
import { carryOut } from '../../import/carry-out.ts';
import { defineCommand } from '../define.ts';
import { tellShares } from '../lead/tell-shares.ts';
import { tellProgress } from './tell-progress.ts';
import { lookAt, upload } from './upload.ts';

/** Rows of an import whose progress is told. */
const long = 1000;

/** Imports a file as one change, once, and only as the card with the button has shown it. */
export const importRun = defineCommand({
  id: 'import.run',
  access: 'manager',
  reply: 'private',
  fields: { upload, seen: hidden(number<Ctx>({ min: 0, max: 2_147_483_647 })) },
  positional: ['upload'],
  async run(ctx, { upload, seen }, meanwhile) {
    stillThere(upload, seen);
    const look = await lookAt(ctx, upload);
    if (!look.opened) return lookCard(ctx.t, upload, look);
    const { rows } = look.opened;
    const telling =
      meanwhile && rows.length >= long ? tellProgress(ctx.t, upload, rows.length, meanwhile) : undefined;
    try {
      const done = await carryOut(look.opened, {
        dryRun: false,
        tell: tellShares(ctx),
        ...(telling && { progress: telling.progress }),
        within: (tx, work) => claimed(tx, upload, work),
      });
      return ranCard(ctx.t, { upload, opened: look.opened, done });
    } finally {
      await telling?.told();
    }
  },
});

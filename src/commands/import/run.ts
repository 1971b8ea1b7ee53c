import { lookCard } from '../../cards/import/look.ts';
import { ranCard } from '../../cards/import/outcome.ts';
import { hidden } from '../../chat/field.ts';
import { number } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { claimed } from '../../crm/uploads/claim.ts';
import { stillThere } from '../../crm/uploads/own.ts';
import { carryOut } from '../../import/carry-out.ts';
import { defineCommand } from '../define.ts';
import { lookAt, upload } from './upload.ts';

/** Imports a file as one change, once, and only as the card with the button has shown it. */
export const importRun = defineCommand({
  id: 'import.run',
  access: 'manager',
  reply: 'private',
  fields: { upload, seen: hidden(number<Ctx>({ min: 0, max: 2_147_483_647 })) },
  positional: ['upload'],
  async run(ctx, { upload, seen }) {
    stillThere(upload, seen);
    const look = await lookAt(ctx, upload);
    if (!look.opened) return lookCard(ctx.t, upload, look);
    const done = await carryOut(look.opened, {
      dryRun: false,
      within: (tx, work) => claimed(tx, upload, work),
    });
    return ranCard(ctx.t, { upload, opened: look.opened, done });
  },
});

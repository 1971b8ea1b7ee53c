import { lookCard } from '../../cards/import/look.ts';
import { rejectedCard } from '../../cards/import/rejected.ts';
import { dayOf } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { leftOut } from './left-out.ts';
import { lookAt, upload } from './upload.ts';

/** The rows of a file that are not imported, as a file to be mended and dropped again. */
export const importRejected = defineCommand({
  id: 'import.rejected',
  access: 'manager',
  reply: 'private',
  fields: { upload },
  positional: ['upload'],
  async run(ctx, { upload }) {
    const look = await lookAt(ctx, upload);
    if (!look.opened) return lookCard(ctx.t, upload, look);
    const { rows, all } = await leftOut(ctx, upload, look.opened);
    return rejectedCard(ctx.t, upload, { kept: rows.length, all }, dayOf(ctx.now, ctx.zone));
  },
});

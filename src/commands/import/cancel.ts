import { cancelUpload } from '../../crm/uploads/cancel.ts';
import { plain, shorten } from '../../lib/text.ts';
import { defineCommand } from '../define.ts';
import { upload } from './upload.ts';

/** Forgets a file that was not imported. */
export const importCancel = defineCommand({
  id: 'import.cancel',
  access: 'manager',
  reply: 'private',
  fields: { upload },
  positional: ['upload'],
  async run(ctx, { upload }) {
    await cancelUpload(ctx, upload);
    return { title: [ctx.t('import.cancelled', { file: plain(shorten(upload.name, 80)) })], blocks: [] };
  },
});

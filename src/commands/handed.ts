import { problemText } from '../cards/import/said.ts';
import type { Held } from '../chat/card.ts';
import { allows } from '../chat/dispatch.ts';
import { identify } from '../crm/people/identify.ts';
import type { Organisation, Somebody } from '../crm/people/known.ts';
import { ownUpload } from '../crm/uploads/own.ts';
import { exported } from '../export/export.ts';
import { kinds } from '../export/kinds.ts';
import { refuse } from '../i18n/refusal.ts';
import { rejectedRows } from '../import/errors-file.ts';
import { leftOut } from './import/left-out.ts';
import { importRejected } from './import/rejected.ts';
import { lookAt } from './import/upload.ts';

/** A file for one person, with the rights they have as it is made, piece by piece. Refuses who may see none of it. */
export async function handedTo(
  org: Organisation,
  person: Somebody,
  held: Held,
): Promise<AsyncIterable<string>> {
  const ctx = await identify(org, { person, place: { channel: person.userId, private: true } });
  if ('records' in held) return (await exported(ctx, kinds[held.records], held.filters)).pieces;
  if (!allows(ctx.access, importRejected.access)) refuse('access.denied');
  const upload = (await ownUpload(ctx, held.upload)) ?? refuse('import.gone');
  const { opened } = await lookAt(ctx, upload);
  if (!opened) return refuse('import.changed');
  const { t } = ctx;
  const { rows: rejected } = await leftOut(ctx, upload, opened, true);
  return rejectedRows({ ...opened, rejected, t, say: (problem) => problemText(t, problem) });
}

import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';

/** A file that somebody handed over; for anybody else it is not there. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  /** How it is to be read, as whoever reads it has left it. */
  readonly manner: unknown;
  readonly edition: number;
  readonly changeId: number | null;
}

export const shown = { id: true, name: true, manner: true, edition: true, changeId: true } as const;

/** Nobody's are the operator's: there are none. */
export const mine = (ctx: Ctx) => ({ memberId: ctx.member?.id ?? 0 });

/** The asker's files that were not imported yet, the latest first. */
export const ownUploads = (ctx: Ctx): Promise<Upload[]> =>
  ctx.db.upload.findMany({
    where: { ...mine(ctx), changeId: null },
    orderBy: { id: 'desc' },
    take: 25,
    select: shown,
  });

/** One of the asker's files, also one that was imported; null where there is none of that number. */
export const ownUpload = (ctx: Ctx, id: number): Promise<Upload | null> =>
  ctx.db.upload.findFirst({ where: { ...mine(ctx), id }, select: shown });

/** What is in one of the asker's files. */
export async function bytesOf(ctx: Ctx, { id }: Upload): Promise<Buffer> {
  const found = await ctx.db.upload.findFirst({ where: { ...mine(ctx), id }, select: { bytes: true } });
  return Buffer.from((found ?? refuse('import.gone')).bytes);
}

/** Refuses what is no longer as a card showed it: imported, read otherwise (where an `edition` was seen), or gone. */
export function stillThere<U extends Pick<Upload, 'changeId' | 'edition'>>(
  upload: U | null | undefined,
  edition?: number,
): U {
  if (!upload) return refuse('import.gone');
  if (upload.changeId !== null) return refuse('import.done', { change: upload.changeId });
  return edition === undefined || edition === upload.edition ? upload : refuse('import.changed');
}

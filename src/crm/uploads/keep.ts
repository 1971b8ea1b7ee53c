import type { Prisma } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { shown, type Upload } from './own.ts';

interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly manner: object;
}

/** Keeps a file for whoever handed it over, for a day. The same invocation again finds what it has brought. */
export async function keepUpload(ctx: Ctx, { name, bytes, manner }: Dropped): Promise<Upload> {
  const memberId = (ctx.member ?? refuse('import.gone')).id;
  const { eventKey, now: createdAt } = ctx;
  const data = {
    ...{ memberId, name, manner: manner as Prisma.InputJsonObject, eventKey, createdAt },
    bytes: new Uint8Array(bytes),
  };
  if (eventKey === null) return ctx.db.upload.create({ data, select: shown });
  return ctx.db.upload.upsert({ where: { eventKey }, create: data, update: {}, select: shown });
}

import type { PrismaClient } from '../../db/client.ts';
import { fold } from '../../lib/fold.ts';

/** The seed's process: name in both languages, chance to win in percent, working days before a deal goes stale. */
const stages = [
  ['Lead mới', 'New lead', 'OPEN', 10, 3],
  ['Đang tư vấn', 'Consulting', 'OPEN', 20, 5],
  ['Gửi báo giá', 'Quote sent', 'OPEN', 40, 5],
  ['Đàm phán', 'Negotiation', 'OPEN', 60, 7],
  ['Chốt hợp đồng', 'Contract closing', 'OPEN', 80, 5],
  ['Hoàn thành', 'Won', 'WON', 100, null],
  ['Bị mất', 'Lost', 'LOST', 0, null],
] as const;

/** The folded names of the default stages in both languages. */
export const defaultStageNames: ReadonlySet<string> = new Set(
  stages.flatMap(([vi, en]) => [fold(vi), fold(en)]),
);

/** Makes the default pipeline where there is none; safe when several processes start at once. */
export async function ensurePipeline(db: PrismaClient): Promise<void> {
  if (await db.pipeline.count()) return;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE pipeline IN EXCLUSIVE MODE`;
    if (await tx.pipeline.count()) return;
    await tx.pipeline.create({
      data: {
        nameVi: 'Bán hàng',
        nameEn: 'Sales',
        position: 1,
        stages: {
          create: stages.map(([nameVi, nameEn, kind, probability, staleAfterDays], i) => ({
            nameVi,
            nameEn,
            kind,
            probability,
            staleAfterDays,
            position: i + 1,
          })),
        },
      },
    });
  });
}

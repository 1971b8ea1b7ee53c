import type { PrismaClient } from '../../db/client.ts';
import { fold } from '../../lib/fold.ts';

/**
 * The seed's process: name in both languages, chance to win in percent, working days before a deal goes stale, and
 * the department in charge.
 */
const stages = [
  ['Lead mới', 'New lead', 'OPEN', 10, 3, 'SALES'],
  ['Đang tư vấn', 'Consulting', 'OPEN', 20, 5, 'SALES'],
  ['Gửi báo giá', 'Quote sent', 'OPEN', 40, 5, 'SALES'],
  ['Đàm phán', 'Negotiation', 'OPEN', 60, 7, 'SALES'],
  ['Chốt hợp đồng', 'Contract closing', 'OPEN', 80, 5, 'SALES'],
  ['Hoàn thành', 'Won', 'WON', 100, null, 'CARE'],
  ['Bị mất', 'Lost', 'LOST', 0, null, null],
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
          create: stages.map(([nameVi, nameEn, kind, probability, staleAfterDays, department], i) => ({
            nameVi,
            nameEn,
            kind,
            probability,
            staleAfterDays,
            department,
            position: i + 1,
          })),
        },
      },
    });
  });
}

import type { Ctx } from '../context.ts';

/** The pipelines with their stages, both in their order. */
export const listPipelines = ({ db }: Pick<Ctx, 'db'>) =>
  db.pipeline.findMany({
    orderBy: { position: 'asc' },
    include: { stages: { orderBy: { position: 'asc' } } },
  });

export type PipelineView = Awaited<ReturnType<typeof listPipelines>>[number];

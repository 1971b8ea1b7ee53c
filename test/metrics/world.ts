import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { every } from '../../src/crm/visibility.ts';
import type { PrismaClient } from '../../src/db/client.ts';
import { fold } from '../../src/lib/fold.ts';
import type { Asker } from '../../src/metrics/measured.ts';

/** The default stages by their English names. */
export const stageNames = [
  'New lead',
  'Consulting',
  'Quote sent',
  'Negotiation',
  'Contract closing',
  'Won',
  'Lost',
] as const;
export type StageName = (typeof stageNames)[number];

export interface DealSpec {
  readonly created: string;
  /** `[stage, at, revoked at?]` in the order they are written; without any the deal is in its first stage. */
  readonly events?: readonly (readonly [StageName, string, string?])[];
  readonly amount?: string | null;
  readonly currency?: string;
  readonly ownerId?: number | null;
  readonly leadId?: number;
  readonly title?: string;
}

/** Puts records into a database as they are said, without going through verbs: history included. */
export function world(db: PrismaClient) {
  const stages = new Map<StageName, number>();
  return {
    async begin(): Promise<void> {
      await ensurePipeline(db);
      for (const stage of await db.stage.findMany()) stages.set(stage.nameEn as StageName, stage.id);
    },
    stage: (name: StageName) => stages.get(name) as number,
    async member(name: string): Promise<number> {
      return (await db.member.create({ data: { name, folded: fold(name) } })).id;
    },
    async lead(created: string, ownerId: number | null = null, source = 'website'): Promise<number> {
      const data = { name: 'Khách', folded: 'khach', source, ownerId, createdAt: new Date(created) };
      return (await db.lead.create({ data })).id;
    },
    async deal(spec: DealSpec): Promise<number> {
      const { created, title = 'Cơ hội', amount = '1000', currency = 'VND', ownerId = null, leadId } = spec;
      const events = spec.events ?? [['New lead', created]];
      const deal = await db.deal.create({
        data: {
          ...{ title, folded: fold(title), amount, currency, ownerId, pipelineId: 1 },
          ...(leadId !== undefined && { leadId }),
          createdAt: new Date(created),
        },
      });
      for (const [stage, at, revoked] of events)
        await db.stageEvent.create({
          data: {
            dealId: deal.id,
            stageId: stages.get(stage) as number,
            at: new Date(at),
            revokedAt: revoked ? new Date(revoked) : null,
          },
        });
      return deal.id;
    },
    asker: (now: string, more: Partial<Asker> = {}): Asker => ({
      ...{ db, now: new Date(now), zone: 'Asia/Ho_Chi_Minh', currency: 'VND', sight: every('all') },
      ...more,
    }),
  };
}

export const year = { from: '2026-01-01', to: '2026-12-31' };

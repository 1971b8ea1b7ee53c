import { digestCard } from '../../cards/digest/digest.ts';
import { digestJob, lastDigest } from '../../crm/subscriptions/runs.ts';
import { workCalendar } from '../../lib/dates/index.ts';
import { dailyPipeline } from '../../metrics/daily-pipeline.ts';
import { defineCommand } from '../define.ts';
import { digest } from './fields.ts';

/** The digest of this moment, of what the asker may see, against the last one of the channel. */
export const digestNow = defineCommand({
  id: 'digest.now',
  access: 'viewer',
  reply: 'private',
  fields: { digest },
  positional: ['digest'],
  async run(ctx, { digest }) {
    const since = await lastDigest(ctx.db, digestJob({ ...ctx, digest }), ctx.now);
    const daily = await dailyPipeline(ctx, { since, calendar: workCalendar() });
    return digestCard(ctx.t, daily, ctx.member?.name) ?? { title: [ctx.t('digest.nothing')], blocks: [] };
  },
});

import { type Audited, auditCard, type Before } from '../cards/quality/audit.ts';
import { questions } from '../cards/survey/ask.ts';
import type { PlatformName } from '../chat/platform.ts';
import { recipientsOf } from '../crm/people/recipients.ts';
import { loadAudit, type Post } from '../crm/settings/audit.ts';
import { beginRound } from '../crm/surveys/begin.ts';
import type { Db, Identity, Member, Tx } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { enqueue, type Owed } from '../delivery/index.ts';
import { isLocale, type Translator, translator } from '../i18n/index.ts';
import { dayOf } from '../lib/dates/index.ts';
import { startOf, unitFrom } from '../lib/dates/period.ts';
import type { Text } from '../lib/span.ts';
import { type Quality, quality } from '../metrics/quality/score.ts';
import { asker, claimSlot, type Jobs, localeOf } from './job.ts';
import { dueInQuarter } from './slots.ts';

/** The slots of the audit are quarters, so that another hour does not make a second one. */
const job = 'audit';

/**
 * Posts the quarterly audit when it is due, once, and tells the one who answers for the data. Its figures are those of
 * the moment it is made, as its buttons work on the present, and are kept to compare the next one with.
 */
export async function decideAudits(jobs: Jobs, now: Date): Promise<void> {
  const { post } = await loadAudit(jobs.db);
  if (!post || !jobs.platforms.some((platform) => platform === post.platform)) return;
  const at = dueInQuarter(post, now, jobs.calendar);
  if (!at || at < new Date(post.since)) return;
  const quarter = unitFrom(startOf(dayOf(now, post.zone), 'quarter'), 'quarter');
  const slot = new Date(quarter.from);
  if (await jobs.db.jobRun.findUnique({ where: { job_slot: { job, slot: slot.toISOString() } } })) return;
  const audited = { quarter, quality: await quality(asker(jobs, now), {}), before: await lastAudit(jobs.db) };
  const owed = await messages(jobs, post, audited, now);
  await transaction(jobs.db, async (tx) => {
    if (!(await claimSlot(tx, job, slot, now))) return;
    await tx.audit.create({ data: { quarter: slot, at: now, ...figuresOf(audited.quality) } });
    await enqueue(tx, owed, now);
    if (post.survey) await askAll(jobs, tx, now);
  });
}

/** Asks everybody how they get on, unless that was done by hand a moment ago. */
async function askAll(jobs: Jobs, tx: Tx, now: Date): Promise<void> {
  const begun = await beginRound(tx, now, jobs.platforms);
  if (typeof begun === 'object') await enqueue(tx, questions(begun, jobs.locale, now), now);
}

async function lastAudit(db: Db): Promise<Before | null> {
  const last = await db.audit.findFirst({ orderBy: { quarter: 'desc' } });
  return last && { ...last, findings: last.findings as Before['findings'] };
}

const figuresOf = ({ numerator, denominator, findings }: Quality) => ({
  records: Number(denominator),
  clean: Number(numerator),
  findings: Object.fromEntries(findings.map(({ rule, count }) => [rule, count])),
});

/** One for the channel, and one for whoever answers for the data; the manager of one who cannot be told. */
async function messages(jobs: Jobs, post: Post, audited: Audited, now: Date): Promise<Owed[]> {
  const { memberId, platform, channel } = post;
  const key = `${job}:${audited.quarter.from}`;
  const member = await jobs.db.member.findUnique({ where: { id: memberId }, include: { identities: true } });
  const locale = await localeOf(jobs, post);
  const posted: Owed = {
    key: `${key}:${platform}:${channel}`,
    platform: platform as PlatformName,
    destination: channel,
    card: auditCard(translator(locale), audited, asks(translator(locale), member)),
    ...{ locale, dueAt: now },
  };
  const to = (await recipientsOf(jobs.db, null, [memberId], jobs.platforms)).get(memberId);
  if (!to || !member) return [posted];
  const t = translator(to.locale && isLocale(to.locale) ? to.locale : jobs.locale);
  const told = to.memberId === memberId ? t('audit.yours') : t('audit.for', { name: member.name });
  return [
    posted,
    {
      key: `${key}:member:${to.memberId}`,
      platform: to.platform as PlatformName,
      destination: `user:${to.userId}`,
      card: auditCard(t, audited, [told]),
      ...{ locale: t.locale, dueAt: now },
    },
  ];
}

/** Calls upon whoever answers for the data; for somebody to be named where they are no member any more. */
function asks(t: Translator, member: (Member & { identities: Identity[] }) | null): Text {
  if (!member) return [t('problem.audit.nobody')];
  const ids = Object.fromEntries(member.identities.map(({ platform, userId }) => [platform, userId]));
  return t.text('audit.asks', { name: { mention: { name: member.name, ids } } });
}

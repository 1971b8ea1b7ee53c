import type { Block, Card } from '../../chat/card.ts';
import type { Audit } from '../../crm/settings/audit.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay, type Period } from '../../lib/dates/index.ts';
import type { Text } from '../../lib/span.ts';
import { percent } from '../../metrics/exact.ts';
import type { Quality } from '../../metrics/quality/score.ts';
import { comparison } from '../metrics/compare.ts';
import { notes } from '../metrics/notes.ts';
import { periodText } from '../metrics/words.ts';
import { actions, said, timeOfDay } from '../parts.ts';
import { type Counts, findingsBlocks, qualityTitle, walkActions } from './findings.ts';

/** What an audit before this one found. */
export interface Before {
  readonly at: Date;
  readonly records: number;
  readonly clean: number;
  readonly findings: Counts;
}

export interface Audited {
  readonly quarter: Period;
  readonly quality: Quality;
  readonly before: Before | null;
}

/** The score, how it changed, what is found, whom `asks` calls upon, and where to begin. */
export function auditCard(t: Translator, { quarter, quality, before }: Audited, asks: Text): Card {
  const walks = walkActions(t, quality, {});
  const title = qualityTitle(t, quality);
  return {
    title: [t('audit.title', { quarter: periodText(t, quarter) })],
    summary: title,
    blocks: [
      { kind: 'text', text: [{ bold: title }] },
      ...(before ? sinceBlocks(t, quality, before) : []),
      ...findingsBlocks(t, quality, before?.findings),
      { kind: 'text', text: walks.length ? asks : [t('audit.perfect')] },
      ...notes(t, quality.receipt, {}, [], [t('quality.note.untouched', { days: quality.untouched })]),
      ...actions(...walks),
    ],
  };
}

function sinceBlocks(t: Translator, quality: Quality, { at, records, clean }: Before): Block[] {
  const change = comparison(t, quality, { value: percent(clean, records), unit: quality.unit });
  const day = formatDay(dayOf(at, quality.receipt.zone), t.locale);
  return change === null ? [] : [{ kind: 'text', text: [t('audit.since', { day, change })] }];
}

/** What was set: when and for whom the audit is posted, and what is out of date. */
export function auditSetCard(t: Translator, { post, untouched }: Audit, name: string, change: number): Card {
  const card = said(t, t('audit.off'), change);
  const channel = post && { channel: post.channel, on: post.platform };
  const title = channel && t.text('audit.set', { channel, at: timeOfDay(post.minute), name });
  const days: Block = { kind: 'note', text: [t('audit.untouched', { days: untouched })] };
  const asks: Block[] = post?.survey ? [{ kind: 'note', text: [t('survey.with_audit')] }] : [];
  return { ...card, ...(title && { title }), blocks: [days, ...asks, ...card.blocks] };
}

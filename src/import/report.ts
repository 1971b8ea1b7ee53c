import type { Key, Translator } from '../i18n/index.ts';
import { sentence as told } from '../i18n/sentence.ts';
import { formatNumber } from '../lib/format.ts';
import { plain } from '../lib/text.ts';
import type { Columns } from './columns.ts';
import type { Outcome } from './place.ts';
import type { Rejected } from './read.ts';

/** Rows told one by one, and reasons told with their count. */
const most = 20;

/** The sentence for a row that was not written: its column and why. */
export function sentenceOf({ field, problem }: Rejected, columns: Columns, t: Translator): string {
  const sentence = told(t, problem);
  if (!field) return sentence;
  const place = columns.places.get(field);
  const column = place === undefined ? field : plain(columns.header[place] ?? field);
  return t('import.at', { column, sentence });
}

/** The rows that were not written, line by line: the first ones, then each reason with its count. */
export function reportOf(rejected: readonly Rejected[], columns: Columns, t: Translator): string[] {
  if (rejected.length === 0) return [];
  const n = (count: number) => formatNumber(count, t.locale);
  const sorted = rejected.toSorted((a, b) => a.row - b.row);
  const lines = sorted
    .slice(0, most)
    .map((one) => t('import.row', { row: one.row, sentence: sentenceOf(one, columns, t) }));
  if (sorted.length <= most)
    return [t('import.rejected', { count: sorted.length, n: n(sorted.length) }), ...lines];
  const counts = new Map<string, number>();
  for (const one of sorted) {
    const sentence = sentenceOf(one, columns, t);
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const reasons = [...counts].sort((a, b) => b[1] - a[1]);
  return [
    t('import.rejected', { count: sorted.length, n: n(sorted.length) }),
    ...lines,
    t('import.reasons'),
    ...reasons.slice(0, most).map(([sentence, count]) => t('import.reason', { n: n(count), sentence })),
    ...(reasons.length > most ? [t('import.reasons.more', { n: n(reasons.length - most) })] : []),
  ];
}

/** What was done, or on a dry run would be, and how to take it back. */
export function summaryOf(
  { created, updated, unchanged, made }: Outcome,
  run: { kind: string; rejected: number; changeId: number | null; dryRun: boolean },
  t: Translator,
): string[] {
  const n = (count: number) => formatNumber(count, t.locale);
  const counts = {
    kind: run.kind,
    created: n(created),
    updated: n(updated),
    unchanged: n(unchanged),
    rejected: n(run.rejected),
  };
  const others = made.map(({ record, count }) =>
    t.say(`import.made.${record}` as Key, { count, n: n(count) }),
  );
  return [
    ...(run.dryRun ? [t('import.dry_run')] : []),
    t('import.done', counts),
    ...(others.length ? [t('import.made', { records: others.join(', ') })] : []),
    ...(run.changeId === null ? [] : [t('import.undo', { change: run.changeId })]),
  ];
}

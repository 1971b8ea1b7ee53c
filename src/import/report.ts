import type { Key, Translator } from '../i18n/index.ts';
import { sentence as told } from '../i18n/sentence.ts';
import type { Problem } from '../lib/errors.ts';
import { formatNumber } from '../lib/format.ts';
import { plain } from '../lib/text.ts';
import type { Columns } from './columns.ts';
import { fieldLabel } from './labels.ts';
import type { Outcome } from './place.ts';
import type { FileRows, Rejected } from './read.ts';
import type { Sheet } from './sheet.ts';

/** Rows told one by one, and reasons told with their count. */
const most = 20;

/** The sentence for a row that was not written: its column and why. */
export function sentenceOf(
  one: Rejected,
  columns: Columns,
  t: Translator,
  say = (problem: Problem) => told(t, problem),
): string {
  const sentence = say(one.problem);
  const column = columnOf(one, columns, t);
  return column ? t('import.at', { column, sentence }) : sentence;
}

/** The column at fault, or what its field is called where the file has none. */
export function columnOf({ field }: Rejected, columns: Columns, t: Translator): string | undefined {
  if (!field) return undefined;
  const places = columns.places.get(field) ?? [];
  const names = places.map((place) => plain(columns.header[place] ?? '')).join(' / ');
  return names || fieldLabel(t, columns.cells, field);
}

/** As what the file was read, so that whoever knows better sees it. */
export function readAs(
  { encoding, delimiter }: Sheet,
  { order, columns }: Pick<FileRows, 'order' | 'columns'>,
  t: Translator,
): string {
  const separator = delimiter === '\t' ? t('import.tab') : `“${delimiter}”`;
  return [
    t('import.read_as', { encoding: encodings[encoding], separator }),
    ...(columns.preset ? [t('import.read_as.preset', { name: columns.preset })] : []),
    ...(order ? [t(`import.read_as.${order}`)] : []),
  ].join(', ');
}

const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1258': 'Windows-1258',
} as const;

/** The rows that were not written, line by line: the first ones, then each reason with its count. */
export function reportOf(rejected: readonly Rejected[], columns: Columns, t: Translator): string[] {
  if (rejected.length === 0) return [];
  const n = (count: number) => formatNumber(count, t.locale);
  const sorted = rejected.toSorted((a, b) => a.row - b.row);
  const lines = sorted
    .slice(0, most)
    .map((one) => t('import.row', { row: one.row, sentence: sentenceOf(one, columns, t) }));
  const hint = sorted.some(isTwin) ? [t('import.twins.hint')] : [];
  if (sorted.length <= most)
    return [t('import.rejected', { count: sorted.length, n: n(sorted.length) }), ...lines, ...hint];
  const counts = new Map<string, number>();
  for (const one of sorted) {
    const sentence = isTwin(one) ? t('import.twins') : sentenceOf(one, columns, t);
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const reasons = [...counts].sort((a, b) => b[1] - a[1]);
  return [
    t('import.rejected', { count: sorted.length, n: n(sorted.length) }),
    ...lines,
    t('import.reasons'),
    ...reasons.slice(0, most).map(([sentence, count]) => t('import.reason', { n: n(count), sentence })),
    ...(reasons.length > most ? [t('import.reasons.more', { n: n(reasons.length - most) })] : []),
    ...hint,
  ];
}

/** Was left out because it is likely here already. */
export const isTwin = ({ problem }: Rejected) => problem.code.startsWith('import.twin.');

/** What was done, or on a dry run would be, and how to take it back. */
export function summaryOf(
  {
    created,
    updated,
    unchanged,
    made,
    skipped,
    assigned,
  }: Pick<Outcome, 'created' | 'updated' | 'unchanged' | 'made' | 'skipped' | 'assigned'>,
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
    ...(skipped ? [t('import.skipped', { count: skipped, n: n(skipped) })] : []),
    ...(assigned?.shares.length
      ? [
          t('import.assigned', {
            people: assigned.shares
              .map(({ member, count }) => `${plain(member.name)} ${n(count)}`)
              .join(', '),
          }),
        ]
      : []),
    ...(assigned?.left ? [t('import.unassigned', { count: assigned.left, n: n(assigned.left) })] : []),
    ...(others.length ? [t('import.made', { records: others.join(', ') })] : []),
    ...(run.changeId === null ? [] : [t('import.undo', { change: run.changeId })]),
  ];
}

import type { Action, Block, Card } from '../../chat/card.ts';
import type { Share } from '../../crm/leads/owner.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Key, Translator } from '../../i18n/index.ts';
import type { Done } from '../../import/carry-out.ts';
import type { Creatable } from '../../import/creatable.ts';
import type { Opened } from '../../import/open.ts';
import { columnOf, isTwin } from '../../import/report.ts';
import { formatNumber } from '../../lib/format.ts';
import { plain, shorten } from '../../lib/text.ts';
import { actions, fact, undoAction } from '../parts.ts';
import { askAction, cancelAction, runAction, stepAction } from './actions.ts';
import { problemText } from './said.ts';

interface Result {
  readonly upload: Upload;
  readonly opened: Opened;
  readonly done: Done;
}

/** Rows that are told one by one. */
const most = 15;

/** What an import would come to. `missing` may be made for it with a button each. */
export function checkedCard(
  t: Translator,
  result: Result & { readonly missing: readonly Creatable[] },
): Card {
  const { upload, done, missing } = result;
  const create = missing.map(
    (record): Action => ({
      ...stepAction(t, 'options', upload, { create: [...result.opened.manner.create, record].join(',') }),
      label: t(`import.create.${record}`),
      replace: true,
    }),
  );
  const twins = (['skip', 'add'] as const).map(
    (duplicates): Action => ({
      ...stepAction(t, 'options', upload, { duplicates }),
      label: t(`import.duplicates.${duplicates}`),
      replace: true,
    }),
  );
  const writes = done.created + done.updated > 0;
  return {
    title: [t('import.checked', { file: nameOf(result) })],
    ...(done.rejected.length && { tone: 'warn' }),
    blocks: [
      ...countBlocks(t, done),
      ...rejectedBlocks(t, result),
      ...actions(
        ...(writes ? [{ ...runAction(t, upload), style: 'primary' } as const] : []),
        ...create,
        ...(done.rejected.some(isTwin) ? twins : []),
        ...rejectedActions(t, result),
        askAction(t, 'columns', upload),
        askAction(t, 'options', upload),
        cancelAction(t, upload),
      ),
    ],
  };
}

/** What an import came to, with its undo. */
export function ranCard(t: Translator, result: Result): Card {
  const { done, upload } = result;
  const file = nameOf(result);
  return {
    title: [done.changeId === null ? t('import.ran.nothing', { file }) : t('import.ran', { file })],
    tone: done.changeId === null ? 'warn' : 'good',
    blocks: [
      ...countBlocks(t, done),
      ...rejectedBlocks(t, result),
      ...actions(
        done.changeId === null ? askAction(t, 'columns', upload) : undoAction(t, done.changeId),
        ...rejectedActions(t, result),
      ),
    ],
  };
}

const rejectedActions = (t: Translator, { upload, done }: Result) =>
  done.rejected.length ? [stepAction(t, 'rejected', upload)] : [];

const nameOf = ({ upload }: Result) => plain(shorten(upload.name, 80));

function countBlocks(
  t: Translator,
  { created, updated, unchanged, rejected, made, skipped, assigned }: Done,
): Block[] {
  const n = (count: number) => formatNumber(count, t.locale);
  const others = made.map(({ record, count }) =>
    t.say(`import.made.${record}` as Key, { count, n: n(count) }),
  );
  const shareText = ({ member, count }: Share) => `${plain(member.name)} ${n(count)}`;
  return [
    {
      kind: 'facts',
      facts: [
        ...fact(t('import.count.created'), n(created)),
        ...fact(t('import.count.updated'), n(updated)),
        ...fact(t('import.count.unchanged'), n(unchanged)),
        ...fact(t('import.count.rejected'), n(rejected.length)),
        ...(skipped ? fact(t('import.count.skipped'), n(skipped)) : []),
        ...fact(t('import.count.made'), others.join(', ')),
        ...fact(t('import.count.assigned'), assigned?.shares.map(shareText).join(', ')),
        ...(assigned?.left ? fact(t('import.count.unassigned'), n(assigned.left)) : []),
      ],
    },
  ];
}

function rejectedBlocks(t: Translator, { opened, done }: Result): Block[] {
  if (done.rejected.length === 0) return [];
  const sorted = done.rejected.toSorted((a, b) => a.row - b.row);
  return [
    {
      kind: 'table',
      columns: [
        { label: t('import.row.number'), align: 'right' },
        { label: t('import.column'), align: 'left' },
        { label: t('import.row.reason'), align: 'left' },
      ],
      rows: sorted
        .slice(0, most)
        .map((one) => [
          [String(one.row)],
          [columnOf(one, opened.columns, t) ?? '–'],
          [problemText(t, one.problem)],
        ]),
      ...(sorted.length > most && { more: sorted.length - most }),
    },
  ];
}

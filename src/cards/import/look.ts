import type { Block, Card } from '../../chat/card.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Key, Translator } from '../../i18n/index.ts';
import type { Cells } from '../../import/cells.ts';
import type { Columns } from '../../import/columns.ts';
import { fieldLabel } from '../../import/labels.ts';
import type { Look } from '../../import/look.ts';
import type { Opened } from '../../import/open.ts';
import { readAs } from '../../import/report.ts';
import { plain, shorten } from '../../lib/text.ts';
import { actions } from '../parts.ts';
import { askAction, cancelAction, runAction, stepAction } from './actions.ts';
import { refusalText } from './said.ts';

const nameOf = ({ file }: Look) => plain(shorten(file, 80));

/** What was recognised in a file, with the next steps; or what has to be said before it can be read. */
export function lookCard(t: Translator, upload: Upload, look: Look): Card {
  if (look.opened) return readCard(t, upload, look, look.opened);
  const { problem, header } = look;
  return {
    title: [t('import.look.unread', { file: nameOf(look) })],
    tone: 'warn',
    blocks: [
      { kind: 'text', text: [problem ? refusalText(t, problem) : t('import.look.kind')] },
      ...(problem ? [] : [{ kind: 'note', text: [header.map(plain).join(' · ')] } as const]),
      ...actions(
        ...(problem?.key === 'problem.import.date_order'
          ? (['DMY', 'MDY'] as const).map((dates) => ({
              ...stepAction(t, 'columns', upload, { dates }),
              label: t(`choice.dates.${dates}`),
              replace: true,
            }))
          : []),
        askAction(t, 'columns', upload),
        cancelAction(t, upload),
      ),
    ],
  };
}

function readCard(t: Translator, upload: Upload, look: Look, opened: Opened): Card {
  const rows = opened.rows.length + opened.rejected.length;
  const kind = t.say(`choice.import.${opened.manner.kind}` as Key);
  return {
    title: [t('import.look', { file: nameOf(look), rows, count: rows, kind })],
    blocks: [
      { kind: 'text', text: [readAs(opened.sheet, opened, t)] },
      columnTable(t, look.cells, opened.columns),
      ...actions(
        { ...stepAction(t, 'check', upload), style: 'primary' },
        askAction(t, 'columns', upload),
        askAction(t, 'options', upload),
        runAction(t, upload),
        cancelAction(t, upload),
      ),
    ],
  };
}

/** Which column is what, in the order of the file. */
function columnTable(t: Translator, cells: Cells, columns: Columns): Block {
  const fields = new Map(
    [...columns.places].flatMap(([field, places]) =>
      places.map((place) => [place, fieldLabel(t, cells, field)]),
    ),
  );
  return {
    kind: 'table',
    columns: [
      { label: t('import.column'), align: 'left' },
      { label: t('import.column.field'), align: 'left' },
    ],
    rows: columns.header.flatMap((name, place) =>
      name ? [[[plain(shorten(name, 60))], [fields.get(place) ?? t('import.column.none')]]] : [],
    ),
  };
}

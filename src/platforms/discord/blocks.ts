import type { Action, Fact, Table } from '../../chat/card.ts';
import { pack } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Text } from '../../lib/span.ts';
import { plain, shorten } from '../../lib/text.ts';
import { cut, inline } from './inline.ts';
import { limits } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { tableMarkup, within } from './table.ts';

const FACT = 1000;
const styles = { primary: 1, danger: 4, plain: 2 } as const;

/** Small print: Discord wants the mark on every line. */
export const SMALL = '-# ';

/** A text of one or more lines; `mark` stands before each of them. */
export function paragraph(sheet: Sheet, text: Text, mark = ''): void {
  const marks = mark.length * inline(text).split('\n').length;
  const kept = cut(text, Math.max(0, sheet.room - marks));
  if (kept !== text) sheet.shortened = true;
  const lines = inline(kept).split('\n');
  sheet.text(lines.map((line) => (line.trim() ? mark + line : line)).join('\n'));
}

export function facts(sheet: Sheet, all: readonly Fact[], t: Translator): void {
  const lines = all.map(({ label, value }) => `${inline([{ bold: `${label}:` }])} ${oneLine(value, FACT)}`);
  const kept = within(lines, sheet.room - more(lines.length, t).length - 1);
  counted(sheet, kept.join('\n'), lines.length - kept.length, 0, t);
}

export function table(sheet: Sheet, block: Table, t: Translator): void {
  const unlisted = block.more ?? 0;
  const { markup, shown } = tableMarkup(block, sheet.room - more(block.rows.length + unlisted, t).length - 1);
  counted(sheet, shown > 0 || block.rows.length === 0 ? markup : '', block.rows.length - shown, unlisted, t);
}

/** Rows of at most five, of about as many each; a button that is already there, or no longer fits, is left out. */
export function buttons(sheet: Sheet, actions: readonly Action[]): void {
  const made = actions.flatMap((action) => {
    const custom_id = pack(action);
    if (custom_id.length > limits.customId) sheet.shortened = true;
    if (custom_id.length > limits.customId || !sheet.claim(custom_id)) return [];
    const label = shorten(plain(action.label), limits.buttonLabel) || '…';
    return [{ type: 2 as const, style: styles[action.style ?? 'plain'], label, custom_id }];
  });
  const inRow = Math.ceil(made.length / Math.ceil(made.length / limits.buttonsInRow));
  for (let i = 0; i < made.length; i += inRow) {
    const row = made.slice(i, i + inRow);
    sheet.add({ type: 1, components: row }, row.length + 1);
  }
}

/** A text of one line. */
export function oneLine(text: Text, room: number): string {
  return inline(cut(text, room)).replaceAll('\n', ' ');
}

function counted(sheet: Sheet, markup: string, cut: number, unlisted: number, t: Translator): void {
  if (cut > 0) sheet.shortened = true;
  const whole = [markup, more(cut + unlisted, t)].filter(Boolean).join('\n');
  if (whole.length <= sheet.room) sheet.text(whole);
  else sheet.shortened = true;
}

function more(count: number, t: Translator): string {
  return count > 0 ? SMALL + inline([t('platform.more', { count })]) : '';
}

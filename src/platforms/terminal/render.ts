import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Block, Card, Fact } from '../../chat/card.ts';
import type { Registry } from '../../chat/command.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Zone } from '../../lib/dates/index.ts';
import { pad, paragraph, type Reading, words, wrap } from './inline.ts';
import { limits } from './limits.ts';
import { actionLine, exportLine } from './line.ts';
import { barsOf, tableLines } from './table.ts';

export interface Screen<C> {
  readonly t: Translator;
  readonly zone: Zone;
  readonly registry: Registry<C>;
  readonly colour: boolean;
  /** On whose behalf, where that is not the operator. */
  readonly as?: string | undefined;
}

/** A card as text of 80 columns. Buttons become the lines to type instead. */
export function render<C>(card: Card, screen: Screen<C>): string {
  const reading: Reading = { locale: screen.t.locale, zone: screen.zone };
  const paint = (style: 'bold' | 'dim', lines: string[]) =>
    screen.colour ? lines.map((line) => styleText(style, line)) : lines;
  const said = words(card.title, reading);
  const title = paint('bold', paragraph(card.title, reading, limits.width));
  const blocks = card.blocks
    .map((block) =>
      block.kind === 'note'
        ? paint('dim', blockLines(block, said, reading, screen))
        : blockLines(block, said, reading, screen),
    )
    .filter((lines) => lines.length > 0);
  return `${[title, ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `said` is the title of the card, which its chart need not say again. */
function blockLines<C>(
  block: Block,
  said: string,
  reading: Reading,
  { t, registry, as }: Screen<C>,
): string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return paragraph(block.text, reading, limits.width);
    case 'facts':
      return factLines(block.facts, reading);
    case 'table':
      return [...tableLines(block, reading), ...more(block.more, t)];
    case 'chart': {
      const { chart, table } = block;
      const heads = [chart.title, chart.subtitle]
        .filter((line) => line && line !== said)
        .flatMap((line) => wrap(line, limits.width));
      return [
        ...heads,
        ...tableLines(table, reading, barsOf(chart, table.rows.length)),
        ...more(table.more, t),
      ];
    }
    case 'file':
      return 'records' in block
        ? [`→ ${words([exportLine(block, as)], reading)}`]
        : paragraph([t('file.terminal', { name: block.name })], reading, limits.width);
    case 'actions':
      return block.actions.flatMap((action) => {
        const line = actionLine(action, registry, t);
        return line === undefined
          ? []
          : [`→ ${words([line], reading)}   (${words([action.label], reading)})`];
      });
    case 'divider':
      return ['─'.repeat(limits.width)];
  }
}

const more = (count: number | undefined, t: Translator) => (count ? [t('platform.more', { count })] : []);

function factLines(facts: readonly Fact[], reading: Reading): string[] {
  const labels = facts.map((fact) => words([fact.label], reading));
  const width = Math.min(24, Math.max(0, ...labels.map((label) => stringWidth(label))));
  return facts.flatMap(({ value }, i) => {
    const [first = '', ...rest] = paragraph(value, reading, limits.width - width - 2);
    return [
      `${pad(labels[i] ?? '', width)}  ${first}`.trimEnd(),
      ...rest.map((line) => ' '.repeat(width + 2) + line),
    ];
  });
}

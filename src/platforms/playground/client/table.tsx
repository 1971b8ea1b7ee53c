// biome-ignore-all lint/a11y/noRedundantRoles: what a phone shows as stacked items is still a table for who listens to it.
import type { Table } from '../../../chat/card.ts';
import { Inline } from './inline.tsx';
import { useSay } from './page.ts';

/** Columns that a phone has no room for beside one another. */
const wide = 4;

/**
 * A table that scrolls sideways, also by keyboard, where it does not fit. On a phone the rows of one with many columns
 * are items whose cells stand one after the other, each behind the name of its column: see table.css.
 */
export function TableView({ table: { columns, rows, more } }: { table: Table }) {
  const say = useSay();
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroller" tabIndex={0} aria-label={say('playground.table')}>
        <table role="table" class={columns.length >= wide ? 'wide' : ''}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ label, align }, i) => (
                <th key={i} role="columnheader" scope="col" class={align}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, i) => (
              <tr key={i} role="row">
                {row.map((cell, j) => (
                  <td key={j} role="cell" class={columns[j]?.align} data-label={columns[j]?.label}>
                    <Inline text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!!more && <p class="note">{say('platform.more', { count: more })}</p>}
    </div>
  );
}

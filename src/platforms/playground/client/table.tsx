import type { Table } from '../../../chat/card.ts';
import { Inline } from './inline.tsx';
import { useSay } from './page.ts';

/** A table that scrolls sideways, also by keyboard, where it does not fit. */
export function TableView({ table: { columns, rows, more } }: { table: Table }) {
  const say = useSay();
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroller" tabIndex={0} aria-label={say('playground.table')}>
        <table>
          <thead>
            <tr>
              {columns.map(({ label, align }, i) => (
                <th key={i} scope="col" class={align}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j} class={columns[j]?.align}>
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

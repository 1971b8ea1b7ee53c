import { measure } from './fonts.ts';
import { colour, font, type Mark, RIGHT, write } from './sheet.ts';

const GAP = 6;
/** Up to this many labels all are written where they fit; of more, about five. */
export const FEW = 7;

/** The labels under a line: in even steps from the first, and always the last. */
export function axis(labels: readonly { label: string; x: number }[], y: number): Mark[] {
  const last = labels.length - 1;
  const all = labels.map(({ label, x }, i) => tick(label, x, i === 0));
  let step = last < FEW ? 1 : Math.ceil(last / 4);
  while (step < last && !apart(pick(all, step))) step++;
  return pick(all, step).map(({ label, x, align }) =>
    write(label, { x, y, align }, font.small, colour.quiet),
  );
}

interface Tick {
  readonly label: string;
  readonly x: number;
  readonly align: Mark['align'];
  readonly from: number;
  readonly to: number;
}

function tick(label: string, x: number, first: boolean): Tick {
  const width = measure(label, font.small);
  if (first) return { label, x, align: 'left', from: x, to: x + width };
  if (x + width / 2 > RIGHT) return { label, x: RIGHT, align: 'right', from: RIGHT - width, to: RIGHT };
  return { label, x, align: 'center', from: x - width / 2, to: x + width / 2 };
}

/** Every so many, and the last; what would touch the last gives way to it. */
function pick(all: readonly Tick[], step: number): Tick[] {
  const last = all.at(-1);
  if (!last) return [];
  return [...all.slice(0, -1).filter((each, i) => i % step === 0 && each.to + GAP <= last.from), last];
}

function apart(ticks: readonly Tick[]): boolean {
  return ticks.every((each, i) => i === 0 || (ticks[i - 1]?.to ?? 0) + GAP <= each.from);
}

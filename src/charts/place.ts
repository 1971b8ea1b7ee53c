import { type Font, measure } from './fonts.ts';
import { type Mark, type Rule, write } from './sheet.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly align: Mark['align'];
}

/** Points from left to right; null is a gap. */
export type Line = readonly ({ readonly x: number; readonly y: number } | null)[];

/** White space that a text keeps around itself. */
const PAD = 3;

/**
 * Writes texts beside a line without covering it, a rule or each other: each goes to the first of its spots that is
 * free inside `area`. Where none is, it is left out, or with 'always' put on the first one inside it.
 */
export function placer(line: Line, rules: readonly Rule[], area: Box) {
  const taken: Box[] = rules.map(({ y, from, to }) => ({ left: from, right: to, top: y, bottom: y }));
  return (
    text: string,
    face: Font,
    color: string,
    spots: readonly Spot[],
    when: 'always' | 'if clear',
  ): Mark[] => {
    const within = spots.filter((spot) => inside(around(text, face, spot), area));
    const free = within.find((spot) => {
      const box = around(text, face, spot);
      return !taken.some((other) => overlap(box, other)) && !crosses(line, box);
    });
    const spot = free ?? (when === 'always' ? (within[0] ?? spots[0]) : undefined);
    if (!text || !spot) return [];
    taken.push(around(text, face, spot));
    return [write(text, spot, face, color)];
  };
}

function around(text: string, face: Font, { x, y, align }: Spot): Box {
  const width = measure(text, face);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - face.size * 0.8 - PAD, bottom: y + face.size * 0.25 + PAD };
}

function inside(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + PAD && b.left < a.right + PAD && a.top < b.bottom && b.top < a.bottom;
}

/** Whether the line, which runs from left to right, passes through the box. */
function crosses(line: Line, box: Box): boolean {
  return line.some((to, i) => {
    const from = line[i - 1] ?? to;
    if (!from || !to || to.x < box.left || from.x > box.right) return false;
    const at = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x || 1);
    const [a, b] = [at(Math.max(from.x, box.left)), at(Math.min(to.x, box.right))];
    return Math.min(a, b) <= box.bottom && Math.max(a, b) >= box.top;
  });
}

import type { Span } from '../lib/span.ts';

/** The names of the holes in a template: `{name}` is filled in, `{count|deal|deals}` chooses by number. */
export type Holes<S extends string> = S extends `${string}{${infer H}}${infer Rest}`
  ? (H extends `${infer N}|${string}` ? N : H) | Holes<Rest>
  : never;

/** Cuts a template into its texts and holes; holes stand at the odd places. */
function parts(template: string): string[] {
  return template.split(/\{([^{}]+)\}/);
}

function chosen(hole: string, value: unknown): unknown {
  const [, one, many] = hole.split('|');
  return one === undefined ? value : Number(value) === 1 ? one : many;
}

const nameOf = (hole: string) => hole.split('|')[0] as string;

/** Fills a template with strings and numbers. */
export function fill(template: string, args: Readonly<Record<string, unknown>>): string {
  return parts(template)
    .map((part, i) => (i % 2 ? String(chosen(part, args[nameOf(part)])) : part))
    .join('');
}

/** Fills a template with spans, so that an argument can be bold, a link or a mention. */
export function fillSpans(template: string, args: Readonly<Record<string, Span | number>>): Span[] {
  return parts(template).flatMap((part, i): Span[] => {
    if (i % 2 === 0) return part ? [part] : [];
    const value = chosen(part, args[nameOf(part)]) as Span | number;
    return [typeof value === 'number' ? String(value) : value];
  });
}

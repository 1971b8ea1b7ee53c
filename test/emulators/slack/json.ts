/** A JSON object of unknown shape, as it came over the wire. */
export type Json = { [key: string]: unknown };

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function json(value: unknown): Json {
  return isJson(value) ? value : {};
}

export function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Every object inside a value, with its JSON pointer, outermost first. */
export function* walk(value: unknown, pointer = ''): Generator<[Json, string]> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* walk(each, `${pointer}/${index}`);
  } else if (isJson(value)) {
    yield [value, pointer];
    for (const [key, each] of Object.entries(value)) yield* walk(each, `${pointer}/${key}`);
  }
}

import * as generated from 'discord-api-spec/zod';
import type { Issue } from './errors.ts';

/** What we use of a zod schema of the official OpenAPI. */
export interface Schema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

const schemas = generated as unknown as Record<string, Schema>;

/** The schema of that name in Discord's OpenAPI; throws when this version of the spec has none. */
export function spec(name: string): Schema {
  const schema = schemas[`${name}Schema`];
  if (!schema) throw new Error(`discord-api-spec has no ${name}`);
  return schema;
}

/** A body that may have any of several shapes, told apart by its `type`. */
export function byType(shapes: Readonly<Record<number, Schema>>): Schema {
  return {
    safeParse(value) {
      const schema = shapes[(value as { type?: number } | undefined)?.type ?? Number.NaN];
      if (schema) return schema.safeParse(value);
      return { success: false, error: { issues: [{ path: ['type'], message: 'Unknown type' }] } };
    },
  };
}

/** A list of such things. */
export function listOf(schema: Schema): Schema {
  return {
    safeParse(value) {
      if (!Array.isArray(value))
        return { success: false, error: { issues: [{ path: [], message: 'Must be a list' }] } };
      const data: unknown[] = [];
      for (const [i, item] of value.entries()) {
        const parsed = schema.safeParse(item);
        if (!parsed.success) {
          const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [i, ...issue.path] }));
          return { success: false, error: { issues } };
        }
        data.push(parsed.data);
      }
      return { success: true, data };
    },
  };
}

/** Everything wrong with a value: what the schema refuses, and every property the schema does not know. */
export function check(schema: Schema, value: unknown): Issue[] {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message }));
  return unknownKeys(value, parsed.data, []);
}

// The generated objects drop what they do not know, so what is missing from the result was unknown.
function unknownKeys(given: unknown, known: unknown, path: string[]): Issue[] {
  if (Array.isArray(given))
    return given.flatMap((item, i) => unknownKeys(item, (known as unknown[])[i], [...path, String(i)]));
  if (!given || typeof given !== 'object') return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (!(key in (known as object))) return [{ path: [...path, key], message: 'Unknown property' }];
    return unknownKeys(value, (known as Record<string, unknown>)[key], [...path, key]);
  });
}

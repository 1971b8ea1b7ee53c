import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { locales } from '../../i18n/index.ts';
import { limits } from './limits.ts';

const key = z.string().regex(/^[\w-]{8,64}$/);
const id = z.string().min(1).max(200);
const name = z.string().max(64);
const wire = z.record(name, z.string().max(limits.line));
const said = z.union([
  z.strictObject({ line: z.string().trim().min(1).max(limits.line) }),
  z.strictObject({ command: name, wire }),
]);

export const Acted = z.strictObject({
  key,
  person: id,
  channel: id,
  said,
  form: z.boolean().optional(),
  replace: id.optional(),
  to: id.optional(),
});

export const Suggested = z.strictObject({
  person: id,
  channel: id,
  command: name,
  field: name,
  text: z.string().max(limits.line),
  wire,
});

export const Spoken = z.strictObject({ key, person: id, locale: z.enum(locales) });

/** What is told of a file beside its bytes. */
export const Handed = z.strictObject({
  key,
  person: id,
  channel: id,
  name: z.string().min(1).max(1000),
  size: z.coerce.number().int().min(0),
});

/** The query of a request, or 400 with what is wrong with it. */
export const query = <T>(c: Context, schema: z.ZodType<T>): T => parsed(schema, c.req.query());

/** The JSON of a request, or 400 with what is wrong with it. */
export async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  return parsed(schema, await c.req.json().catch(() => undefined));
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw new HTTPException(400, { message: z.prettifyError(error) });
  return data;
}

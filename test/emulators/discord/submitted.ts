import type { Json } from './store.ts';

/** What the client sends for a filled form; refuses what its form would not let through. */
export function submittedModal(modal: Json, values: Readonly<Record<string, string>>): Json {
  const known = new Set<string>();
  const fill = (input: Json): Json => {
    const customId = String(input.custom_id);
    known.add(customId);
    const { type } = input;
    if (type === 4) return { type, id: 1, custom_id: customId, value: text(input, values[customId]) };
    return { type, id: 1, custom_id: customId, values: picked(input, values[customId]) };
  };
  const components = (modal.components as Json[]).map((component): Json => {
    if (component.type === 18) return { type: 18, id: 1, component: fill(component.component as Json) };
    if (component.type === 1)
      return { type: 1, id: 1, components: (component.components as Json[]).map(fill) };
    return { type: component.type, id: 1 };
  });
  for (const key of Object.keys(values))
    if (!known.has(key)) throw new Error(`the form does not ask for ${key}`);
  return { custom_id: modal.custom_id, components };
}

function text(input: Json, typed: string | undefined): string {
  const value = typed ?? String(input.value ?? '');
  if ((input.required ?? true) && !value) throw new Error(`${input.custom_id} is required`);
  if (value.length > Number(input.max_length ?? 4000)) throw new Error(`${input.custom_id} is too long`);
  return value;
}

function picked(input: Json, chosen: string | undefined): string[] {
  const options = (input.options ?? []) as Json[];
  const before = options.filter((o) => o.default).map((o) => String(o.value));
  const value = chosen === undefined ? before : chosen === '' ? [] : [chosen];
  if ((input.required ?? true) && value.length === 0) throw new Error(`${input.custom_id} is required`);
  if (input.type === 3 && value.some((v) => !options.some((o) => o.value === v)))
    throw new Error(`${chosen} is none of the options`);
  return value;
}

import type { Issue } from '../errors.ts';
import type { Json } from '../store.ts';

export const V2_FLAG = 1 << 15;
const ROW = 1;
const BUTTON = 2;
const LINK = 5;

/** Every component of a tree, containers, rows and accessories opened, with where it stands. */
export function flatten(components: readonly Json[], path: string[] = ['components']): [Json, string[]][] {
  return components.flatMap((component, i) => {
    const here = [...path, String(i)];
    const accessory = component.accessory as Json | undefined;
    return [
      [component, here] as [Json, string[]],
      ...flatten((component.components ?? []) as Json[], [...here, 'components']),
      ...(accessory ? [[accessory, [...here, 'accessory']] as [Json, string[]]] : []),
    ];
  });
}

/** What the OpenAPI does not say of a message's components. */
export function componentIssues(components: readonly Json[], v2: boolean): Issue[] {
  const all = flatten(components);
  const issues: Issue[] = [];
  if (!v2 && components.length > 5) issues.push({ path: ['components'], message: 'At most 5 rows' });
  if (v2 && all.length > 40) issues.push({ path: ['components'], message: 'At most 40 components' });
  const text = all.reduce((sum, [c]) => sum + (c.type === 10 ? String(c.content).length : 0), 0);
  if (text > 4000) issues.push({ path: ['components'], message: 'Text displays exceed 4000 characters' });
  if (!v2)
    for (const [component, path] of all)
      if (![1, 2, 3, 5, 6, 7, 8].includes(Number(component.type)))
        issues.push({ path: [...path, 'type'], message: 'Needs IS_COMPONENTS_V2' });
  for (const [component, path] of all) issues.push(...shapeIssues(component, path));
  const ids = all.flatMap(([component]) => (component.id ? [component.id] : []));
  if (new Set(ids).size !== ids.length)
    issues.push({ path: ['components'], message: 'Component ids must be unique' });
  return [...issues, ...duplicates(all)];
}

function shapeIssues(component: Json, path: string[]): Issue[] {
  const wrong = (message: string): Issue[] => [{ path, message }];
  if (component.type === ROW) {
    const inside = (component.components ?? []) as Json[];
    const buttons = inside.filter((c) => c.type === BUTTON).length;
    if (buttons > 0 && buttons < inside.length) return wrong('Buttons and selects do not share a row');
    if (buttons === 0 && inside.length > 1) return wrong('One select per row');
  }
  if (component.type === BUTTON) {
    if (!component.label && !component.emoji) return wrong('A button needs a label or an emoji');
    if (component.style === LINK && (!component.url || component.custom_id)) return wrong('A link has a url');
    if (component.style !== LINK && (component.url || !component.custom_id))
      return wrong('A custom id is required');
  }
  if (component.type === 3) {
    const options = (component.options ?? []) as Json[];
    if (new Set(options.map((o) => o.value)).size !== options.length)
      return wrong('The specified option value is already used');
    const chosen = options.filter((o) => o.default).length;
    if (chosen > Number(component.max_values ?? 1)) return wrong('More defaults than max_values');
  }
  return [];
}

/** Custom ids are unique in a message and in a modal. */
export function duplicates(all: readonly (readonly [Json, string[]])[]): Issue[] {
  const seen = new Set<unknown>();
  return all.flatMap(([component, path]) => {
    const id = component.custom_id;
    if (id === undefined || id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, 'custom_id'], message: 'Component custom id cannot be duplicated' }];
  });
}

import { optionsOf } from './inputs.ts';
import { type Json, json, list, str } from './json.ts';
import type { View } from './store.ts';

/** The element of an input block of a view. */
export function inputOf(view: View, id: string): Json {
  const block = list(view.body.blocks).find((each) => each.block_id === id);
  if (block?.type !== 'input') {
    throw new Error(
      `no input ${id} among ${list(view.body.blocks)
        .map((each) => each.block_id)
        .join(', ')}`,
    );
  }
  return json(block.element);
}

/** The element meant by its words or action id, and the option of a menu meant by its words. */
export function findAction(blocks: Json[], words: string): [Json, Json, Json?] {
  const seen: string[] = [];
  for (const block of blocks) {
    for (const element of [...list(block.elements), json(block.accessory)]) {
      const label = str(json(element.text).text);
      if (label) seen.push(label);
      if (element.type === 'button' && (label === words || element.action_id === words))
        return [block, element];
      for (const option of optionsOf(element)) {
        const name = str(json(option.text).text);
        seen.push(name);
        if (name === words || option.value === words) return [block, element, option];
      }
    }
  }
  throw new Error(`nothing to press called «${words}» among ${seen.join(' · ') || 'none'}`);
}

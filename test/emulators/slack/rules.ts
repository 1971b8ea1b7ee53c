import { isDeepStrictEqual } from 'node:util';
import { type Json, json, list, str, walk } from './json.ts';

/**
 * What Slack demands of blocks beyond the shapes in its types. Numbers from docs.slack.dev, and from the public
 * reports of those it does not document (12,000 characters in all blocks of a message, one table).
 */
export const limits = {
  messageBlocks: 50,
  messageText: 12_000,
  tableText: 10_000,
  fallbackText: 4_000,
} as const;

export type Surface = 'message' | 'modal' | 'home';

export function blockRules(blocks: Json[], surface: Surface): string[] {
  const found: string[] = [];
  const complain = (what: string, pointer: string) => found.push(`[ERROR] ${what} [json-pointer:${pointer}]`);

  if (surface === 'message' && blocks.length > limits.messageBlocks) {
    complain(`no more than ${limits.messageBlocks} items allowed`, '/blocks');
  }
  for (const id of duplicates(blocks.map((block) => block.block_id))) {
    complain(`\`block_id\` already exists: ${id}`, '/blocks');
  }
  const tables = blocks.filter((block) => block.type === 'table');
  if (tables.length > 1) complain('only_one_table_allowed', '/blocks');
  if (textLength(tables) > limits.tableText) complain('table is too long', '/blocks');
  let focused = 0;

  for (const [index, block] of blocks.entries()) {
    const pointer = `/blocks/${index}`;
    if (!fits(str(block.type), surface))
      complain(`block not allowed in a ${surface}: ${block.type}`, pointer);
    if (block.type === 'section' && !block.text && list(block.fields).length === 0) {
      complain('must provide either text or fields', pointer);
    }
    const elements = [...list(block.elements), json(block.element), json(block.accessory)];
    for (const id of duplicates(elements.map((each) => each.action_id))) {
      complain(`\`action_id\` already exists: ${id}`, pointer);
    }
    for (const [node, where] of walk(block, pointer)) {
      if (node.focus_on_load === true) focused += 1;
      for (const what of elementRules(node)) complain(what, where);
    }
  }
  if (focused > 1) complain('only one element may have focus_on_load', '/blocks');
  return found;
}

/** What holds for one object wherever it stands. */
function* elementRules(node: Json): Generator<string> {
  for (const key of ['elements', 'options', 'option_groups', 'fields', 'rows', 'child_blocks']) {
    if (Array.isArray(node[key]) && node[key].length === 0) yield `must have at least 1 item: ${key}`;
  }
  const type = str(node.type);
  if (/select$/.test(type) && type.includes('static')) {
    if (Array.isArray(node.options) === Array.isArray(node.option_groups)) {
      yield 'must have either options or option_groups';
    }
    if (list(node.option_groups).some((group) => list(group.options).length > 100)) {
      yield 'no more than 100 items allowed: options';
    }
  }
  const options = [
    ...list(node.options),
    ...list(node.option_groups).flatMap((group) => list(group.options)),
  ];
  for (const chosen of [node.initial_option, ...list(node.initial_options)]) {
    if (chosen && options.length > 0 && !options.some((option) => isDeepStrictEqual(option, chosen))) {
      yield 'initial_option is not one of the options';
    }
  }
  if (type === 'plain_text_input') {
    const max = node.max_length === undefined ? 3000 : Number(node.max_length);
    if (max < 1 || max > 3000) yield 'max_length must be between 1 and 3000';
    if (str(node.initial_value).length > max) yield 'initial_value is longer than max_length';
  }
  if (typeof node.initial_date === 'string' && !/^\d{4}-\d\d-\d\d$/.test(node.initial_date)) {
    yield 'initial_date is not YYYY-MM-DD';
  }
  if (typeof node.initial_time === 'string' && !/^\d\d:\d\d$/.test(node.initial_time)) {
    yield 'initial_time is not HH:mm';
  }
  if (type === 'button' && node.url !== undefined && !/^https?:/.test(str(node.url))) yield 'invalid_url';
  if (type === 'link' && !/^(https?|mailto):/.test(str(node.url))) yield 'invalid_url';
  if (type === 'text' && node.text === '') yield 'must be more than 0 characters';
  if (type === 'user' && !/^[UW][A-Z0-9]{2,}$/.test(str(node.user_id))) yield 'invalid user_id';
  if (type === 'date' && !Number.isInteger(node.timestamp)) yield 'timestamp must be whole seconds';
  const file = json(node.slack_file);
  if (file.id !== undefined && !/^F[A-Z0-9]{8,}$/.test(str(file.id))) {
    yield 'input must match regex pattern: ^[F][A-Z0-9]{8,}$';
  }
}

/** The characters of all texts in it. */
export function textLength(value: unknown): number {
  let sum = 0;
  for (const [node] of walk(value)) if (typeof node.text === 'string') sum += node.text.length;
  return sum;
}

function fits(type: string, surface: Surface): boolean {
  if (surface === 'message') return type !== 'input';
  return type !== 'table' && type !== 'data_table' && type !== 'markdown';
}

function duplicates(ids: unknown[]): string[] {
  const given = ids.filter((id) => typeof id === 'string');
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}

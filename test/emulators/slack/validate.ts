import { isJson, type Json, list, str, walk } from './json.ts';
import { blockRules, limits, type Surface, textLength } from './rules.ts';
import { checkBlock, checkHome, checkMetadata, checkModal, checkOption } from './schema.ts';

/** A refusal as Slack words it. */
export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

/** Says whether a picture inside a block may be shown: uploaded, finished, an image. */
export type FileCheck = (id: string) => boolean;

export function checkMessage(body: Json, file: FileCheck): Refusal | undefined {
  const blocks = body.blocks === undefined ? [] : body.blocks;
  const text = str(body.text);
  if (text === '' && list(blocks).length === 0) return refuse('no_text');
  if (text.length > limits.fallbackText) return refuse('msg_too_long');
  if (text === '')
    return refuse('no_text', '[ERROR] blocks need a text for notifications [json-pointer:/text]');
  const messages = blocksOf(blocks, 'message', file);
  if (messages.length > 0) return refuse('invalid_blocks', ...messages);
  if (textLength(blocks) > limits.messageText) return refuse('msg_blocks_too_long');
  if (body.metadata === undefined) return undefined;
  const metadata = checkMetadata(body.metadata);
  return metadata.length > 0 ? refuse('invalid_metadata_format', ...metadata) : undefined;
}

export function checkView(view: Json, surface: 'modal' | 'home', file: FileCheck): Refusal | undefined {
  const messages = (surface === 'modal' ? checkModal : checkHome)(view);
  messages.push(...blocksOf(view.blocks, surface, file));
  if (surface === 'modal' && !view.submit && list(view.blocks).some((block) => block.type === 'input')) {
    messages.push('[ERROR] missing required field: submit [json-pointer:/view]');
  }
  if (JSON.stringify(view).length > 250_000) return refuse('view_too_large');
  return messages.length > 0 ? refuse('invalid_arguments', ...messages) : undefined;
}

/** The options an app gave to a type-ahead list. */
export function checkOptions(body: unknown): string[] {
  const answer = isJson(body) ? body : {};
  const groups = list(answer.option_groups);
  const options = groups.length > 0 ? groups.flatMap((group) => list(group.options)) : answer.options;
  if (!Array.isArray(options)) return ['[ERROR] no options in the answer'];
  if (options.length > 100) return ['[ERROR] no more than 100 items allowed [json-pointer:/options]'];
  return options.flatMap((option) => checkOption(option));
}

function blocksOf(blocks: unknown, surface: Surface, file: FileCheck): string[] {
  if (!Array.isArray(blocks)) return ['[ERROR] must be an array [json-pointer:/blocks]'];
  const messages = blocks.flatMap((block, index) =>
    checkBlock(block).map((words) => words.replace('[json-pointer:', `[json-pointer:/blocks/${index}`)),
  );
  messages.push(...blockRules(list(blocks), surface));
  for (const [node, pointer] of walk(blocks, '/blocks')) {
    const id = isJson(node.slack_file) ? str(node.slack_file.id) : undefined;
    if (id !== undefined && !file(id))
      messages.push(`[ERROR] invalid slack file [json-pointer:${pointer}/slack_file]`);
  }
  return messages;
}

function refuse(error: string, ...messages: string[]): Refusal {
  return { error, messages };
}

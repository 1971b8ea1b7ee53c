/**
 * Writes the JSON schemas that the Slack emulator holds our requests against, from the types Slack publishes:
 * Block Kit, views and message metadata from @slack/types, the app manifest from @slack/web-api.
 * Slack's limits stand in the doc comments of those types; they become keywords of the schema.
 * Run it again after an update of either package: `npx tsx scripts/slack-schema.ts`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

interface Schema {
  [keyword: string]: unknown;
  $ref?: string;
  type?: string;
  description?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
type Definitions = Record<string, Schema>;

const packages = createRequire(import.meta.url);
const out = join(import.meta.dirname, '../test/emulators/slack');

const blockKit = definitionsOf('@slack/types', ['KnownBlock', 'HomeView', 'ModalView', 'MessageMetadata']);
blockKit.AnyBlock = { $ref: '#/definitions/KnownBlock' };
delete blockKit.Block;
blockKit.ImageBlock = either(blockKit.ImageBlock, ['image_url', 'slack_file']);
blockKit.ImageElement = either(blockKit.ImageElement, ['image_url', 'slack_file']);
for (const [name, schema] of Object.entries(blockKit)) blockKit[name] = discriminated(schema, blockKit);
write('block-kit.schema.json', blockKit);
write('manifest.schema.json', definitionsOf('@slack/web-api/dist/types/request/manifest', ['Manifest']));

function definitionsOf(module: string, types: string[]): Definitions {
  const path = packages.resolve(module).replace(/\.js$/, '.d.ts');
  const generator = createGenerator({ path, type: '*', skipTypeCheck: true, additionalProperties: false });
  const all = types.flatMap((type) => Object.entries(generator.createSchema(type).definitions ?? {}));
  return limited(Object.fromEntries(all) as Definitions) as Definitions;
}

/** The schema with the limits of its descriptions as keywords, and without the descriptions. */
function limited(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(limited);
  if (typeof node !== 'object' || node === null) return node;
  const { description, ...rest } = node as Schema;
  const schema = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, limited(v)])) as Schema;
  // A property may itself be called "description": it is then a schema, not a comment.
  if (description !== undefined && typeof description !== 'string')
    schema.description = limited(description) as never;
  return typeof description === 'string'
    ? withLimits(schema, description.replace(/https?:\S+/g, ''))
    : schema;
}

function withLimits(schema: Schema, words: string): Schema {
  const number = (pattern: RegExp) => {
    const found = pattern.exec(words.replace(/\s+/g, ' '))?.[1];
    return found === undefined ? undefined : Number(found.replaceAll(',', ''));
  };
  const characters = number(/(?:max(?:imum)?|limit)(?: length)?[^.]*? ([\d,]+)(?: |-)?characters/i);
  const items = number(
    /(?:max(?:imum)?|up to)[^.]*? (\d+)(?: elements| options| blocks| rows| items| cards| \{@link|\.)/i,
  );
  if (schema.type === 'array') {
    const inItems = /text in each item/.test(words) ? characters : undefined;
    const cells = number(/array with a max of (\d+) table cells/);
    let each = schema.items;
    if (each && inItems) each = withText(each, inItems);
    if (each && cells) each = { ...each, maxItems: cells };
    return { ...schema, ...(each && { items: each }), ...(items && { maxItems: items }) };
  }
  if (characters === undefined) {
    return /minimum length is 1/.test(words) ? { ...schema, minLength: 1 } : schema;
  }
  if (schema.type !== 'string') return withText(schema, characters);
  return { ...schema, maxLength: characters, ...(/minimum length is 1/.test(words) && { minLength: 1 }) };
}

/** A text object whose text may have so many characters. */
function withText(schema: Schema, maxLength: number): Schema {
  return { allOf: [schema, { properties: { text: { maxLength } } }] };
}

/** Two shapes that differ in one property, as one shape that has one or the other. */
function either(schema: Schema | undefined, keys: string[]): Schema {
  const shapes = schema?.anyOf ?? [];
  const [first] = shapes;
  if (!first || shapes.length !== keys.length) throw new Error(`expected a choice of ${keys.join(' or ')}`);
  return {
    ...first,
    properties: Object.assign({}, ...shapes.map((shape) => shape.properties)),
    required: first.required?.filter((key) => !keys.includes(key)) ?? [],
    oneOf: keys.map((key) => ({ required: [key] })),
  };
}

/** A union told apart by `type` says so, and its errors are those of the one shape that was meant. */
function discriminated(node: Schema, definitions: Definitions): Schema {
  const schema = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((each) => (isSchema(each) ? discriminated(each, definitions) : each))
        : isSchema(value)
          ? discriminated(value, definitions)
          : value,
    ]),
  ) as Schema;
  const members = (schema.anyOf ?? []).flatMap((member) => flat(member, definitions));
  const kinds = members.map((member) => resolve(member, definitions).properties?.type?.const);
  if (members.length < 2 || kinds.includes(undefined) || new Set(kinds).size < kinds.length) return schema;
  const { anyOf: _, ...rest } = schema;
  return {
    ...rest,
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: members,
  };
}

function flat(member: Schema, definitions: Definitions): Schema[] {
  const target = resolve(member, definitions);
  const union = target.anyOf ?? (target.discriminator ? target.oneOf : undefined);
  return union ? union.flatMap((each) => flat(each, definitions)) : [member];
}

function resolve(schema: Schema, definitions: Definitions): Schema {
  const name = schema.$ref?.replace('#/definitions/', '');
  return name ? (definitions[decodeURIComponent(name)] ?? schema) : schema;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function write(name: string, definitions: Definitions) {
  const file = join(out, name);
  writeFileSync(file, `${JSON.stringify({ definitions }, null, 2)}\n`);
  const biome = join(dirname(packages.resolve('@biomejs/biome/package.json')), 'bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', file]);
}

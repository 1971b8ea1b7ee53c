import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';

const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false });

/** Checks a value against one definition of a generated schema; returns complaints in Slack's own form. */
export type Check = (value: unknown) => string[];

export const checkBlock = definition('block-kit', 'KnownBlock');
export const checkModal = definition('block-kit', 'ModalView');
export const checkHome = definition('block-kit', 'HomeView');
export const checkMetadata = definition('block-kit', 'MessageMetadata');
export const checkOption = definition('block-kit', 'PlainTextOption');
export const checkManifest = definition('manifest', 'Manifest');

function definition(file: string, name: string): Check {
  const id = `${file}.schema.json`;
  if (!ajv.getSchema(id)) ajv.addSchema(JSON.parse(readFileSync(join(import.meta.dirname, id), 'utf8')), id);
  const validate = ajv.compile({ $ref: `${id}#/definitions/${name}` });
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(complaint));
}

function complaint(error: ErrorObject): string {
  const detail = error.keyword === 'additionalProperties' ? `: ${error.params.additionalProperty}` : '';
  return `[ERROR] ${error.message}${detail} [json-pointer:${error.instancePath}]`;
}

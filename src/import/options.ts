import { parseArgs } from 'node:util';
import { refuse } from '../i18n/refusal.ts';
import { fold } from '../lib/fold.ts';
import { isCurrency, shown } from './cells.ts';
import type { Creatable } from './creatable.ts';
import { type Order, readOrder } from './dates.ts';
import { type Duplicates, duplicates } from './duplicates.ts';
import { type KindName, kindNames, kindOf } from './kinds/index.ts';
import type { Manner } from './manner.ts';
import { type PresetName, presetNames } from './presets/index.ts';
import { called } from './words.ts';

/** What a command line of an import asks for. */
export interface Options extends Manner {
  readonly file: string;
  readonly errors?: string;
  readonly dryRun: boolean;
}

/** Reads the command line of an import; `help` when that is what was asked for. Refuses with a sentence. */
export function readOptions(argv: readonly string[]): Options | 'help' {
  const { values: given, positionals } = parse(argv);
  if (given.help || argv.length === 0) return 'help';
  const [kind = '', file, ...more] = positionals;
  if (!isKind(kind)) return refuse('import.kind', { text: shown(kind), kinds: kindNames.join(', ') });
  if (!file || more.length) return refuse('import.one_file');
  if (given.assign && kind !== 'leads') refuse('import.assign');
  const order = given['date-format'] === undefined ? undefined : orderOf(given['date-format']);
  const currency = given.currency?.toUpperCase();
  if (currency !== undefined && !isCurrency(currency)) refuse('import.currency', { text: shown(currency) });
  if (given.timezone !== undefined && !isZone(given.timezone))
    refuse('import.timezone', { text: shown(given.timezone) });
  return {
    kind,
    file,
    map: (given.map ?? []).map(pairOf),
    ignored: [],
    values: (given.value ?? []).map(meaningOf),
    create: (given.create ?? []).map((text) => creatable(text, kind)),
    duplicates: duplicatesOf(given.duplicates),
    assign: given.assign ?? false,
    ...(given.preset !== undefined && { preset: presetOf(given.preset) }),
    ...(order && { order }),
    ...(currency && { currency }),
    ...(given.timezone && { zone: given.timezone }),
    ...(given.errors && { errors: given.errors }),
    dryRun: given['dry-run'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        map: { type: 'string', multiple: true },
        value: { type: 'string', multiple: true },
        create: { type: 'string', multiple: true },
        duplicates: { type: 'string' },
        assign: { type: 'boolean' },
        preset: { type: 'string' },
        'date-format': { type: 'string' },
        currency: { type: 'string' },
        timezone: { type: 'string' },
        errors: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    return refuse('import.option', { text: shown(option) });
  }
}

const isKind = (text: string): text is KindName => (kindNames as readonly string[]).includes(text);

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) refuse('import.map', { text: shown(text) });
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function meaningOf(text: string): [string, string, string] {
  const [, field = '', from = '', to = ''] = /^([^:=]+):([^=]*)=(.+)$/s.exec(text) ?? [];
  if (!field) refuse('import.value', { text: shown(text) });
  return [field.trim(), fold(from), to.trim()];
}

/** What an import of this kind may make besides, by its name in any language. Refuses anything else. */
export function creatable(text: string, kind: KindName): Creatable {
  const { creates } = kindOf(kind);
  const words = called('field', creates);
  const found = creates.find((name) => [name, ...words[name]].some((word) => fold(word) === fold(text)));
  return found ?? refuse('import.create', { text: shown(text), kind, names: creates.join(', ') || '–' });
}

function duplicatesOf(text = 'report'): Duplicates {
  const found = duplicates.find((one) => one === text);
  return found ?? refuse('import.duplicates', { text: shown(text), names: duplicates.join(', ') });
}

function presetOf(text: string): PresetName {
  const found = presetNames.find((name) => name === text.toLowerCase());
  return found ?? refuse('import.preset', { text: shown(text), names: presetNames.join(', ') });
}

function orderOf(format: string): Order {
  return readOrder(format) ?? refuse('import.date_format', { text: shown(format) });
}

export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

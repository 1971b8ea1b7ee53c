import { parseArgs } from 'node:util';
import { refuse } from '../i18n/refusal.ts';
import type { Zone } from '../lib/dates/index.ts';
import { fold } from '../lib/fold.ts';
import { isCurrency, shown } from './cells.ts';
import type { Creatable } from './creatable.ts';
import { type Order, readOrder } from './dates.ts';
import { type Duplicates, duplicates } from './duplicates.ts';
import { type KindName, kindNames, kindOf } from './kinds/index.ts';
import { type PresetName, presetNames } from './presets/index.ts';

export interface Options {
  readonly kind: KindName;
  readonly file: string;
  /** Field → column. */
  readonly map: ReadonlyMap<string, string>;
  /** Field → folded value of the file → the value that is meant. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly create: ReadonlySet<Creatable>;
  readonly duplicates: Duplicates;
  /** Leads without an owner go to whom the rules say. */
  readonly assign: boolean;
  /** The system whose export it is; without one that is recognised. */
  readonly preset?: PresetName;
  readonly order?: Order;
  readonly currency?: string;
  readonly zone?: Zone;
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
    map: new Map((given.map ?? []).map(pairOf)),
    values: valuesOf(given.value ?? []),
    create: new Set((given.create ?? []).map((text) => creatable(text, kind))),
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

function valuesOf(texts: readonly string[]): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const text of texts) {
    const [, field = '', from = '', to = ''] = /^([^:=]+):([^=]*)=(.+)$/s.exec(text) ?? [];
    if (!field) refuse('import.value', { text: shown(text) });
    const values = all.get(field.trim()) ?? new Map<string, string>();
    all.set(field.trim(), values.set(fold(from), to.trim()));
  }
  return all;
}

function creatable(text: string, kind: KindName): Creatable {
  const { creates } = kindOf(kind);
  const found = creates.find((name) => name === text);
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

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

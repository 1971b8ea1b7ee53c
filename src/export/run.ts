import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Ctx } from '../crm/context.ts';
import { segmentCalled } from '../crm/segments/called.ts';
import type { Translator } from '../i18n/index.ts';
import { Refusal, refuse } from '../i18n/refusal.ts';
import { plain, shorten } from '../lib/text.ts';
import { exported } from './export.ts';
import { type KindName, kindNames, kinds } from './kinds.ts';
import { narrowed } from './narrowed.ts';

export interface ExportPorts {
  /** On whose behalf: a member by e-mail, or the operator. */
  ctx(as: string | undefined): Promise<Ctx>;
  readonly t: Translator;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** `export <kind> …`: writes a CSV file. Resolves to the exit code: 0 done, 1 refused with a sentence. Rejects on a fault. */
export async function runExport(argv: readonly string[], { ctx, t, out, err }: ExportPorts): Promise<0 | 1> {
  let said = t;
  try {
    const options = readOptions(argv);
    if (options === 'help') {
      out.write(`${usage(t).join('\n')}\n`);
      return 0;
    }
    const asker = await ctx(options.as);
    said = asker.t;
    if (asker.access === 'anyone' || asker.access === 'outsider')
      refuse('export.nobody', { email: shown(options.as ?? '') });
    const { total, pieces } = await exported(asker, kinds[options.kind], await filtersOf(asker, options));
    if (options.out === undefined) {
      for await (const piece of pieces)
        if (!out.write(piece)) await new Promise((go) => out.once('drain', go));
      return 0;
    }
    await write(options.out, pieces);
    err.write(`${asker.t('export.done', { n: total, count: total, file: options.out })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    err.write(`${error.in(said)}\n`);
    return 1;
  }
}

async function write(file: string, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    refuse('export.file', { file: shown(file), why: code ?? '' });
  }
}

async function filtersOf(ctx: Ctx, { kind, filters, segment }: Options): Promise<readonly string[]> {
  return narrowed(kind, filters, segment === undefined ? undefined : await segmentCalled(ctx, segment));
}

interface Options {
  readonly kind: KindName;
  readonly filters: readonly string[];
  readonly segment: string | undefined;
  readonly as: string | undefined;
  readonly out: string | undefined;
}

function readOptions(argv: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help || argv.length === 0) return 'help';
  const [kind = '', more] = positionals;
  const found = kindNames.find((name) => name === kind);
  if (!found) return refuse('export.kind', { text: shown(kind), kinds: kindNames.join(', ') });
  if (more !== undefined) return refuse('export.option', { text: shown(more) });
  const { filter = [], segment, as, out } = values;
  return { kind: found, filters: filter, segment, as, out };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    filter: { ...text, multiple: true },
    segment: text,
    as: text,
    out: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    return refuse('export.option', { text: shown(/'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? '') });
  }
}

const shown = (text: string) => plain(shorten(text, 60));

const usage = (t: Translator) => [
  t('export.usage'),
  `  npm run -s export -- <${kindNames.join('|')}> [--filter "…"] [--segment NAME] [--as EMAIL] [--out FILE.csv]`,
  `  --filter "…"       ${t('export.usage.filter')}`,
  `  --segment NAME     ${t('export.usage.segment')}`,
  `  --as EMAIL         ${t('export.usage.as')}`,
  `  --out FILE.csv     ${t('export.usage.out')}`,
];

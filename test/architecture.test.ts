import { describe, expect, it } from 'vitest';
import {
  filesUnder,
  isCode,
  isLocal,
  lengthOf,
  reach,
  read,
  runtime,
  type Source,
  source,
} from './support/source.ts';

const sources = filesUnder('src').filter(isCode).map(read);

/** The layer a file is in: its top folder, a platform by its name, or `top`, where the bot is put together. */
function layerOf(path: string): string {
  const [top = '', name] = path.split('/');
  if (name === undefined) return 'top';
  return top === 'platforms' ? `platforms/${name}` : top;
}

const business = ['lib', 'i18n', 'db', 'crm', 'metrics'];

/** What each layer may import besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  i18n: ['lib'],
  chat: ['lib', 'i18n'],
  charts: ['lib', 'i18n', 'chat'],
  cards: ['lib', 'i18n', 'chat', 'crm', 'metrics', 'import'],
  db: ['lib'],
  crm: ['lib', 'i18n', 'db'],
  metrics: ['lib', 'i18n', 'db', 'crm'],
  delivery: ['lib', 'i18n', 'db', 'chat'],
  export: ['lib', 'i18n', 'db', 'crm'],
  commands: ['lib', 'i18n', 'chat', 'cards', 'crm', 'metrics', 'delivery', 'export', 'import'],
  jobs: [...business, 'chat', 'cards', 'delivery'],
  inbox: ['lib', 'i18n', 'db', 'chat'],
  import: [...business, 'chat'],
  backup: ['lib', 'i18n', 'db', 'import'],
  demo: [...business, 'chat', 'import'],
};
const ofPlatforms = ['lib', 'i18n', 'chat'];

function mayImport(from: Source, to: string): boolean {
  const [here, there] = [layerOf(from.path), layerOf(to)];
  if (here === there || here === 'top') return true;
  return (here.startsWith('platforms/') ? ofPlatforms : (allowed[here] ?? [])).includes(there);
}

/** Imports against the direction of the layers. */
function wrongImports(all: readonly Source[]): string[] {
  return all.flatMap((file) =>
    file.imports
      .filter(({ from }) => isLocal(from) && !mayImport(file, from))
      .map(({ from }) => `${file.path} → ${from}`),
  );
}

function cycles(all: readonly Source[]): string[] {
  const graph = runtime(all);
  return [...graph].flatMap(([path, next]) => {
    const back = next.find((to) => reach(graph, [to]).has(path));
    return back ? [`${path} → ${back} → … → ${path}`] : [];
  });
}

/** Files of a folder that run the database, however far away. */
function runningDb(all: readonly Source[], folder: string): string[] {
  const graph = runtime(all);
  return all
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(({ path }) => {
      const db = [...reach(graph, [path])].find((to) => to.startsWith('db/'));
      return db ? [`${path} ⇒ ${db}`] : [];
    });
}

/** Packages and globals, and the only places for them. */
const kept: readonly {
  readonly what: string;
  readonly found: (file: Source) => boolean;
  readonly where: RegExp;
}[] = [
  ...(
    [
      [/^@slack\//, /^platforms\/slack\//],
      [/^(discord\.js|@discordjs\/.*|discord-api-types.*)$/, /^platforms\/discord\//],
      [/^(@prisma\/|prisma$|pg$|@electric-sql\/)/, /^db\//],
      [/^node-cron$/, /^jobs\/scheduler\.ts$/],
      [/^(quickchart-js|chart\.js.*|@napi-rs\/canvas)$/, /^charts\//],
      [/^(preact.*)$/, /^platforms\/playground\/client\//],
    ] as const
  ).map(([name, where]) => ({
    what: `import ${name.source}`,
    found: (file: Source) =>
      file.imports.some(
        ({ from }) => name.test(from) || (name.source.includes('prisma') && from.startsWith('db/generated/')),
      ),
    where,
  })),
  {
    what: 'process.env',
    found: ({ code }) => /process\.env\b|\benv\s*}\s*=\s*process\b/.test(code),
    where: /^main\.ts$/,
  },
  {
    what: 'the system clock',
    found: ({ code }) => /\bnew Date\(\s*\)|\bDate\.now\b|(?<!new )\bDate\(\s*\)|Temporal\.Now\b/.test(code),
    // The browser's page shows "today" by the reader's own clock.
    where: /^lib\/clock\.ts$|^platforms\/playground\/client\//,
  },
];

function misplaced(all: readonly Source[]): string[] {
  return kept.flatMap(({ what, found, where }) =>
    all.filter((file) => found(file) && !where.test(file.path)).map(({ path }) => `${path}: ${what}`),
  );
}

/** Files over 300 lines, with the reason for each. */
const long: Readonly<Record<string, string>> = {};

/** Where the playground’s page begins: handed to the bundler by name. */
const browser = 'platforms/playground/client/main.tsx';

function unreachable(all: readonly Source[], entries: readonly string[]): string[] {
  const graph = new Map(all.map(({ path, imports }) => [path, imports.map(({ from }) => from)]));
  const reached = reach(graph, entries);
  return all.map(({ path }) => path).filter((path) => !reached.has(path));
}

describe('the source', () => {
  it('imports one way: lib ← i18n ← chat ← cards ← commands, db ← crm and metrics ← commands and jobs', () => {
    expect(wrongImports(sources)).toEqual([]);
  });

  it('names only layers that are known, so that a new folder gets its rule here', () => {
    const known = (path: string) =>
      ['top', ...Object.keys(allowed)].includes(layerOf(path)) || path.startsWith('platforms/');
    expect(sources.map(({ path }) => path).filter((path) => !known(path))).toEqual([]);
  });

  it('draws cards without the database', () => {
    expect(runningDb(sources, 'cards/')).toEqual([]);
  });

  it('has no circles at run time', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('keeps each platform’s SDK, Prisma, cron, drawing, the environment and the clock in their one place', () => {
    expect(misplaced(sources)).toEqual([]);
  });

  it('imports local files that exist', () => {
    const there = new Set(filesUnder('src').map((path) => path.replace(/^src\//, '')));
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => isLocal(from) && !from.startsWith('db/generated/') && !there.has(from))
        .map(({ from }) => `${path} → ${from}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no file over 300 lines without a reason, and half of them under 70', () => {
    const paths = filesUnder('src').filter(
      (path) => /\.(tsx?|mjs|css)$/.test(path) && !path.startsWith('src/db/generated/'),
    );
    const lengths = paths.map((path) => ({ path, lines: lengthOf(path) }));
    expect(lengths.filter(({ path, lines }) => lines > 300 && !(path in long))).toEqual([]);
    expect(
      Object.keys(long).filter((path) => !lengths.some((file) => file.path === path && file.lines > 300)),
    ).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(70);
  });

  it('is tested in files of 300 lines at most', () => {
    const tests = filesUnder('test').filter(isCode);
    expect(tests.filter((path) => lengthOf(path) > 300)).toEqual([]);
  });

  it('has no dead files: everything is reached from main.ts or a script', () => {
    const scripts = filesUnder('scripts')
      .filter(isCode)
      .flatMap((path) => read(path).imports)
      .map(({ from }) => from.replace(/^src\//, ''));
    expect(unreachable(sources, ['main.ts', browser, ...scripts])).toEqual([]);
  });
});

describe('these rules notice', () => {
  const file = (path: string, ...lines: string[]) => source(path, lines.join('\n'));

  it('an import against the direction, of another platform, or behind a re-export', () => {
    expect(wrongImports([file('lib/a.ts', "import { t } from '../i18n/index.ts';")])).toEqual([
      'lib/a.ts → i18n/index.ts',
    ]);
    expect(wrongImports([file('platforms/slack/a.ts', "import type { B } from '../discord/b.ts';")])).toEqual(
      ['platforms/slack/a.ts → platforms/discord/b.ts'],
    );
    expect(wrongImports([file('crm/a.ts', "import { app } from '../app.ts';")])).toEqual([
      'crm/a.ts → app.ts',
    ]);
    expect(wrongImports([file('chat/a.ts', "export * from '../crm/context.ts';")])).toEqual([
      'chat/a.ts → crm/context.ts',
    ]);
    expect(wrongImports([file('chat/a.ts', "const later = import('../cards/deal.ts');")])).toHaveLength(1);
    expect(
      wrongImports([file('chat/a.ts', 'import {', '  type A,', '  b,', "} from '../cards/deal.ts';")]),
    ).toHaveLength(1);
    expect(wrongImports([file('chat/a.ts', "// import { x } from '../cards/deal.ts';")])).toEqual([]);
    expect(wrongImports([file('chat/a.ts', "import { x } from '../lib/fold.ts';")])).toEqual([]);
  });

  it('a card that runs the database through a third file, but not one that takes its types', () => {
    const stages = file('crm/stages.ts', "import { client } from '../db/client.ts';");
    const runs = file('cards/deal.ts', "import { stageName } from '../crm/stages.ts';");
    const types = file(
      'cards/lead.ts',
      "import { type Stage } from '../crm/stages.ts';",
      "import type { Db } from '../crm/stages.ts';",
    );
    expect(runningDb([stages, runs, types], 'cards/')).toEqual(['cards/deal.ts ⇒ db/client.ts']);
  });

  it('a circle, also a long one, but not one of types', () => {
    const ab = [file('chat/a.ts', "import './b.ts';"), file('chat/b.ts', "import { c } from './c.ts';")];
    expect(cycles([...ab, file('chat/c.ts', "import { a } from './a.ts';")])).toHaveLength(3);
    expect(cycles([...ab, file('chat/c.ts', "import type { A } from './a.ts';")])).toEqual([]);
  });

  it.each([
    ['commands/a.ts', "import { App } from '@slack/bolt';"],
    ['platforms/slack/a.ts', "import { Client } from 'discord.js';"],
    ['crm/a.ts', "import { PrismaClient } from '../db/generated/client.ts';"],
    ['crm/a.ts', "import pg from 'pg';"],
    ['jobs/digest.ts', "import cron from 'node-cron';"],
    ['app.ts', "import Q from 'quickchart-js';"],
    ['app.ts', 'const { PORT } = process.env;'],
    ['crm/a.ts', 'const now = new Date();'],
    ['crm/a.ts', 'const now = Date.now();'],
  ])('in %s: %s', (path, line) => {
    expect(misplaced([file(path, line)])).toHaveLength(1);
  });

  it('no clock where a date is only read', () => {
    expect(
      misplaced([file('crm/a.ts', 'const day = new Date(text);', 'performance.now();', '// new Date()')]),
    ).toEqual([]);
  });

  it('a file that nothing imports', () => {
    const main = file('main.ts', "import './app.ts';", "new URL('./worker.mjs', import.meta.url);");
    const rest = [
      file('app.ts', "import type { C } from './c.ts';"),
      file('c.ts', ''),
      file('worker.mjs', ''),
      file('dead.ts', ''),
    ];
    expect(unreachable([main, ...rest], ['main.ts'])).toEqual(['dead.ts']);
  });
});

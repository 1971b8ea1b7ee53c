import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** A source file: its path under src, its text, and what it imports (local paths under src, or package names). */
export interface Source {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Comments go, so that an example in one is no import; strings stay. */
const bare = (code: string) =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text) => text ?? '',
  );

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, and files named by `new URL('./x', …)`. */
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([\w*$\s{},]*?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"]/g;

/** Whether all names in the braces are types: such an import is gone at run time. */
function namesOnlyTypes(names: string): boolean {
  const inner = names.match(/^\{([\s\S]*)\}$/)?.[1];
  if (inner === undefined) return false;
  return inner.split(',').every((name) => !name.trim() || name.trim().startsWith('type '));
}

/** Its path and text, read. */
export function source(path: string, code: string): Source {
  const imports = [...bare(code).matchAll(statement)].map(([, type, names = '', from, plain, lazy, url]) => {
    const target = (from ?? plain ?? lazy ?? url) as string;
    return {
      from: target.startsWith('.') ? join(dirname(path), target) : target,
      typeOnly: Boolean(type) || namesOnlyTypes(names.trim()),
    };
  });
  return { path, code: bare(code), imports };
}

/** All files under a folder of the repository, by their paths from its root. */
export function filesUnder(folder: string): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

export const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('src/db/generated/');
export const read = (path: string) =>
  source(path.replace(/^src\//, ''), readFileSync(resolve(root, path), 'utf8'));

/** Whether an import is of a file, not of a package. */
export const isLocal = (from: string) => !from.startsWith('node:') && /\.(ts|tsx|mjs|css|svg)$/.test(from);

/** The files that each file runs, without types. */
export function runtime(all: readonly Source[]): Map<string, string[]> {
  return new Map(
    all.map((file) => [
      file.path,
      file.imports.filter(({ from, typeOnly }) => !typeOnly && isLocal(from)).map((i) => i.from),
    ]),
  );
}

/** What can be reached from a start, itself included. */
export function reach(graph: ReadonlyMap<string, readonly string[]>, start: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return seen;
}

export const lengthOf = (path: string) => readFileSync(resolve(root, path), 'utf8').split('\n').length - 1;

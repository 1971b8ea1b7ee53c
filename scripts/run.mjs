/**
 * Runs src/main.ts: `node scripts/run.mjs [crm|import|…]`. Loading hundreds of files one by one takes a second and a half,
 * so they are put together into a few, once for each state of the sources, and kept in node_modules/.cache.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const own = fileURLToPath(import.meta.url);
const root = dirname(dirname(own));
const shelf = join(root, 'node_modules/.cache/chot');
const place = join(shelf, state());
if (!existsSync(place)) await make(place);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(place, 'main.js')).href);

/** Names the state of the sources: another folder, file, size or time of a change gives another name. */
function state() {
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((path) => join(root, 'src', path));
  const hash = createHash('sha256');
  for (const path of [own, join(root, 'package-lock.json'), ...sources.sort()]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Made beside its place and moved there when complete, for others may be starting too; what was before is removed. */
async function make(place) {
  const { build } = await import('esbuild');
  const draft = `${place}.${process.pid}`;
  await build({
    entryPoints: [join(root, 'src/main.ts')],
    outdir: draft,
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', sourcemap: true, sourcesContent: false, logLevel: 'error' },
    plugins: [
      { name: 'own urls', setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, withOwnUrl) },
    ],
  });
  try {
    renameSync(draft, place);
  } catch {
    rmSync(draft, { recursive: true }); // another start was quicker
  }
  for (const old of readdirSync(shelf))
    if (!old.startsWith(basename(place))) rmSync(join(shelf, old), { recursive: true, force: true });
}

/** A file finds what lies beside it from where it lies itself. */
function withOwnUrl({ path }) {
  const contents = readFileSync(path, 'utf8');
  return {
    contents: contents.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    loader: 'ts',
  };
}

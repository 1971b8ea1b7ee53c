import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const file = (name: string) => fileURLToPath(new URL(`./client/${name}`, import.meta.url));

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>Chốt</title>
<link rel="icon" href="/playground/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/playground/style.css">
<script type="module" src="/playground/main.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;

/** The page and what it loads, by path. The browser's part is bundled in memory: nothing is built or written. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: [file('main.tsx'), file('style.css')],
    outdir: '/',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const built = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/playground/main.js', { type: 'text/javascript; charset=utf-8', body: built('.js') }],
    ['/playground/style.css', { type: 'text/css; charset=utf-8', body: built('.css') }],
    ['/playground/icon.svg', { type: 'image/svg+xml', body: await readFile(file('icon.svg'), 'utf8') }],
  ]);
}

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { readExampleTabs } from './example-tabs.ts';
import { thirdPartyNotices } from './licenses.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, '../server/assets/graphiql');
const publicPath = '/graphql/assets/';

const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  legalComments: 'none',
  metafile: true,
  outdir: target,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.ttf': 'file' },
  define: { 'process.env.NODE_ENV': '"production"' },
  // The older path leads to a CommonJS copy of the same plugin, whose parsers get lost on the way into a bundle.
  alias: { 'prettier/parser-graphql': 'prettier/plugins/graphql' },
} satisfies BuildOptions;

const leanMonaco: Plugin = {
  name: 'lean-monaco',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^(monaco-graphql\/esm|\.)\/monaco-editor(\.js)?$/ }, () => ({
      path: join(root, 'src/monaco.ts'),
    }));
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const workers = await build({
  ...options,
  entryPoints: {
    editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
    json: 'monaco-editor/esm/vs/language/json/json.worker.js',
    graphql: 'monaco-graphql/esm/graphql.worker.js',
  },
});

const page = await build({
  ...options,
  entryPoints: { explorer: 'src/main.tsx' },
  plugins: [leanMonaco],
  alias: {
    ...options.alias,
    'prettier/plugins/estree': './src/jsonc-formatter.ts',
    'prettier/parser-babel': './src/jsonc-formatter.ts',
  },
  // GraphiQL's toolkit asks for it only where subscriptions travel by WebSocket.
  external: ['graphql-ws'],
  define: {
    ...options.define,
    EXAMPLE_TABS: JSON.stringify(readExampleTabs(join(root, 'src/examples.graphql'))),
    WORKER_FILES: JSON.stringify({
      editor: entryFile(workers.metafile, 'editor'),
      json: entryFile(workers.metafile, 'json'),
      graphql: entryFile(workers.metafile, 'graphql'),
    }),
  },
});

const script = entryFile(page.metafile, 'explorer');
const style = entryFile(page.metafile, 'explorer', 'css');

// esbuild gathers every style in the entry's sheet and leaves those of the chunks beside it, which nothing loads.
for (const file of readdirSync(target)) {
  if (file.endsWith('.css') && file !== style) rmSync(join(target, file));
}

const urls: Readonly<Record<string, string>> = { script: publicPath + script, style: publicPath + style };
const template = readFileSync(join(root, 'src/index.html'), 'utf8');
writeFileSync(
  join(target, 'index.html'),
  template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => urls[name] ?? placeholder),
);

const bundled = [workers, page].flatMap(({ metafile }) => bundledFiles(metafile));
writeFileSync(join(target, 'third-party-notices.txt'), thirdPartyNotices(bundled));

function entryFile(metafile: Metafile, name: string, extension = 'js'): string {
  const file = Object.keys(metafile.outputs)
    .map((output) => basename(output))
    .find((output) => output.startsWith(`${name}-`) && output.endsWith(`.${extension}`));
  if (file === undefined) throw new Error(`The build wrote no ${extension} file for ${name}.`);
  return file;
}

function bundledFiles(metafile: Metafile): string[] {
  return Object.values(metafile.outputs)
    .flatMap((output) => Object.keys(output.inputs))
    .map((input) => join(root, input));
}

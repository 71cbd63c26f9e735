import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Activities, Cities } from '@reintegration/sdk/operations';
import { build } from 'esbuild';

const resolveDir = fileURLToPath(new URL('./programs', import.meta.url));

/** An operation without the hash in its first line, of which others would make nothing. */
const textOf = (operation: unknown) => String(operation).replace(/^#\w{64}\n/, '');

/** A program as a browser would get it. */
async function bundle(contents: string) {
  const cities = textOf(Cities);
  return build({
    stdin: { contents, resolveDir, sourcefile: 'entry.ts', loader: 'ts' },
    bundle: true,
    splitting: true,
    outdir: 'out',
    entryNames: 'program',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    define: {
      'process.env.NODE_ENV': '"production"',
      CITIES: JSON.stringify(cities),
      CITIES_BY_CURSOR: JSON.stringify(cities.replaceAll('$after', '$cursor')),
      ACTIVITIES: JSON.stringify(textOf(Activities)),
    },
    // No browser has them: told instead of refused.
    external: [...builtinModules, 'node:*'],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
}

/** The files of a program that does all the work, to be run. */
export async function bundleAll(program: string): Promise<{ name: string; text: string }[]> {
  const { outputFiles } = await bundle(`export * from './${program}.ts';`);
  return outputFiles.map((file) => ({ name: path.basename(file.path), text: file.text }));
}

/** Bytes that a browser loads, minified and compressed: what starts, and what is loaded when it is needed. */
export type Size = {
  readonly first: number;
  readonly later: number;
  /** Modules of Node that it asks a browser for. */
  readonly missing: readonly string[];
};

/** What a program weighs that does one piece of the work. */
export async function measureSize(program: string, work: 'query' | 'list'): Promise<Size> {
  const call = work === 'query' ? "query(client, 'a')" : 'list(client)';
  const { outputFiles, metafile } = await bundle(
    `import { connect, ${work} } from './${program}.ts';
     const client = connect('https://data.example.org/graphql', 'token');
     ${call}.then(console.log);`,
  );
  const weights = outputFiles.map((file) => ({
    name: path.basename(file.path),
    bytes: gzipSync(file.contents).length,
  }));
  const atOnce = namesAtOnce(metafile.outputs);
  const sum = (isFirst: boolean) =>
    weights.reduce((total, { name, bytes }) => total + (atOnce.has(name) === isFirst ? bytes : 0), 0);
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const missing = [...new Set(imports.filter((one) => one.external).map((one) => one.path))];
  return { first: sum(true), later: sum(false), missing };
}

type Outputs = Awaited<ReturnType<typeof bundle>>['metafile']['outputs'];

/** The entry, and all that it imports before it runs. */
function namesAtOnce(outputs: Outputs): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(path.basename(file))) return;
    found.add(path.basename(file));
    for (const one of outputs[file]?.imports ?? [])
      if (one.kind === 'import-statement' && !one.external) visit(one.path);
  };
  // A part that is loaded later is an entry as well.
  for (const file of Object.keys(outputs)) if (path.basename(file) === 'program.js') visit(file);
  return found;
}

import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Stranger } from '../stranger.ts';

/** A program made for where there is no Node, with the packed SDK inside. */
export type Bundle = {
  /** Texts of its files, by name; the first is the program. */
  readonly files: ReadonlyMap<string, string>;
  /** What it expects to find where it runs. */
  readonly externals: readonly string[];
};

/** Bundles a program of the stranger. */
export async function bundle(
  { directory }: Stranger,
  program: string,
  { splitting = true, external = [] as readonly string[] } = {},
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: directory, sourcefile: 'program.js' },
    absWorkingDir: directory,
    bundle: true,
    splitting,
    outdir: 'out',
    entryNames: 'program',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    // Found out instead of refused, so that a test can say which.
    external: [...builtinModules, 'node:*', ...external],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return {
    files: new Map(outputFiles.map((file) => [path.basename(file.path), file.text])),
    externals: [...new Set(imports.filter((one) => one.external).map((one) => one.path))].sort(),
  };
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, Logger, LogLevel, TSConfigReader, TypeDocReader } from 'typedoc';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const config = fileURLToPath(new URL('../typedoc.jsonc', import.meta.url));

/** Keeps what TypeDoc complains of. */
class Complaints extends Logger {
  readonly found: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.found.push(message);
  }
}

/** Reads the sources as `pnpm run docs` does, and tells what is wrong with their comments. */
async function read(options = config): Promise<{ app: Application; problems: readonly string[] }> {
  const app = await Application.bootstrap({ options }, [new TypeDocReader(), new TSConfigReader()]);
  const complaints = new Complaints();
  app.logger = complaints;
  const project = await app.convert();
  if (project) app.validate(project);
  return { app, problems: complaints.found };
}

test('every public export of every subpath has a summary, and every link resolves', async () => {
  const { app, problems } = await read();
  expect(problems).toEqual([]);
  const sources = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'object' && 'reintegration-source' in entry ? [entry['reintegration-source']] : [],
  );
  const folder = path.dirname(config);
  const entryPoints = app.options.getValue('entryPoints').map((file) => `./${path.relative(folder, file)}`);
  expect(entryPoints.sort()).toEqual(sources.sort());
}, 60_000);

test.each([
  ['an export without a summary', 'export const one = 1;', 'one (Variable)'],
  ['a member without one', '/** A type. */\nexport type One = { two: string };', 'One.two (Property)'],
  ['a link that leads nowhere', '/** See {@link Nowhere}. */\nexport const one = 1;', '"Nowhere"'],
  [
    'a type that cannot be looked up',
    'type Two = { three: 3 };\n/** A type. */\nexport type One = Two[];',
    'Two, defined in',
  ],
])('%s is found', async (_name, code, problem) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-reference-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };
  await write('package.json', '{ "name": "breach" }');
  const entryPoints = [await write('entry.ts', `/**\n * A subpath.\n *\n * @module\n */\n\n${code}\n`)];
  const tsconfig = await write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { types: [] }, files: entryPoints }),
  );
  const own = { entryPoints, tsconfig, intentionallyNotExported: [], intentionallyNotDocumented: [] };
  const settings = await write('typedoc.json', JSON.stringify({ extends: [config], ...own }));
  const { problems } = await read(settings);
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

/** What the program carries of others. */
const BUNDLED = ['@babel/parser', 'graphql'];

const sourcesOf = (...names: readonly string[]) => names.map((name) => `src/${name}.ts`);

/** What others import. It runs as it is in Node 20 and in the browsers of 2023 and later. */
const imported: Options = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  sourcemap: false,
  tsconfig: 'tsconfig.core.json',
};

export default defineConfig([
  {
    ...imported,
    entry: sourcesOf('index', 'operations', 'graphql', 'live', 'react'),
    onSuccess: async () => {
      for (const name of ['schema.graphql', 'introspection.json'])
        await copyFile(`src/generated/${name}`, `dist/${name}`);
    },
  },
  // It names all operations at once. In one build with them, whoever names one of them would carry all.
  { ...imported, entry: sourcesOf('testing') },
  {
    ...imported,
    entry: sourcesOf('index', 'operations', 'graphql', 'live', 'react', 'testing'),
    dts: { only: true },
  },
  {
    entry: ['src/cli.ts'],
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    // The SDK installs nothing, so that its program brings along what it needs.
    noExternal: BUNDLED,
    minify: true,
    onSuccess: async () => {
      const licenses = BUNDLED.map((name) => readFile(`node_modules/${name}/LICENSE`, 'utf8'));
      const texts = (await Promise.all(licenses)).map(
        (text, index) => `${BUNDLED[index]}\n\n${text.trim()}\n`,
      );
      await writeFile('dist/cli.licenses.txt', `cli.js holds parts of:\n\n${texts.join('\n')}`);
    },
  },
]);

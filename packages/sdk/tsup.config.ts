import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/** What the program carries of others. */
const BUNDLED = ['@babel/parser', 'graphql'];

export default defineConfig([
  {
    entry: ['index', 'operations', 'graphql', 'testing', 'live', 'react'].map((name) => `src/${name}.ts`),
    format: ['esm', 'cjs'],
    // Runs as it is in Node 20 and in the browsers of 2023 and later.
    target: 'es2022',
    platform: 'neutral',
    dts: true,
    clean: ['!cli*'],
    sourcemap: false,
    tsconfig: 'tsconfig.core.json',
    onSuccess: async () => {
      for (const name of ['schema.graphql', 'introspection.json'])
        await copyFile(`src/generated/${name}`, `dist/${name}`);
    },
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

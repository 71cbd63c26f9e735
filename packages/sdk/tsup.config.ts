import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/operations.ts', 'src/graphql.ts', 'src/testing.ts'],
  format: ['esm', 'cjs'],
  // Runs as it is in Node 20 and in the browsers of 2023 and later.
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
  sourcemap: false,
  tsconfig: 'tsconfig.core.json',
  onSuccess: async () => {
    for (const name of ['schema.graphql', 'introspection.json'])
      await copyFile(`src/generated/${name}`, `dist/${name}`);
  },
});

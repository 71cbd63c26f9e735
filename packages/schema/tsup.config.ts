import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

const BUNDLED = ['@pothos/core', '@pothos/plugin-relay', 'graphql-scalars', 'kysely', 'zod'];

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  dts: { entry: 'src/index.ts' },
  clean: true,
  sourcemap: true,
  // In hundreds of files they would take a fifth of a second to load, and memory for as long as a gateway runs.
  noExternal: BUNDLED,
  onSuccess: async () => {
    for (const name of BUNDLED) {
      const file = `dist/${name.replace(/^@/, '').replace('/', '-')}.license.txt`;
      await copyFile(`node_modules/${name}/LICENSE`, file);
    }
  },
});

import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  dts: { entry: 'src/index.ts' },
  clean: true,
  sourcemap: true,
  // In hundreds of files it would take a tenth of a second to load, and memory for as long as a gateway runs.
  noExternal: ['kysely'],
  onSuccess: async () => copyFile('node_modules/kysely/LICENSE', 'dist/kysely.license.txt'),
});

import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

const BUNDLED = 'zod';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  dts: { entry: 'src/index.ts' },
  clean: true,
  sourcemap: true,
  // As a hundred files it would take a tenth of a start.
  noExternal: [BUNDLED],
  onSuccess: () => copyFile(`node_modules/${BUNDLED}/LICENSE`, `dist/${BUNDLED}.license.txt`),
});

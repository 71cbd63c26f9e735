import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './testing/summary-reporter.ts';

// Packages of the workspace are tested from their sources.
const conditions = ['reintegration-source', 'node'];

export default defineConfig({
  resolve: {
    conditions,
    // graphql refuses to meet a second copy of itself: all take the one that Node takes.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'testing/**/*.test.ts',
      'bench/src/**/*.test.ts',
      'release/**/*.test.ts',
      'e2e/src/**/*.test.ts',
    ],
    globalSetup: './testing/global-setup.ts',
    reporters: ['default', new SummaryReporter()],
    // Most tests wait for PostgreSQL: on two processors, one after the other would leave one of them idle.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

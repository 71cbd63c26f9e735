#!/usr/bin/env node
import { createRequire } from 'node:module';
import { keepCompiled } from './cli/compiled-code.ts';

const { version } = createRequire(import.meta.url)('@reintegration/server/package.json') as {
  version: string;
};
// Libraries look for mistakes of a developer otherwise, with each value that they are given.
// biome-ignore lint/style/noProcessEnv: told to libraries, which read it
process.env.NODE_ENV ||= 'production';
keepCompiled(version);
const { runProgram } = await import('./cli/program.ts');
await runProgram(version);

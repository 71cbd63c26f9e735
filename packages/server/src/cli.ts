#!/usr/bin/env node
import { createRequire } from 'node:module';
import { keepCompiled } from './cli/compiled-code.ts';

const { version } = createRequire(import.meta.url)('@reintegration/server/package.json') as {
  version: string;
};
keepCompiled(version);
const { runProgram } = await import('./cli/program.ts');
await runProgram(version);

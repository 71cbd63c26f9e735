#!/usr/bin/env node
import { keepCompiled } from './cli/compiled-code.ts';

keepCompiled();
await import('./cli/program.ts');

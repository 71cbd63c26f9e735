#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { runDoctor } from './doctor/run.ts';
import { contractText } from './generated/contract-text.ts';
import { EXPORTS } from './generated/exports.ts';
import * as operations from './operations.ts';

const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const texts = Object.fromEntries(Object.entries(operations).map(([name, text]) => [name, String(text)]));

process.exitCode = await runDoctor(process.argv.slice(2), {
  version,
  contract: contractText,
  curated: { exports: EXPORTS, texts },
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY,
});

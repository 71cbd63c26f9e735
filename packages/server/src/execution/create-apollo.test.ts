import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../limits/limits.ts';
import { createCompiledOperations } from './compiled-operations.ts';
import { createApollo } from './create-apollo.ts';

it('reports nothing to anybody, also where the environment has a key of Apollo', async () => {
  vi.stubEnv('APOLLO_KEY', 'service:another:key');
  vi.stubEnv('APOLLO_GRAPH_REF', 'another@current');
  vi.stubEnv('APOLLO_SCHEMA_REPORTING', 'true');
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const apollo = createApollo(DEFAULT_LIMITS, logger, createCompiledOperations());
  await apollo.start();
  try {
    expect(lines).toEqual([]);
  } finally {
    await apollo.stop();
    vi.unstubAllEnvs();
  }
});

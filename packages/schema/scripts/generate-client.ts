import { spawnSync } from 'node:child_process';

// `prisma generate` looks for a native schema engine that it does not use, and would download it; any
// file that exists keeps it from trying.
const { status } = spawnSync('prisma', ['generate'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
process.exit(status ?? 1);

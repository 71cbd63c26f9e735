import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const generated = fileURLToPath(new URL('../src/generated/', import.meta.url));
const models = `${generated}models/`;

const GENERATORS = `generator client {
  provider               = "prisma-client"
  output                 = "../prisma"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  importFileExtension    = "ts"
  generatedFileExtension = "ts"
}

generator pothos {
  provider     = "prisma-pothos-types"
  clientOutput = "./prisma/client.ts"
  output       = "../pothos.ts"
}

datasource db {
  provider = "postgresql"
}
`;

// The same models as the gateway's, with the generators that peers are built on.
await rm(generated, { recursive: true, force: true });
await mkdir(models, { recursive: true });
await cp(fileURLToPath(new URL('../../packages/schema/prisma/models', import.meta.url)), models, {
  recursive: true,
});
await writeFile(`${models}base.prisma`, GENERATORS);

// Any file that exists keeps `prisma generate` from downloading an engine that it does not use.
const { status } = spawnSync('prisma', ['generate', '--schema', models], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
process.exit(status ?? 1);

import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { PrismaPg } from '@prisma/adapter-pg';
import type PrismaTypes from '../../../generated/pothos.ts';
import { getDatamodel } from '../../../generated/pothos.ts';
import { PrismaClient } from '../../../generated/prisma/client.ts';
import { POOL_SIZE } from '../../serve-peer.ts';

/** Creates the client and the builder as Pothos' documentation shows. */
export function createBuilder(databaseUrl: string) {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: POOL_SIZE }),
  });
  const builder = new SchemaBuilder<{ PrismaTypes: PrismaTypes; DefaultFieldNullability: false }>({
    plugins: [PrismaPlugin, RelayPlugin],
    defaultFieldNullability: false,
    relay: { nodesOnConnection: true },
    prisma: { client: prisma, dmmf: getDatamodel() },
  });
  return { prisma, builder };
}

/** What the schema's files are written with. */
export type Builder = ReturnType<typeof createBuilder>['builder'];

/** The English text of a column that keeps several languages. */
export const english = (texts: unknown) => (texts as { readonly en: string }).en;

import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** The writing path: Prisma over the pool. */
export type Writer = PrismaClient;
/** The writing path within one transaction. */
export type WriterTransaction = Prisma.TransactionClient;

/** Creates the writer on a pool that the caller owns and ends. */
export function createWriter(pool: Pool): Writer {
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
}

/** No value in a column that holds JSON. */
export const NO_JSON = Prisma.DbNull;

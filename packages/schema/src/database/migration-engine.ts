import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { PoolConfig } from 'pg';
import pg from 'pg';
import { packageFolder, resolveFile } from './package-folder.ts';

// TypeScript declares it for browsers only.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>;
};

/** Prisma's schema engine as WebAssembly: the native one cannot be had from the npm registry. */
export type MigrationEngine = { readonly engine: bindings.SchemaEngine; close(): Promise<void> };

/** A model file of the schema, as the engine takes it. */
export type DataModelFile = { readonly path: string; readonly content: string };

const modelsFolder = new URL('prisma/models/', packageFolder);

/** The Prisma models of this version of the package. */
export async function readDataModels(): Promise<readonly DataModelFile[]> {
  const names = (await readdir(modelsFolder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const location = new URL(name, modelsFolder);
      return { path: fileURLToPath(location), content: await readFile(location, 'utf8') };
    }),
  );
}

let instantiated: Promise<void> | undefined;

function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const location = path.dirname(resolveFile('@prisma/schema-engine-wasm/schema_engine_bg'));
    const bytes = await readFile(path.join(location, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return instantiated;
}

/** An error of PostgreSQL as the engine takes it; of any other it would tell a number only. */
function readable(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', severity = '', message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

/**
 * Sends a script to PostgreSQL whole. The adapter's own way cuts it at every semicolon, also inside the
 * bodies of functions, and runs the pieces one by one; whole, a script that fails leaves nothing behind.
 */
function sendScriptsWhole(
  connection: PoolConfig,
  adapters: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(connection);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapters.push(adapter);
      adapter.executeScript = async (script) => {
        const client = new pg.Client(connection);
        await client.connect();
        try {
          await client.query(script);
        } catch (error) {
          throw readable(error);
        } finally {
          await client.end();
        }
      };
      return adapter;
    },
  };
}

/** Opens the engine on a database. Close it when done: it holds a connection. */
export async function createMigrationEngine(
  connection: PoolConfig,
  dataModels: readonly DataModelFile[],
): Promise<MigrationEngine> {
  await instantiate();
  const adapters: SqlDriverAdapter[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(sendScriptsWhole(connection, adapters));
  const options = { datamodels: dataModels.map(({ path, content }): [string, string] => [path, content]) };
  const engine = await bindings.SchemaEngine.new(options, () => undefined, factory);
  const close = async () => {
    engine.free();
    await Promise.all(adapters.map((adapter) => adapter.dispose()));
  };
  return { engine, close };
}

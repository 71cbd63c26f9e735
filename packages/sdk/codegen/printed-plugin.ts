import path from 'node:path';
import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { introspectionFromSchema, printSchema } from 'graphql';

/** Writes the contract for other tools: as text, or as the answer to an introspection query. */
export const plugin: PluginFunction = (schema, _files, _config, info) =>
  path.extname(info?.outputFile ?? '') === '.json'
    ? `${JSON.stringify(introspectionFromSchema(schema), null, 2)}\n`
    : `${printSchema(schema)}\n`;

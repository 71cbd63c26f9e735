import type { CodegenConfig } from '@graphql-codegen/cli';

/** The contract and the curated operations, as types and texts. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: 'operations/*.graphql',
  generates: {
    'src/generated/contract.ts': { plugins: ['./codegen/contract-plugin.ts'] },
    'src/generated/contract-text.ts': { plugins: ['./codegen/contract-text-plugin.ts'] },
    'src/generated/exports.ts': { plugins: ['./codegen/exports-plugin.ts'] },
    'src/generated/fixtures.ts': { plugins: ['./codegen/fixtures-plugin.ts'] },
    'src/generated/introspection.json': { plugins: ['./codegen/printed-plugin.ts'] },
    'src/generated/introspection.ts': { plugins: ['./codegen/introspection-plugin.ts'] },
    'src/generated/operations.ts': { plugins: ['./codegen/operations-plugin.ts'] },
    'src/generated/schema.graphql': { plugins: ['./codegen/printed-plugin.ts'] },
    'persisted-documents.json': { plugins: ['./codegen/persisted-plugin.ts'] },
    '../server/documents/sdk.json': { plugins: ['./codegen/persisted-plugin.ts'] },
  },
};

export default config;

export type { Issuer } from './auth/token.ts';
export { DocumentsError, type PersistedDocuments } from './documents/documents.ts';
export { bundledDocuments, readDocuments } from './documents/read-documents.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { DEFAULT_LIMITS, type Limits } from './limits/limits.ts';

/**
 * Curated operations, each one constant text that knows its variables and its answer, and the types of the contract.
 *
 * @module \@reintegration/sdk/operations
 */

export type * from './generated/contract.ts';
export * from './generated/operations.ts';

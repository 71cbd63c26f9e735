export type * from './generated/contract.ts';
export * from './generated/operations.ts';

import type { ApolloServerOptions } from '@apollo/server';
import type { Context } from '@reintegration/schema';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of all documents that are remembered: each takes some hundred bytes, once it is parsed. */
const MOST_CHARACTERS = 100_000;
/** Longest document that is remembered. */
const LONGEST = 20_000;
/** What a document counts at least: one that is short takes more than its text. */
const SHORTEST = 500;

/**
 * Remembers documents that were found valid. Apollo's own store counts them as they would be written, which is a
 * small part of what they take: whoever sends a different one each time could fill the memory.
 */
export function createDocumentStore(): NonNullable<ApolloServerOptions<Context>['documentStore']> {
  const known = new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ loc }) => Math.max(SHORTEST, loc?.end ?? LONGEST),
  });
  return {
    get: async (key) => known.get(key),
    set: async (key, document) => void known.set(key, document),
    delete: async (key) => known.delete(key),
  };
}

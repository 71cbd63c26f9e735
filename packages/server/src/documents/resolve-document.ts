import type { HTTPGraphQLRequest } from '@apollo/server';
import type { ErrorCode } from '@reintegration/schema';
import { hashOf } from './documents.ts';

/** Which documents a gateway knows by their hash, and whether it answers no others. */
export type KnownDocuments = {
  readonly byHash: ReadonlyMap<string, string>;
  readonly only: boolean;
};

/** Why a request for a document is refused. */
export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
  readonly code: ErrorCode;
  readonly status: 400 | 404;

  constructor(code: ErrorCode, status: 400 | 404, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

type Parameters = Readonly<Record<string, unknown>>;

/** What is to be executed. */
export type Resolved = {
  readonly request: Pick<HTTPGraphQLRequest, 'search' | 'body'>;
  /** Whether the document is one of those that the gateway knows: no website can make up another. */
  readonly isKnown: boolean;
};

/**
 * Puts the text of a document in place of its hash. The hash comes as `documentId=sha256:…` (GraphQL over HTTP,
 * appendix "Persisted Documents"), or as Apollo's clients send it, in `extensions.persistedQuery.sha256Hash`.
 *
 * @throws RefusedDocument
 */
export function resolveDocument(
  { method, search, body }: Pick<HTTPGraphQLRequest, 'method' | 'search' | 'body'>,
  documents: KnownDocuments,
): Resolved {
  const isGet = method === 'GET';
  const parameters = isGet ? Object.fromEntries(new URLSearchParams(search)) : parametersOf(body);
  const hash = readHash(parameters);
  const { query } = parameters;
  const known = documents.byHash.get(
    hash ?? (typeof query === 'string' && documents.only ? hashOf(query) : ''),
  );
  if (hash === null) {
    if (documents.only && known === undefined) throw notInList(query !== undefined);
    return { request: { search, body }, isKnown: known !== undefined };
  }
  if (query !== undefined && query !== '' && hashOf(String(query)) !== hash) {
    throw new RefusedDocument('BAD_REQUEST', 400, 'The hash is not the SHA-256 of the text in "query".');
  }
  const text = known ?? (documents.only ? undefined : query);
  if (typeof text !== 'string' || text === '') throw unknownHash(documents.only);
  const { documentId: _id, extensions: _extensions, ...rest } = parameters;
  const asked = { ...rest, query: text };
  const request = isGet
    ? { search: `?${new URLSearchParams(asked as Record<string, string>)}`, body }
    : { search, body: asked };
  return { request, isKnown: known !== undefined };
}

function parametersOf(body: unknown): Parameters {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Parameters) : {};
}

/** The hash that a request names, or null. */
function readHash({ documentId, extensions }: Parameters): string | null {
  const id = documentId ?? apolloHashOf(extensions);
  if (id === undefined) return null;
  const [, hash] = (typeof id === 'string' && /^(?:sha256:)?([0-9a-f]{64})$/.exec(id)) || [];
  if (hash === undefined) {
    const expected = '"sha256:" and the SHA-256 of its text in hexadecimal, in lower case';
    throw new RefusedDocument(
      'BAD_REQUEST',
      400,
      `The id of the document cannot be read. Expected ${expected}.`,
    );
  }
  return hash;
}

function apolloHashOf(extensions: unknown): unknown {
  const value = typeof extensions === 'string' ? parseJson(extensions) : extensions;
  const persisted = (value as { readonly persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as Parameters;
  return version === 1 ? (sha256Hash ?? '') : '';
}

/** Null for what is none: Apollo refuses it with a message of its own. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unknownHash(only: boolean): RefusedDocument {
  const mend = only ? 'Ask for one of its list.' : 'Send its text instead, as "query".';
  return new RefusedDocument(
    'PERSISTED_QUERY_NOT_FOUND',
    404,
    `This gateway knows no document of this hash. ${mend}`,
  );
}

function notInList(hasText: boolean): RefusedDocument {
  const found = hasText ? 'This document is none of them.' : 'Found neither a text nor a hash.';
  return new RefusedDocument(
    'PERSISTED_QUERY_ONLY',
    400,
    `This gateway answers the documents of its list only. ${found} The SDK's operations are such documents.`,
  );
}

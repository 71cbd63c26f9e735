import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import {
  asked,
  BAD_REQUEST,
  got,
  type HostileRow,
  INVALID,
  OTHER_TYPE,
  posted,
  refusal,
  TOO_LARGE,
  TOO_MUCH,
} from './row.ts';

const QUERY = '{"query":"{ __typename }"}';
const ERASE = 'mutation { eraseBeneficiary(input: { id: "x" }) { __typename } }';
const SUBSCRIBE = 'subscription { figuresChanged { dataVersion } }';
const UNKNOWN = 'b'.repeat(64);
const NOT_BY_GET = refusal(405, 'BAD_REQUEST');
const NOT_FOUND = refusal(404, 'PERSISTED_QUERY_NOT_FOUND');
const NOT_AS_STREAM = refusal(406, 'BAD_REQUEST');
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});
/** Twenty million blanks before a question: some thousand bytes on the way. */
const BOMB = Buffer.concat([Buffer.alloc(20_000_000, ' '), Buffer.from(QUERY)]);
const GZIPPED = gzipSync(BOMB);
const packed = (encoding: string) => ({ 'content-type': 'application/json', 'content-encoding': encoding });
const typed = (type: string) => ({ 'content-type': type });

const PUBLIC = { status: 200, data: { viewer: { role: 'PUBLIC', projects: [] } } } as const;
const WHO = '{ viewer { role projects { code } } }';
const spoofed = (way: string, headers: Readonly<Record<string, string>>) =>
  asked(`spoofed-headers/${way}`, PUBLIC, WHO, undefined, headers);

const FLOOD = JSON.stringify({
  query: `{ ${Array.from({ length: 61 }, (_, index) => `a${index}: dataVersion`).join(' ')} }`,
});
const message = (body: string, headers: readonly string[] = []): string =>
  [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
const last = (body: string): string => message(body, ['Connection: close']);

/** Messages that are no honest use of HTTP. */
export const TRANSPORT: readonly HostileRow[] = [
  got('get-mutations/plain', NOT_BY_GET, { query: ERASE }),
  got('get-mutations/named', NOT_BY_GET, {
    query: `query A { __typename } ${ERASE.replace('mutation', 'mutation B')}`,
    operationName: 'B',
  }),
  got(
    'get-mutations/signed',
    NOT_BY_GET,
    { query: ERASE },
    { 'apollo-require-preflight': '1', 'idempotency-key': 'a' },
  ),
  got('get-mutations/unasked', BAD_REQUEST, { query: ERASE }, {}),
  got('get-without-preflight/plain', BAD_REQUEST, { query: '{ __typename }' }, {}),
  got('get-without-preflight/text', BAD_REQUEST, { query: '{ __typename }' }, typed('text/plain')),
  got(
    'get-without-preflight/empty',
    BAD_REQUEST,
    { query: '{ __typename }' },
    { 'apollo-require-preflight': '' },
  ),
  got('get-without-preflight/stream', BAD_REQUEST, { query: SUBSCRIBE }, { accept: 'text/event-stream' }),
  posted(
    'wrong-content-types/form',
    OTHER_TYPE,
    'query={__typename}',
    typed('application/x-www-form-urlencoded'),
  ),
  posted(
    'wrong-content-types/files',
    OTHER_TYPE,
    '--a\r\n\r\n--a--',
    typed('multipart/form-data; boundary=a'),
  ),
  posted('wrong-content-types/text', BAD_REQUEST, QUERY, typed('text/plain')),
  posted('wrong-content-types/document', OTHER_TYPE, '{ __typename }', typed('application/graphql')),
  posted('wrong-content-types/garbage', OTHER_TYPE, QUERY, typed('garbage')),
  posted(
    'wrong-content-types/xml',
    OTHER_TYPE,
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>',
    typed('application/xml'),
  ),
  posted('wrong-content-types/none', OTHER_TYPE, QUERY, {}),
  posted('wrong-content-types/long', OTHER_TYPE, QUERY, typed(`application/${'j'.repeat(8_000)}`)),
  posted('wrong-charsets/utf-7', OTHER_TYPE, QUERY, typed('application/json; charset=utf-7')),
  posted(
    'wrong-charsets/utf-16',
    OTHER_TYPE,
    Buffer.from(QUERY, 'utf16le'),
    typed('application/json;charset="UTF-16"'),
  ),
  posted('wrong-charsets/two', OTHER_TYPE, QUERY, typed('application/json; charset=utf-8; charset=utf-7')),
  posted('wrong-charsets/unsaid', BAD_REQUEST, Buffer.from(`\ufeff${QUERY}`, 'utf16le')),
  posted('comments/1-mb', TOO_LARGE, JSON.stringify({ query: `${'#\n'.repeat(500_000)}{ __typename }` })),
  posted(
    'comments/1-mb-in-chunks',
    TOO_LARGE,
    JSON.stringify({ query: `${'#\n'.repeat(500_000)}{ __typename }` }),
    { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  ),
  posted(
    'comments/as-many-as-fit',
    TOO_MUCH,
    JSON.stringify({ query: `${'#\n'.repeat(30_000)}{ __typename }` }),
  ),
  posted(
    'comments/commas',
    { status: 200, data: { __typename: 'Query' } },
    JSON.stringify({ query: `{ __typename ${','.repeat(90_000)} }` }),
  ),
  posted('gzip-bombs/gzip', BAD_REQUEST, GZIPPED, packed('gzip')),
  posted('gzip-bombs/twice', BAD_REQUEST, gzipSync(GZIPPED), packed('gzip, gzip')),
  posted('gzip-bombs/deflate', BAD_REQUEST, deflateSync(BOMB), packed('deflate')),
  posted('gzip-bombs/brotli', BAD_REQUEST, brotliCompressSync(BOMB.subarray(-2_000_000)), packed('br')),
  posted('gzip-bombs/unsaid', BAD_REQUEST, GZIPPED),
  got('unknown-hashes/get', NOT_FOUND, { documentId: `sha256:${UNKNOWN}` }, {}),
  posted('unknown-hashes/apollo', NOT_FOUND, JSON.stringify({ extensions: persisted(UNKNOWN) })),
  posted('unknown-hashes/short', BAD_REQUEST, JSON.stringify({ extensions: persisted('ab') })),
  posted('unknown-hashes/object', BAD_REQUEST, JSON.stringify({ extensions: persisted({ toString: 1 }) })),
  posted('unknown-hashes/version', BAD_REQUEST, JSON.stringify({ extensions: persisted(UNKNOWN, 2) })),
  got('unknown-hashes/proto', BAD_REQUEST, { documentId: '__proto__' }, {}),
  posted('unknown-hashes/long', BAD_REQUEST, JSON.stringify({ documentId: 'a'.repeat(90_000) })),
  posted(
    'mismatched-hashes/apollo',
    BAD_REQUEST,
    JSON.stringify({ query: '{ __typename }', extensions: persisted(UNKNOWN) }),
  ),
  got('mismatched-hashes/get', BAD_REQUEST, { query: '{ __typename }', documentId: `sha256:${UNKNOWN}` }),
  posted('mismatched-hashes/number', BAD_REQUEST, JSON.stringify({ query: 1, documentId: UNKNOWN })),
  posted('batches/two', BAD_REQUEST, `[${QUERY},${QUERY}]`),
  posted('batches/thousands', BAD_REQUEST, `[${Array(3_500).fill(QUERY).join()}]`),
  posted('batches/one', BAD_REQUEST, `[${QUERY}]`),
  posted('batches/none', BAD_REQUEST, '[]'),
  asked('subscriptions-over-post/plain', NOT_AS_STREAM, SUBSCRIBE),
  asked('subscriptions-over-post/parts', NOT_AS_STREAM, SUBSCRIBE, undefined, {
    accept: 'multipart/mixed;subscriptionSpec="1.0", application/json',
  }),
  asked(
    'subscriptions-over-post/two',
    INVALID,
    'subscription { a: figuresChanged { dataVersion } b: figuresChanged { dataVersion } }',
  ),
  asked(
    'subscriptions-over-post/many-aliases',
    TOO_MUCH,
    `subscription { figuresChanged { ${Array.from({ length: 61 }, (_, index) => `a${index}: dataVersion`).join(' ')} } }`,
    undefined,
    { accept: 'text/event-stream' },
  ),
  spoofed('addresses', {
    'x-forwarded-for': '127.0.0.1',
    forwarded: 'for=127.0.0.1;by=steward',
    'x-real-ip': '127.0.0.1',
    'true-client-ip': '127.0.0.1',
  }),
  spoofed('users', {
    'x-forwarded-user': 'steward',
    'x-user': 'steward',
    'x-role': 'STEWARD',
    'x-viewer-role': 'STEWARD',
    'remote-user': 'steward',
  }),
  spoofed('hosts', {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-prefix': '/evil',
  }),
  spoofed('methods', {
    'x-http-method-override': 'DELETE',
    'x-original-url': '/health/ready',
    'x-rewrite-url': '/',
  }),
  spoofed('certificates', {
    'x-ssl-client-verify': 'SUCCESS',
    'x-client-cert': 'steward',
    'x-amzn-oidc-data': 'a.b.c',
  }),
  spoofed('cookies', { cookie: 'viewer=STEWARD; authorization=Bearer steward; role=STEWARD' }),
  {
    id: 'spoofed-headers/host',
    expected: BAD_REQUEST,
    request: { kind: 'raw', bytes: last(QUERY).replace('localhost', '<script>'), answers: 1 },
  },
  {
    id: 'spoofed-headers/two-hosts',
    expected: BAD_REQUEST,
    request: { kind: 'raw', bytes: last(QUERY).replace('localhost', 'a\r\nHost: b'), answers: 1 },
  },
  {
    id: 'slow-headers/drip',
    expected: refusal(408, 'BAD_REQUEST'),
    request: { kind: 'slow', beginning: 'POST /graphql HTTP/1.1\r\nHost: localhost\r\n', drip: 'x: y\r\n' },
  },
  {
    id: 'slow-headers/silence',
    expected: refusal(408, 'BAD_REQUEST'),
    request: { kind: 'slow', beginning: 'POST /graphql HTTP/1.1\r\nHost', drip: '' },
  },
  {
    id: 'slow-bodies/drip',
    expected: refusal(408, 'BAD_REQUEST'),
    request: { kind: 'slow', beginning: message(' '.repeat(9_000)).slice(0, -8_990), drip: ' ' },
  },
  {
    id: 'slow-bodies/chunks',
    expected: refusal(408, 'BAD_REQUEST'),
    request: {
      kind: 'slow',
      beginning: `${message('').replace('Content-Length: 0', 'Transfer-Encoding: chunked')}1\r\n{\r\n`,
      drip: '1\r\n \r\n',
    },
  },
  {
    id: 'slow-bodies/silence',
    expected: refusal(408, 'BAD_REQUEST'),
    request: { kind: 'slow', beginning: message(QUERY).slice(0, -5), drip: '' },
  },
  {
    id: 'pipelining/refusals',
    expected: TOO_MUCH,
    request: { kind: 'raw', bytes: message(FLOOD).repeat(49) + last(FLOOD), answers: 50 },
  },
  {
    id: 'pipelining/two-lengths',
    expected: BAD_REQUEST,
    request: { kind: 'raw', bytes: message(QUERY, ['Transfer-Encoding: chunked']), answers: 1 },
  },
  {
    id: 'pipelining/smuggled',
    expected: BAD_REQUEST,
    request: {
      kind: 'raw',
      bytes: `${message('0\r\n\r\n', ['Content-Length: 3'])}GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      answers: 1,
    },
  },
  {
    id: 'nul/header',
    expected: BAD_REQUEST,
    request: { kind: 'raw', bytes: message(QUERY, ['X-A: \0']), answers: 1 },
  },
];

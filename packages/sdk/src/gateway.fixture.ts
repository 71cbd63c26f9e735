import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import documents from '../persisted-documents.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, unknown>>;
type LocaleArgs = { readonly locale?: string };

/** A gateway with a handful of records: the real contract, executed by graphql-js. */
export async function startGateway(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const schema = buildSchema(await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const server = createServer(async (request, response) => {
    const { query, variables } = await readQuestion(request);
    const locale = LOCALES[request.headers['accept-language'] ?? ''] ?? 'EN';
    const rootValue = recordsIn(locale);
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue });
    response.setHeader('content-type', 'application/graphql-response+json');
    response.setHeader('x-data-version', DATA_VERSION);
    const body = JSON.stringify(answer);
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    if (request.method === 'GET') response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, close };
}

/** Takes what is asked out of a body, or out of an address that names a curated operation. */
async function readQuestion(request: IncomingMessage): Promise<{ query: string; variables: Variables }> {
  if (request.method === 'POST') return (await json(request)) as { query: string; variables: Variables };
  const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const hash = searchParams.get('documentId')?.replace('sha256:', '') ?? '';
  const query = documents[hash as keyof typeof documents] ?? '';
  return { query, variables: JSON.parse(searchParams.get('variables') ?? '{}') };
}

const DATA_VERSION = 3;
const LOCALES: Readonly<Record<string, string>> = { 'sr-latn': 'SR_LATN', 'sr-cyrl': 'SR_CYRL' };
const CITIES_OF_RASINSKI = 'aleksandrovac brus cicevac krusevac trstenik varvarin'.split(' ');
const RASINSKI: Texts = { EN: 'Rasina District', SR_LATN: 'Rasinski okrug', SR_CYRL: 'Расински округ' };
const RASKI: Texts = { EN: 'Raška District', SR_LATN: 'Raški okrug', SR_CYRL: 'Рашки округ' };

function recordsIn(defaultLocale: string): object {
  const text = (texts: Texts) => (args: LocaleArgs) => texts[args.locale ?? defaultLocale] ?? texts.EN;
  const noviPazar = {
    __typename: 'City',
    code: 'novi-pazar',
    name: text({ EN: 'Novi Pazar', SR_LATN: 'Novi Pazar', SR_CYRL: 'Нови Пазар' }),
    district: { code: 'raski', iso3166: 'RS-18', name: text(RASKI) },
  };
  const project = {
    __typename: 'Project',
    code: 'reintegration-ii',
    title: text({ EN: 'Reintegration II' }),
  };
  const figure = (code: string, name: string, value: string, details: object = {}) => ({
    indicator: { code, name, unit: 'item', component: null },
    value,
    qualifier: 'EXACT',
    period: { start: '2023', end: '2023', isOpen: false, label: '2023' },
    place: project,
    sources: [{ code: 'results-2023', title: 'Results', language: 'en', publisher: 'The project' }],
    asOf: '2026-01-01T00:00:00.000Z',
    revision: 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    citation: `${name}: ${value}.`,
    ...details,
  });
  const participants = figure('good-neighbor-club-participants', 'Good Neighbor Club participants', '250', {
    qualifier: 'MORE_THAN',
    place: noviPazar,
    period: { isOpen: true, label: 'since the start of the project' },
  });
  return {
    dataVersion: DATA_VERSION,
    project: () => ({
      ...project,
      figures: ({ indicators }: { readonly indicators?: readonly string[] }) =>
        [
          figure('self-employment-grants', 'Self-employment grants', '42'),
          figure('workshops-held', 'Workshops held', '590'),
        ].filter(({ indicator }) => indicators?.includes(indicator.code) ?? true),
      sum: () => {
        throw new GraphQLError('The indicator is not additive at all.', {
          extensions: { code: 'NOT_ADDITIVE' },
        });
      },
    }),
    city: () => ({ ...noviPazar, figures: [participants] }),
    cities: ({ first, after }: { readonly first: number; readonly after?: string | null }) => {
      const start = after ? CITIES_OF_RASINSKI.indexOf(after) + 1 : 0;
      const codes = CITIES_OF_RASINSKI.slice(start, start + first);
      const pageInfo = { hasNextPage: start + first < CITIES_OF_RASINSKI.length, endCursor: codes.at(-1) };
      const district = { code: 'rasinski', name: text(RASINSKI) };
      const nodes = codes.map((code) => ({ id: code, code, name: code, district }));
      return { totalCount: CITIES_OF_RASINSKI.length, pageInfo, nodes };
    },
    organization: () => ({ name: 'Merhamet Sandžak' }),
  };
}

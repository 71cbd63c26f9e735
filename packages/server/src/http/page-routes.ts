import { createRequire } from 'node:module';
import { printContract, type Reader } from '@reintegration/schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localeOfRequest } from '../request/request-locale.ts';
import { sendExplorerFile } from './explorer-page.ts';
import { homeContentSecurityPolicy, renderHomePage } from './home-page.ts';

const { version } = createRequire(import.meta.url)('@reintegration/server/package.json') as {
  version: string;
};

const LANGUAGES = { en: 'EN', 'sr-Latn': 'SR_LATN', 'sr-Cyrl': 'SR_CYRL' } as const;

function localeOf(request: FastifyRequest) {
  const { lang } = request.query as { readonly lang?: unknown };
  const chosen =
    typeof lang === 'string' && Object.hasOwn(LANGUAGES, lang) ? (lang as keyof typeof LANGUAGES) : null;
  return chosen === null ? localeOfRequest(request) : LANGUAGES[chosen];
}

/** Adds what people open in a browser: the home page, the files of the explorer, and the contract. */
export function addPageRoutes(
  app: FastifyInstance,
  reader: Reader,
  { publicUrl, onlyPersisted }: { readonly publicUrl: string | null; readonly onlyPersisted: boolean },
): void {
  app.get('/', async (request, reply) => {
    const { readHomeFacts } = await import('./home-facts.ts');
    const facts = await readHomeFacts(reader, localeOf(request));
    const page = renderHomePage({
      ...facts,
      version,
      onlyPersisted,
      origin: publicUrl ?? `http://localhost:${request.socket.localPort}`,
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', homeContentSecurityPolicy)
      .header('vary', 'Accept-Language')
      .send(page);
  });

  let contract: string | undefined;
  app.get('/schema.graphql', async (_request, reply) => {
    contract ??= printContract();
    return reply.type('text/plain; charset=utf-8').send(contract);
  });

  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());

  app.get<{ Params: { '*': string } }>('/graphql/assets/*', (request, reply) =>
    sendExplorerFile(reply, request.params['*']),
  );
}

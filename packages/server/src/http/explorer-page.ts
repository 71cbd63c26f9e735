import { createRequire } from 'node:module';
import path from 'node:path';
import type { SendOptions } from '@fastify/send';
import type { FastifyReply } from 'fastify';

export interface ExplorerPage {
  /** Folder of the built page: `index.html` and, under hashed names that never change content, all that it loads. */
  readonly directory: string;
  readonly contentSecurityPolicy: string;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The editor positions text by style attributes and adds style elements; it knows neither nonces nor hashes.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the query explorer lies, and the policy under which it works. Its files expect to be at `/graphql/assets/`. */
export function explorerPage(): ExplorerPage {
  const manifest = createRequire(import.meta.url).resolve('@reintegration/server/package.json');
  return {
    directory: path.join(path.dirname(manifest), 'assets/graphiql'),
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
  };
}

/** Answers a browser that opens the GraphQL endpoint. */
export async function sendExplorer(reply: FastifyReply): Promise<FastifyReply> {
  reply.header('content-security-policy', explorerPage().contentSecurityPolicy).header('vary', 'Accept');
  return sendFile(reply, 'index.html', {});
}

/**
 * Sends one of the files that the page loads.
 *
 * @param name - its path in the folder
 */
export async function sendExplorerFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
  // The page itself has neither a hash in its name nor, from here, its content security policy.
  // A folder is no file: else it would be refused by a 403 in another shape.
  if (name === '' || /(?:\.html|\/)$/i.test(name)) return sendNothing(reply);
  // Their names hold a hash of what is in them.
  return sendFile(reply, name, { immutable: true, maxAge: '365d' });
}

async function sendFile(reply: FastifyReply, name: string, options: SendOptions): Promise<FastifyReply> {
  // Loaded when the first browser comes: most gateways answer programs only.
  const { default: send } = await import('@fastify/send');
  const root = explorerPage().directory;
  const sent = await send(reply.request.raw, encodeURI(name), { root, index: false, ...options });
  if (sent.type === 'file') return reply.code(sent.statusCode).headers(sent.headers).send(sent.stream);
  if (sent.type === 'error' && sent.statusCode !== 404) throw sent.metadata.error;
  return sendNothing(reply);
}

function sendNothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

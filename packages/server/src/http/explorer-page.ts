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

/** Names of files. The page is none of them: from there it would come without its content security policy. */
const FILE = /^[\w-][\w.-]*\.(?!html$)\w+$/i;
/** Names that hold a hash of what is in the file. */
const HASHED = /-[\dA-Z]{8}\.\w+$/;

/** Answers a browser that opens the GraphQL endpoint. */
export async function sendExplorer(reply: FastifyReply): Promise<FastifyReply> {
  reply.header('content-security-policy', explorerPage().contentSecurityPolicy).header('vary', 'Accept');
  return sendFile(reply, 'index.html', {});
}

/**
 * Sends one of the files that the page loads.
 *
 * @param name - its name in the folder, which has no folders in it
 */
export async function sendExplorerFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
  if (!FILE.test(name)) return sendNothing(reply);
  return sendFile(reply, name, HASHED.test(name) ? { immutable: true, maxAge: '365d' } : {});
}

async function sendFile(reply: FastifyReply, name: string, options: SendOptions): Promise<FastifyReply> {
  // Loaded when the first browser comes: most gateways answer programs only.
  const { default: send } = await import('@fastify/send');
  const root = explorerPage().directory;
  const sent = await send(reply.request.raw, name, { root, index: false, ...options });
  if (sent.type === 'file') return reply.code(sent.statusCode).headers(sent.headers).send(sent.stream);
  if (sent.type === 'error' && sent.statusCode !== 404) throw sent.metadata.error;
  return sendNothing(reply);
}

function sendNothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

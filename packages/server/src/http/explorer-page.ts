import { createRequire } from 'node:module';
import path from 'node:path';

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

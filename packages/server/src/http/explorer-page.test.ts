import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { explorerPage } from './explorer-page.ts';

test('the folder lies in the package, wherever the module was loaded from', () => {
  const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
  expect(explorerPage().directory).toBe(join(packageRoot, 'assets/graphiql'));
});

test('the policy lets no script in but the own files, and no request out but to the gateway', () => {
  const directives = explorerPage().contentSecurityPolicy.split('; ');
  expect(directives).toContain("default-src 'none'");
  expect(directives).toContain("script-src 'self'");
  expect(directives).toContain("worker-src 'self'");
  expect(directives).toContain("connect-src 'self'");
  expect(directives.join()).not.toMatch(/https?:|\*|unsafe-eval|blob:/);
});

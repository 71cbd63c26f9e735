import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localeOfRequest } from '../request/request-locale.ts';
import { readAsk } from './ask.ts';

const request = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  url: fc.constantFrom('/graphql?query={a}', '/graphql?query={b}', `/graphql?query=${'a'.repeat(3_000)}`),
  headers: fc.record(
    {
      'content-length': fc.constant('10'),
      accept: fc.constantFrom('*/*', 'application/json'),
      'content-type': fc.constantFrom('application/json', 'text/plain'),
      'accept-language': fc.constantFrom('en', 'sr', 'sr-Cyrl', 'sr-Cyrl;q=0.9'),
      'apollo-require-preflight': fc.constantFrom('', '1'),
    },
    { requiredKeys: ['content-length'] },
  ),
});

it('questions have the same key exactly when the same is asked, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      const keyOf = new Map<string, string>();
      for (const { method, url, headers } of requests) {
        const asked = JSON.stringify([
          method,
          url,
          headers.accept ?? '',
          headers['content-type'] ?? '',
          localeOfRequest({ headers }),
          Boolean(headers['apollo-require-preflight']),
        ]);
        const ask = readAsk({ method, url, headers });
        expect(ask?.locale).toBe(localeOfRequest({ headers }));
        expect(ask?.key).toBe(keyOf.get(asked) ?? ask?.key);
        keyOf.set(asked, ask?.key ?? '');
      }
      expect(new Set(keyOf.values()).size).toBe(keyOf.size);
    }),
    { numRuns: 1_000 },
  );
});

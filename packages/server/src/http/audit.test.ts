import { serverAudits } from 'graphql-http';
import { expect, it } from 'vitest';
import { useTestGateway } from '../../../../testing/gateway.ts';

it('x', async () => {
  const { url } = await useTestGateway();
  for (const a of serverAudits({ url: `${url}/graphql` })) { const r = await a.fn(); if (r.status !== 'ok') console.log(r.id, r.status, r.name, r.reason, r.response?.status); }
  expect(1).toBe(1);
});

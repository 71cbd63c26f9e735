import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildSchema, graphql } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../client.ts';
import { live } from '../live.ts';
import type { Operation } from '../operation.ts';
import type { LiveState } from './options.ts';
import { until } from './unhurried.fixture.ts';

const Version = '{ dataVersion }' as Operation<{ dataVersion: number }, Record<string, never>>;
const QUERY = 'type Query { dataVersion: Int! }';
const SUBSCRIPTION = 'type Subscription { figuresChanged: Change! } type Change { dataVersion: Int! }';

/** A gateway that speaks the protocol as its reference implementation does. */
async function startReference(contract: string) {
  const changes = new EventEmitter();
  let dataVersion = 1;
  const schema = buildSchema(contract);
  let listening = 0;
  const figuresChanged = () => {
    const heard = on(changes, 'change');
    listening += 1;
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        const { done } = await heard.next();
        return { done, value: { figuresChanged: { dataVersion } } };
      },
      return: () => {
        listening -= 1;
        return heard.return?.();
      },
    };
  };
  Object.assign(schema.getSubscriptionType()?.getFields().figuresChanged ?? {}, {
    subscribe: figuresChanged,
  });
  const stream = createHandler({ schema });
  const server = createServer(async (request, response) => {
    if (request.headers.accept === 'text/event-stream') return stream(request, response);
    const { query } = (await json(request)) as { query: string };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await graphql({ schema, source: query, rootValue: { dataVersion } })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    listening: () => listening,
    publish: () => {
      dataVersion += 1;
      changes.emit('change');
    },
  };
}

test('hears of changes from a gateway that speaks GraphQL over server-sent events', async () => {
  const gateway = await startReference(`${QUERY} ${SUBSCRIPTION}`);
  const seen = [];
  const states: LiveState[] = [];
  const onState = (state: LiveState) => states.push(state);
  for await (const { dataVersion } of live(createClient({ url: gateway.url }), Version, {}, { onState })) {
    seen.push(dataVersion);
    if (dataVersion === 3) break;
    await until(() => gateway.listening() === 1);
    gateway.publish();
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(states).toEqual(['streaming']);
  await until(() => gateway.listening() === 0);
});

test('polls one that has no such subscription', async () => {
  const gateway = await startReference(QUERY);
  const states: LiveState[] = [];
  const options = { intervalMs: 1, onState: (state: LiveState) => states.push(state) };
  for await (const { dataVersion } of live(createClient({ url: gateway.url }), Version, {}, options)) {
    if (dataVersion === 2) break;
    gateway.publish();
  }
  expect(states).toEqual(['polling']);
});

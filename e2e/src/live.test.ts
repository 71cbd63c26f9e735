import { createClient, type Fetch } from '@reintegration/sdk';
import { type LiveState, live } from '@reintegration/sdk/live';
import { ProjectFigures } from '@reintegration/sdk/operations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revise } from '../../testing/revise.ts';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';

let gateway: BuiltGateway;
beforeAll(async () => {
  gateway = await startBuiltGateway();
});
afterAll(() => gateway?.close());

const variables = { project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'] };

/** What is seen of a figure that is revised twice. */
async function watchRevisions(values: readonly number[], fetch?: Fetch, intervalMs?: number) {
  const { rows } = await gateway.database.pool.query(
    `SELECT measurement.key FROM measurement JOIN indicator ON indicator.id = indicator_id
     WHERE indicator.code = 'self-employment-grants' AND kind = 'ACTUAL'`,
  );
  const seen: (string | undefined)[] = [];
  const states: LiveState[] = [];
  const client = createClient({ url: gateway.url, fetch });
  const options = { intervalMs, onState: (state: LiveState) => states.push(state) };
  for await (const { project } of live(client, ProjectFigures, variables, options)) {
    seen.push(project?.figures[0]?.value);
    const value = values[seen.length - 1];
    if (value === undefined) break;
    await revise(gateway.database.pool, { key: rows[0].key, value });
  }
  return { seen, states };
}

test('what is published while it is looked at is told by the gateway, and seen', async () => {
  // It would take minutes to see it by asking.
  expect(await watchRevisions([57, 58])).toEqual({ seen: ['42', '57', '58'], states: ['streaming'] });
});

test('behind a proxy that refuses streams it is asked for, and seen', async () => {
  const proxied: Fetch = async (url, init) =>
    init.headers.accept === 'text/event-stream'
      ? new Response('', { status: 406 })
      : fetch(url, init as RequestInit);
  expect(await watchRevisions([59, 60], proxied, 20)).toEqual({
    seen: ['58', '59', '60'],
    states: ['polling'],
  });
});

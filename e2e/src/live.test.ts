import { createClient } from '@reintegration/sdk';
import { live } from '@reintegration/sdk/live';
import { ProjectFigures } from '@reintegration/sdk/operations';
import { expect, onTestFinished, test } from 'vitest';
import { revise } from '../../testing/revise.ts';
import { startBuiltGateway } from './gateway.ts';

test('a figure that is published while it is looked at is seen', async () => {
  const gateway = await startBuiltGateway();
  onTestFinished(() => gateway.close());
  const { rows } = await gateway.database.pool.query(
    `SELECT measurement.key FROM measurement JOIN indicator ON indicator.id = indicator_id
     WHERE indicator.code = 'self-employment-grants' AND kind = 'ACTUAL'`,
  );
  const variables = {
    project: 'reintegration-ii',
    during: '2023',
    indicators: ['self-employment-grants'],
  };
  const seen: (string | undefined)[] = [];
  const client = createClient({ url: gateway.url });
  for await (const { project } of live(client, ProjectFigures, variables, { intervalMs: 20 })) {
    seen.push(project?.figures[0]?.value);
    if (seen.length === 3) break;
    await revise(gateway.database.pool, { key: rows[0].key, value: 56 + seen.length });
  }
  expect(seen).toEqual(['42', '57', '58']);
}, 60_000);

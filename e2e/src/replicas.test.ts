import { type Client, createClient } from '@reintegration/sdk';
import { DataVersion, ProjectFigures } from '@reintegration/sdk/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { revise } from '../../testing/revise.ts';
import { type BuiltGateway, startGatewayOn } from './gateway.ts';
import { type ReverseProxy, startProxy } from './proxy.ts';

/** Milliseconds within which every replica must answer from the newest version. */
const BOUND_MS = 2_000;
const GRANTS = { project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'] };

let database: TestDatabase;
let replicas: Pick<BuiltGateway, 'url' | 'stop' | 'kill'>[];
let proxy: ReverseProxy;
beforeAll(async () => {
  database = await createTestDatabase('loaded');
  replicas = await Promise.all([1, 2, 3].map(() => startGatewayOn(database.url)));
  proxy = await startProxy(() => replicas.map(({ url }) => Number(new URL(url).port)));
}, 120_000);
afterAll(async () => {
  await proxy?.close();
  await Promise.all((replicas ?? []).map(({ stop }) => stop()));
  await database?.drop();
});

async function publish(value: number): Promise<void> {
  const { rows } = await database.pool.query<{ key: string }>(
    "SELECT key FROM measurement WHERE key LIKE '%self-employment-grants%' ORDER BY key LIMIT 1",
  );
  await revise(database.pool, { key: rows[0]?.key ?? '', value });
}

/** Asks without a pause until told to stop; tells what came, and what failed. */
function keepAsking(client: Client) {
  const answers: string[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  const asking = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      await client.run(ProjectFigures, GRANTS).then(
        ({ project }) => answers.push(project?.figures[0]?.value ?? ''),
        (error: unknown) => failures.push(error),
      );
    }
  });
  const stop = async () => {
    isOver = true;
    await Promise.all(asking);
    return { answers, failures };
  };
  return { answers, stop };
}

const until = async (isTrue: () => boolean) => {
  const deadline = Date.now() + 20_000;
  while (!isTrue() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isTrue()).toBe(true);
};

test('all readers agree, soon after each publication', async () => {
  const clients = replicas.map(({ url }) => createClient({ url }));
  for (let round = 1; round <= 10; round += 1) {
    await publish(100 + round);
    const publishedAt = performance.now();
    let versions: number[] = [];
    do {
      versions = await Promise.all(
        clients.map(async (client) => (await client.run(DataVersion)).dataVersion),
      );
      expect(Math.max(...versions)).toBeLessThanOrEqual(1 + round);
    } while (Math.min(...versions) < 1 + round && performance.now() - publishedAt < BOUND_MS);
    expect(versions).toEqual([1 + round, 1 + round, 1 + round]);
    const answers = await Promise.all(clients.map((client) => client.run(ProjectFigures, GRANTS)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]?.project?.figures[0]?.value).toBe(String(100 + round));
  }
});

test('a reader who goes from one to another is never shown the old after the new', async () => {
  const client = createClient({ url: proxy.url });
  let last = 0;
  for (let round = 0; round < 200; round += 1) {
    if (round % 20 === 0) await publish(200 + round);
    const { dataVersion } = await client.run(DataVersion);
    expect(dataVersion).toBeGreaterThanOrEqual(last);
    last = dataVersion;
  }
});

describe('no request is lost', () => {
  test('when one is killed: what was cut off is asked again', async () => {
    const asking = keepAsking(createClient({ url: proxy.url, retry: { baseDelayMs: 10 } }));
    await until(() => asking.answers.length > 100);
    const [victim, ...others] = replicas;
    await victim?.kill();
    const sofar = asking.answers.length;
    await until(() => asking.answers.length > sofar + 100);
    const { failures } = await asking.stop();
    expect(failures).toEqual([]);
    replicas = [...others, await startGatewayOn(database.url)];
  }, 60_000);

  test('when all are replaced in turn, even by a reader who never asks again', async () => {
    const asking = keepAsking(createClient({ url: proxy.url, retry: false }));
    for (let turn = 0; turn < 3; turn += 1) {
      const sofar = asking.answers.length;
      await until(() => asking.answers.length > sofar + 50);
      const [oldest, ...others] = replicas;
      replicas = [...others, await startGatewayOn(database.url)];
      await oldest?.stop();
    }
    const { answers, failures } = await asking.stop();
    expect(failures).toEqual([]);
    expect(answers.length).toBeGreaterThan(150);
  }, 60_000);
});

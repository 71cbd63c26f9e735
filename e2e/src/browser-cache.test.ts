import { expect, it, onTestFinished, vi } from 'vitest';
import manifest from '../../packages/server/documents/sdk.json' with { type: 'json' };
import { revise } from '../../testing/revise.ts';
import { startBrowser } from './browser.ts';
import { startBuiltGateway } from './gateway.ts';

it('a browser that has an answer is given the new one as soon as there is one', async () => {
  const [{ url, database, close }, browser] = await Promise.all([startBuiltGateway(), startBrowser()]);
  onTestFinished(async () => {
    await Promise.all([browser.close(), close()]);
  });
  const [hash] = Object.entries(manifest).find(([, text]) => text.includes('query DataVersion')) ?? [];
  const page = await browser.newPage();
  await page.goto(new URL('/health/live', url).href);
  const address = `${url}?documentId=sha256:${hash}&variables={}`;
  const ask = async (from: string) => {
    const { data } = await (await fetch(from)).json();
    return data.dataVersion as number;
  };
  expect(await page.evaluate(ask, address)).toBe(1);
  const { rows } = await database.pool.query('SELECT key FROM measurement ORDER BY key LIMIT 1');
  await revise(database.pool, { key: rows[0].key });
  await vi.waitFor(async () => expect(await ask(address)).toBe(2), { interval: 1 });
  expect(await page.evaluate(ask, address)).toBe(2);
}, 60_000);

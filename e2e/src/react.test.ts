import { createClient } from '@reintegration/sdk';
import { ProjectFigures } from '@reintegration/sdk/operations';
import { DataHubProvider } from '@reintegration/sdk/react';
import type { Page, Request } from 'playwright-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { revise } from '../../testing/revise.ts';
import { startBrowser } from './browser.ts';
import { startBuiltGateway } from './gateway.ts';
import { Figure } from './react-app/views.tsx';
import { type ReactPage, startReactPage } from './react-page.ts';
import { type Site, visit } from './visit.ts';

let site: Site;
let reactPage: ReactPage;
beforeAll(async () => {
  const [gateway, website, browser] = await Promise.all([
    startBuiltGateway(),
    startReactPage(),
    startBrowser(),
  ]);
  reactPage = website;
  const close = async () => {
    await Promise.all([browser.close(), website.close(), gateway.close()]);
  };
  site = { gateway, website, browser, close };
}, 120_000);
afterAll(() => site?.close());

/** Opens a view of the program, in strict mode, and notes what it asks of the gateway. */
async function open(view: string, gatewayUrl = site.gateway.url, prepare?: (page: Page) => Promise<unknown>) {
  const asked: Request[] = [];
  const address = `http://127.0.0.1:${site.website.port}/?view=${view}&gateway=${encodeURIComponent(gatewayUrl)}`;
  const visited = await visit(site, {
    address,
    prepare: async (page) => {
      page.on('request', (request) => {
        if (request.url().includes('documentId')) asked.push(request);
      });
      await prepare?.(page);
    },
  });
  const output = visited.page.locator('output');
  const press = (name: string) => visited.page.getByRole('button', { name }).click();
  return { ...visited, output, press, asked };
}

/** Never answers what the page asks. */
const silence = (page: Page) => page.route(/documentId/, () => undefined);

describe('a React program in strict mode', () => {
  test('shows a figure, asked once, and complains of nothing', async () => {
    const { page, output, asked, complaints } = await open('figure');
    await page.getByText('Loading…').or(output).waitFor();
    await output.getByText('42', { exact: true }).waitFor();
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('asks once for two components with the same question', async () => {
    const { output, asked } = await open('twice');
    await output.nth(1).getByText('42').waitFor();
    expect(await output.allTextContents()).toEqual(['42', '42']);
    expect(asked).toHaveLength(1);
  });

  test('shows that it waits, then the answer to other variables', async () => {
    const { page, output, press } = await open('changing');
    await output.getByText('42').waitFor();
    await silence(page);
    await press('Workshops');
    await output.getByText('pending').waitFor();
    await page.unroute(/documentId/);
    await page.reload();
    await output.getByText('42').waitFor();
    await press('Workshops');
    await output.getByText('590').waitFor();
  });

  test('keeps what it shows until other variables are answered, and says so', async () => {
    const { page, output, press } = await open('keeping');
    await output.getByText('42').waitFor();
    const held: (() => Promise<void>)[] = [];
    await page.route(/documentId/, (route) => void held.push(() => route.continue()));
    await press('Workshops');
    await page.locator('output[data-placeholder=true][aria-busy=true]').getByText('42').waitFor();
    await expect.poll(() => held.length).toBe(1);
    await held[0]?.();
    await page.locator('output[data-placeholder=false]').getByText('590').waitFor();
  });

  test('tells what failed, asks again when told to, and recovers', async () => {
    const { page, output, press, asked } = await open('failing');
    await page.getByRole('alert').getByText('BAD_USER_INPUT').waitFor();
    await press('Again');
    await expect.poll(() => asked.length).toBe(2);
    await press('Mend');
    await output.getByText('answered').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  test('does not ask before it is enabled', async () => {
    const { page, output, press, asked } = await open('waiting');
    await page.locator('output[aria-busy=false]').waitFor({ state: 'attached' });
    expect(asked).toHaveLength(0);
    await press('Ask');
    await output.getByText('42').waitFor();
  });

  test('aborts what nobody shows any more', async () => {
    const { page, press, asked } = await open('leaving', undefined, silence);
    await expect.poll(() => asked.length).toBe(2);
    const failed: (string | undefined)[] = [];
    page.on('requestfailed', (request) => failed.push(request.failure()?.errorText));
    await press('Leave');
    // Both questions, and the stream of changes.
    await expect.poll(() => failed).toEqual(Array(3).fill('net::ERR_ABORTED'));
  });

  test('shows what is published, by itself', async () => {
    const own = await startBuiltGateway();
    onTestFinished(() => own.close());
    const { page, output, complaints } = await open('live', own.url);
    await output.getByText('42').waitFor();
    await page.getByText(/^(polling|streaming)$/).waitFor();
    const { rows } = await own.database.pool.query(
      `SELECT measurement.key FROM measurement JOIN indicator ON indicator.id = indicator_id
       WHERE indicator.code = 'self-employment-grants' AND kind = 'ACTUAL'`,
    );
    await revise(own.database.pool, { key: rows[0].key, value: 57 });
    await output.getByText('57', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await own.stop();
    await page.getByText('waiting').waitFor();
    expect(await output.textContent()).toBe('57');
  }, 60_000);
});

describe('a page that a server has rendered', () => {
  const render = (client: ReturnType<typeof createClient>, props: Parameters<typeof Figure>[0]) =>
    renderToString(createElement(DataHubProvider, { client }, createElement(Figure, props)));

  test('says that it waits, without data', () => {
    expect(render(createClient({ url: site.gateway.url }), {})).toBe('<p>Loading…</p>');
  });

  test('shows the data that it was given, and goes on with it in the browser', async () => {
    const client = createClient({ url: site.gateway.url });
    const variables = { project: 'reintegration-ii', during: '2023', indicators: ['self-employment-grants'] };
    const initialData = await client.run(ProjectFigures, variables);
    const html = render(client, { initialData });
    expect(html).toBe('<output>42</output>');
    const escaped = JSON.stringify(initialData).replaceAll('&', '&amp;').replaceAll("'", '&#39;');
    reactPage.root = `<div id="root" data-answer='${escaped}'>${html}</div>`;
    onTestFinished(() => {
      reactPage.root = '<div id="root"></div>';
    });
    const { output, asked, complaints } = await open('', undefined);
    await expect.poll(() => asked.length).toBe(1);
    expect(await output.textContent()).toBe('42');
    expect(complaints).toEqual([]);
  });
});

import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revise } from '../../testing/revise.ts';
import { barriersOf, card, loaded, openSite, type Site, textOf, visit } from './visit.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('dashboard');
}, 180_000);
afterAll(() => site?.close());

/** Puts the address of a gateway into the page before its program runs, in place of the one that is written there. */
const withGateway = (url: string) => (page: Page) =>
  page.addInitScript((address) => {
    document.addEventListener('readystatechange', () =>
      document.getElementById('root')?.setAttribute('data-gateway', address),
    );
  }, url);

test('shows each figure with its qualifier, its place, its target and its source', async () => {
  const { page, complaints } = await visit(site, { prepare: withGateway(site.gateway.url) });
  await loaded(page);
  expect(await textOf(card(page, 'Self-employment grants'))).toContain('42 2023 · whole project');
  await card(page, 'Self-employment grants')
    .locator('small', { hasText: 'Self-employment grants' })
    .waitFor();
  expect(await textOf(card(page, 'Good Neighbor Club participants'))).toContain('more than 250');
  expect(await textOf(card(page, 'Beneficiaries employed by subsidy'))).toContain('of more than 40');
  expect(await textOf(card(page, 'Beneficiaries employed by subsidy'))).toContain(
    '22 since 2023 · Novi Pazar',
  );
  expect(complaints).toEqual([]);
  expect(await barriersOf(page)).toEqual([]);
});

test('follows what is published, without being loaded again', async () => {
  const { page } = await visit(site, { prepare: withGateway(site.gateway.url) });
  await page.getByRole('status').getByText('streaming').waitFor();
  const grants = card(page, 'Self-employment grants');
  const client = new pg.Client(site.gateway.database.url);
  await client.connect();
  const { rows } = await client.query<{ key: string }>(
    `SELECT measurement.key FROM measurement JOIN indicator ON indicator.id = indicator_id
     WHERE indicator.code = 'self-employment-grants' AND period_start = '2023'`,
  );
  await revise(client, { key: rows[0]?.key ?? '', value: 43 });
  await client.end();
  await grants.getByText('43', { exact: true }).waitFor();
});

test('says why when there is no gateway', async () => {
  const { page } = await visit(site, { prepare: withGateway('http://127.0.0.1:1025/graphql') });
  await page.getByRole('alert').getByText('http://127.0.0.1:1025/graphql cannot be reached').waitFor();
});

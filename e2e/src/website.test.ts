import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { revise } from '../../testing/revise.ts';
import { startBuiltGateway } from './gateway.ts';
import { addressOf, barriersOf, card, loaded, openSite, type Site, textOf, visit } from './visit.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site?.close());

/** What the page asks the gateway: an operation known by its hash has an address of its own. */
const isAsked = ({ origin, pathname }: URL) => origin + pathname === site.gateway.url;

/** Answers the page in the gateway's place. */
const answerWith = (data: object) => (page: Page) =>
  page.route(isAsked, (route) =>
    route.fulfill({ json: { data }, headers: { 'access-control-allow-origin': '*' } }),
  );

describe('figures', () => {
  test.each([
    ['Self-employment grants', '42', '2023 · Whole project'],
    ['Children and youth in workshops', '1,317', '2023 · Whole project'],
    ['Workshops held', '590', '2023 · Whole project'],
    ['Good Neighbor Club participants', 'more than 250', 'since the start of the project · Novi Pazar'],
    ['Beneficiaries employed by subsidy', '22', 'since 2023 · Novi Pazar'],
  ])('%s: %s', async (name, value, where) => {
    const { page } = await visit(site);
    await loaded(page);
    expect(await textOf(card(page, name).locator('.value'))).toBe(value);
    expect(await textOf(card(page, name).locator('.where'))).toBe(where);
  });

  test('are all there, each with its source and its state; nothing else is asked, nothing complains', async () => {
    const { page, complaints, hosts } = await visit(site);
    await loaded(page);
    expect(await page.getByRole('article').count()).toBe(15);
    for (const text of await page.locator('.origin').allTextContents()) {
      expect(text.trim()).toMatch(/^Source: .{10,}/);
      expect(text).toMatch(/As of \d{1,2} \w+ \d{4}, revision 1/);
    }
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toMatch(/^Reintegration II/);
    expect(await textOf(page.locator('#state'))).toContain('Data version 1');
    expect([...hosts].sort()).toEqual(
      [`127.0.0.1:${site.website.port}`, new URL(site.gateway.url).host].sort(),
    );
    expect(complaints).toEqual([]);
  });

  test('have a bar where a target is published, and only there', async () => {
    const { page } = await visit(site);
    await loaded(page);
    expect(await page.getByRole('progressbar').count()).toBe(1);
    const bar = page.getByRole('progressbar', { name: 'Target: more than 40, until April 2025' });
    expect(await bar.evaluate((element) => (element as HTMLProgressElement).value)).toBe(0.55);
    expect(await textOf(card(page, 'Beneficiaries employed by subsidy'))).toContain('55%');
  });

  test('can be cited by one press', async () => {
    const { page } = await visit(site, { permissions: ['clipboard-read', 'clipboard-write'] });
    await loaded(page);
    await card(page, 'Self-employment grants').getByRole('button', { name: 'Copy citation' }).press('Enter');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /Self-employment grants, 2023: 42\. Source: /,
    );
  });

  test('can be cited by hand where the browser does not copy', async () => {
    const forbid = () => Object.defineProperty(navigator, 'clipboard', { value: undefined });
    const { page } = await visit(site, { prepare: (fresh) => fresh.addInitScript(forbid) });
    await loaded(page);
    await card(page, 'Self-employment grants').getByRole('button').click();
    expect(await textOf(card(page, 'Self-employment grants').locator('.citation'))).toContain(': 42.');
  });
});

describe('languages', () => {
  test('switches to Cyrillic and back, with the address, the title and the language of the page', async () => {
    const { page, complaints } = await visit(site);
    await loaded(page);
    await page.getByRole('button', { name: 'Српски' }).click();
    await card(page, 'Грантови за самозапошљавање').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sr-Cyrl');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('sr-Cyrl');
    expect(await page.title()).toMatch(/^Актуелни подаци – Реинтеграција II/);
    expect(await textOf(card(page, 'Деца и млади на радионицама').locator('.value'))).toBe('1.317');
    expect(await page.getByRole('button', { name: 'Српски' }).getAttribute('aria-pressed')).toBe('true');
    const serbian = (await page.locator('h2, h3, .where, .copy, .eyebrow, .lead').allTextContents()).join(
      '\n',
    );
    expect(serbian.replaceAll('Good Neighbor Club', '')).not.toMatch(/[a-z]/i);

    await page.getByRole('button', { name: 'English' }).click();
    await card(page, 'Self-employment grants').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(complaints).toEqual([]);
  });

  test('speaks the reader’s, when the address names none', async () => {
    const address = addressOf(site).replace('lang=en&', '');
    const { page } = await visit(site, { address, locale: 'sr-Latn-RS' });
    await card(page, 'Grantovi za samozapošljavanje').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sr-Latn');
  });

  test('titles of sources keep their own', async () => {
    const { page } = await visit(site, { address: addressOf(site, undefined, 'sr-Cyrl') });
    await loaded(page);
    expect(await page.locator('.origin cite, .origin a').first().getAttribute('lang')).toBe('en');
  });
});

describe('new figures', () => {
  test('appear by themselves, and keep the place of the reader', async () => {
    const own = await startBuiltGateway();
    onTestFinished(() => own.close());
    const { page, complaints } = await visit(site, {
      address: addressOf(site, own.url),
      prepare: (fresh) => fresh.clock.install(),
    });
    await loaded(page);
    await card(page, 'Self-employment grants').getByRole('button').focus();
    const { rows } = await own.database.pool.query(
      `SELECT measurement.key FROM measurement JOIN indicator ON indicator.id = indicator_id
       WHERE indicator.code = 'self-employment-grants' AND kind = 'ACTUAL'`,
    );
    await revise(own.database.pool, { key: rows[0].key, value: 57 });
    await card(page, 'Self-employment grants').getByText('57', { exact: true }).waitFor();
    expect(await textOf(card(page, 'Self-employment grants').locator('.origin'))).toContain('revision 2');
    expect(await page.locator('.changed').count()).toBe(1);
    expect(await textOf(page.getByRole('status'))).toBe('The figures were updated.');
    expect(await page.evaluate(() => document.activeElement?.closest('article')?.textContent)).toContain(
      '57',
    );

    await own.stop();
    await page.clock.runFor(34_000);
    await page.locator('#notice').getByText('No connection at the moment.').waitFor();
    expect(await textOf(page.getByRole('status'))).toContain('No connection');
    expect(await page.getByRole('article').count()).toBe(15);
    expect(complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  }, 60_000);
});

describe('when there is nothing to show', () => {
  test('says that the gateway is down, why, and tries again', async () => {
    const { page } = await visit(site, {
      prepare: (fresh) => fresh.route(isAsked, (route) => route.abort()),
    });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await textOf(alert)).toContain('The figures cannot be loaded at the moment.');
    await alert.getByText('Technical details').click();
    expect(await textOf(alert)).toContain(`${site.gateway.url} cannot be reached`);
    await page.unroute(isAsked);
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await loaded(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('figures');
  });

  test('says so in the language of the page', async () => {
    const { page } = await visit(site, {
      address: addressOf(site, 'http://127.0.0.1:1025/graphql', 'sr-Cyrl'),
    });
    await page.getByText('Подаци тренутно не могу да се учитају.').waitFor();
  });

  test('says that it waits', async () => {
    const { page } = await visit(site, {
      prepare: (fresh) => fresh.route(isAsked, () => undefined),
    });
    await page.getByText('Loading the figures…').waitFor();
    expect(await page.locator('#content').getAttribute('aria-busy')).toBe('true');
  });

  test.each([
    ['no figures', { code: 'p', title: 'A new project', startsOn: null, endsOn: null, figures: [] }],
    ['no such project', null],
  ])('says that nothing is published: %s', async (_name, project) => {
    const { page } = await visit(site, { prepare: answerWith({ project, dataVersion: 1 }) });
    await page.getByText('No figures are published yet.').waitFor();
  });
});

describe('safety', () => {
  test('text of the gateway is never markup', async () => {
    const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
    const figure = {
      indicator: { code: 'i', name: hostile, unit: hostile, component: { code: 'X', name: hostile } },
      period: { start: null, end: null, isOpen: true, label: hostile },
      place: { __typename: 'City', code: 'c', name: hostile },
      target: null,
      progress: null,
      value: '1',
      qualifier: hostile,
      note: hostile,
      sources: [
        { code: 's', title: hostile, language: 'en', publisher: hostile, url: 'javascript:document.title=2' },
      ],
      asOf: '2026-01-01T00:00:00.000Z',
      revision: 1,
      recordedAt: '2026-01-01T00:00:00.000Z',
      citation: hostile,
    };
    const project = { code: 'p', title: hostile, startsOn: null, endsOn: null, figures: [figure] };
    const { page } = await visit(site, { prepare: answerWith({ project, dataVersion: 1 }) });
    await loaded(page);
    expect(await page.locator('img, main b').count()).toBe(0);
    expect(await textOf(page.locator('main'))).toContain(hostile);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  });

  test('a link cannot bring another gateway, but on the developer’s own machine', async () => {
    const address = `http://project.example:${site.website.port}/results/?gateway=${encodeURIComponent('http://evil.example/graphql')}`;
    const { page, hosts } = await visit(site, { address });
    await page.getByRole('alert').waitFor();
    expect([...hosts].sort()).toEqual(['localhost:4000', `project.example:${site.website.port}`]);
  });
});

describe('for everybody', () => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 320 },
  ] as const)('meets WCAG 2.2 AA and fits: $colorScheme, $width', async ({ colorScheme, width }) => {
    const { page } = await visit(site, {
      colorScheme,
      viewport: { width, height: 844 },
      reducedMotion: 'reduce',
    });
    await loaded(page);
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test.each(['light', 'dark'] as const)('so does the page when it has failed: %s', async (colorScheme) => {
    const { page } = await visit(site, {
      colorScheme,
      address: addressOf(site, 'http://127.0.0.1:1025/graphql'),
    });
    await page.getByRole('alert').getByText('Technical details').click();
    expect(await barriersOf(page)).toEqual([]);
  });

  test('works by keyboard alone', async () => {
    const { page } = await visit(site);
    await loaded(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the figures');
    for (const name of ['English', 'Srpski', 'Српски']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await card(page, 'Grantovi za samozapošljavanje').waitFor();
    expect(await focused()).toBe('Srpski');
  });

  test('keeps still where motion is not wanted', async () => {
    const { page } = await visit(site, { reducedMotion: 'reduce' });
    await loaded(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startBrowser } from './browser.ts';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';
import { startWebsite, type Website } from './website.ts';

/** The example page with its gateway, and a browser to see it in. */
export type Site = {
  readonly gateway: BuiltGateway;
  readonly website: Website;
  readonly browser: Browser;
  close(): Promise<void>;
};

/** Starts all three for a file of tests. */
export async function openSite(example?: string): Promise<Site> {
  const [gateway, website, browser] = await Promise.all([
    startBuiltGateway(),
    startWebsite(example),
    startBrowser(),
  ]);
  const close = async () => {
    await Promise.all([browser.close(), website.close(), gateway.close()]);
  };
  return { gateway, website, browser, close };
}

/** A page that was opened, with what it did. */
export type Visit = {
  readonly page: Page;
  /** What the page complained of. */
  readonly complaints: readonly string[];
  /** Hosts that it asked. */
  readonly hosts: ReadonlySet<string>;
};

/** How a page is opened. */
export type VisitOptions = BrowserContextOptions & {
  readonly address?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
};

/** The address of the page, in a language, with a gateway. */
export function addressOf(site: Site, gatewayUrl = site.gateway.url, lang = 'en'): string {
  return `http://127.0.0.1:${site.website.port}/results/?lang=${lang}&gateway=${encodeURIComponent(gatewayUrl)}`;
}

/** Opens the page for the running test. */
export async function visit(site: Site, { address, prepare, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await prepare?.(page);
  await page.goto(address ?? addressOf(site));
  return { page, complaints, hosts };
}

/** Waits for the figures. */
export function loaded(page: Page): Promise<void> {
  return page.getByRole('article').first().waitFor();
}

/** The card of a figure, by the name of its indicator. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

/** What is written there, on one line. */
export async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people from using the page, by the rules of WCAG 2.2 AA. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
    type Axe = { run(options: object): Promise<{ readonly violations: readonly Violation[] }> };
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

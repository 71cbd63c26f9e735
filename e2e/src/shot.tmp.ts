import { startBrowser, startWebsite } from './website.ts';
const site = await startWebsite();
const browser = await startBrowser();
console.log(browser.version());
const gateway = process.argv[2] ?? 'http://127.0.0.1:4010/graphql';
for (const [name, viewport] of [['wide', { width: 1280, height: 900 }], ['narrow', { width: 390, height: 844 }]] as const)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1, locale: 'en-GB' });
    page.on('console', (m) => console.log(m.text()));
    page.on('pageerror', (m) => console.log(m));
    await page.goto(`http://127.0.0.1:${site.port}/results/?lang=en&gateway=${gateway}`);
    await page.waitForSelector('article');
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/sdkshots/${name}-${colorScheme}.png` });
    await page.screenshot({ path: `/tmp/sdkshots/${name}-${colorScheme}-full.png`, fullPage: true });
    await page.getByRole('button', { name: 'Српски' }).click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/sdkshots/${name}-${colorScheme}-cyr.png` });
    const down = await browser.newPage({ viewport, colorScheme, locale: 'en-GB' });
    await down.goto(`http://127.0.0.1:${site.port}/results/?lang=en&gateway=http://127.0.0.1:1025/graphql`);
    await down.waitForSelector('[role=alert]');
    await down.screenshot({ path: `/tmp/sdkshots/${name}-${colorScheme}-down.png` });
    const wait = await browser.newPage({ viewport, colorScheme, locale: 'en-GB' });
    await wait.route((url) => url.port === '1026', () => undefined);
    await wait.goto(`http://127.0.0.1:${site.port}/results/?lang=en&gateway=http://127.0.0.1:1026/graphql`);
    await wait.waitForTimeout(700);
    await wait.screenshot({ path: `/tmp/sdkshots/${name}-${colorScheme}-loading.png` });
  }
await browser.close();
await site.close();

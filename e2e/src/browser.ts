import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };
import { succeed } from './run.ts';

/** The Chromium that comes with the packages. */
export const chromiumVersion = manifest.devDependencies['@sparticuz/chromium'];

const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
const unpack = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();`;

/** Starts a real Chromium. It finds every name on this machine. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackBrowser(),
    // Not the package's own flags: one of them ends the browser with its first page.
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * 127.0.0.1'],
    headless: true,
  });
}

/**
 * The package unpacks into the folder for temporary files, and takes whatever browser it finds there: of another
 * version, or one that another test is still unpacking. So each version gets a folder, and gets it whole.
 */
async function unpackBrowser(): Promise<string> {
  const folder = path.join(cache, `chromium-${chromiumVersion}`);
  const file = path.join(folder, 'chromium');
  const isThere = () =>
    access(file).then(
      () => true,
      () => false,
    );
  if (await isThere()) return file;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(path.join(cache, 'unpacking-'));
  try {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    await succeed(process.execPath, ['--input-type=module', '--eval', unpack], { cwd, env: { TMPDIR: own } });
    await rename(own, folder);
  } catch (error) {
    // Another test may have been faster.
    if (!(await isThere())) throw error;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return file;
}

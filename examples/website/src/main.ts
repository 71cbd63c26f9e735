import { type Client, createClient, isApiError, type Locale } from '@reintegration/sdk';
import { DataVersion, ProjectFigures, type ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { copyCitation } from './copy.ts';
import { announce, showConnection, showFailure, showFigures, showLanguage, showLoading } from './page.ts';
import { firstLocale, gatewayUrl, projectCode, rememberLocale } from './settings.ts';
import { TEXTS } from './texts.ts';

const POLL_MS = 30_000;

let locale = firstLocale();
let shown: ProjectFiguresQuery | null = null;
let lastCheck: Date | null = null;
let current = new AbortController();

showLanguage(locale);
showLoading(locale);
const client = connect();

function connect(): Client {
  try {
    return createClient({ url: gatewayUrl(), timeoutMs: 10_000 });
  } catch (error) {
    fail(error);
    throw error;
  }
}

/** Asks for the figures anew; what was asked before is of no more use. */
async function load(): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  try {
    const answer = await client.run(ProjectFigures, { project: projectCode() }, { locale, signal });
    const isUpdate = shown !== null && shown.dataVersion !== answer.dataVersion;
    showFigures(answer, shown, locale);
    shown = answer;
    markChecked();
    if (isUpdate) announce(TEXTS[locale].updated);
  } catch (error) {
    if (!isApiError(error, 'ABORTED')) fail(error);
  }
}

/** Asks for the figures only when they changed. */
async function poll(): Promise<void> {
  if (document.hidden) return;
  try {
    const { dataVersion } = await client.run(DataVersion);
    if (dataVersion === shown?.dataVersion) markChecked();
    else await load();
  } catch (error) {
    fail(error);
  }
}

/** What is shown is what the gateway has. */
function markChecked(): void {
  lastCheck = new Date();
  showConnection(null, locale);
}

/** Figures that were loaded stay: they are older, not wrong. */
function fail(error: unknown): void {
  if (!isApiError(error)) throw error;
  if (shown === null) showFailure(error.message, locale);
  else announce(showConnection(lastCheck, locale));
}

async function speak(wanted: Locale): Promise<void> {
  locale = wanted;
  rememberLocale(locale);
  showLanguage(locale);
  await load();
}

async function retry(): Promise<void> {
  // The button goes away, and with it the place of whoever moves by keyboard.
  document.getElementById('figures')?.focus();
  showLoading(locale);
  await load();
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button?.dataset.locale) void speak(button.dataset.locale as Locale);
  if (button?.dataset.action === 'copy') void copyCitation(button, TEXTS[locale]).then(announce);
  if (button?.dataset.action === 'retry') void retry();
});
document.addEventListener('visibilitychange', () => void poll());
setInterval(() => void poll(), POLL_MS);
void load();

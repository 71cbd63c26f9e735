import { createClient, isApiError, type Locale } from '@reintegration/sdk';
import { DataVersion, ProjectFigures, type ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { copyCitation } from './copy.ts';
import { announce, showConnection, showFailure, showFigures, showLanguage, showLoading } from './page.ts';
import { firstLocale, gatewayUrl, projectCode, rememberLocale } from './settings.ts';
import { TEXTS } from './texts.ts';

const POLL_MS = 30_000;

const client = createClient({ url: gatewayUrl(), timeoutMs: 10_000 });
let locale = firstLocale();
let shown: ProjectFiguresQuery | null = null;
let lastCheck: Date | null = null;
let current = new AbortController();

/** Asks for the figures anew; what was asked before is of no more use. */
async function load(): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  const asked = locale;
  try {
    const answer = await client.run(ProjectFigures, { project: projectCode() }, { locale: asked, signal });
    showFigures(answer, shown, asked);
    checked(answer);
  } catch (error) {
    if (isApiError(error, 'ABORTED')) return;
    fail(error);
  }
}

function checked(answer: ProjectFiguresQuery | null): void {
  shown = answer;
  lastCheck = new Date();
  showConnection(null, locale);
}

/** Figures that were loaded stay: they are older, not wrong. */
function fail(error: unknown): void {
  if (!isApiError(error)) throw error;
  if (shown === null) showFailure(error.message, locale);
  else showConnection(lastCheck, locale);
}

async function poll(): Promise<void> {
  if (document.hidden) return;
  if (shown === null) return load();
  try {
    const { dataVersion } = await client.run(DataVersion);
    if (dataVersion === shown?.dataVersion) return checked(shown);
    await load();
    announce(TEXTS[locale].updated);
  } catch (error) {
    fail(error);
  }
}

async function speak(wanted: Locale): Promise<void> {
  locale = wanted;
  rememberLocale(locale);
  showLanguage(locale);
  await load();
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button?.dataset['locale']) void speak(button.dataset['locale'] as Locale);
  if (button?.dataset['action'] === 'copy') void copyCitation(button, TEXTS[locale]).then(announce);
  if (button?.dataset['action'] === 'retry') {
    showLoading(locale);
    void load();
  }
});
document.addEventListener('visibilitychange', () => void poll());
setInterval(() => void poll(), POLL_MS);

showLanguage(locale);
showLoading(locale);
void load();

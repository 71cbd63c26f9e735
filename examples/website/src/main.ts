import { type ApiError, type Client, createClient, isApiError, type Locale } from '@reintegration/sdk';
import { type LiveState, live } from '@reintegration/sdk/live';
import { ProjectFigures, type ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { copyCitation } from './copy.ts';
import { announce, showConnection, showFailure, showFigures, showLanguage, showLoading } from './page.ts';
import { firstLocale, gatewayUrl, projectCode, rememberLocale } from './settings.ts';
import { TEXTS } from './texts.ts';

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

/** Shows the figures, and each change of them; what was asked before is of no more use. */
async function follow(): Promise<void> {
  current.abort();
  current = new AbortController();
  const options = {
    locale,
    signal: current.signal,
    onAnswer: markChecked,
    onState: (_state: LiveState, error?: ApiError) => error && fail(error),
  };
  try {
    for await (const answer of live(client, ProjectFigures, { project: projectCode() }, options)) {
      const isUpdate = shown !== null && shown.dataVersion !== answer.dataVersion;
      showFigures(answer, shown, options.locale);
      shown = answer;
      if (isUpdate) announce(TEXTS[options.locale].updated);
    }
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
  await follow();
}

async function retry(): Promise<void> {
  // The button goes away, and with it the place of whoever moves by keyboard.
  document.getElementById('figures')?.focus();
  showLoading(locale);
  await follow();
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button?.dataset.locale) void speak(button.dataset.locale as Locale);
  if (button?.dataset.action === 'copy') void copyCitation(button, TEXTS[locale]).then(announce);
  if (button?.dataset.action === 'retry') void retry();
});
void follow();

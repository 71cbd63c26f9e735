import type { Locale } from '@reintegration/sdk';
import type { FigureFields, ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { keyOf, renderFigure } from './figure-card.ts';
import { formatInstant } from './format.ts';
import { cloneTemplate, slot, translate } from './template.ts';
import { LANGUAGE_TAGS, TEXTS } from './texts.ts';

const part = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

export function showLanguage(locale: Locale): void {
  document.documentElement.lang = LANGUAGE_TAGS[locale];
  translate(document, TEXTS[locale]);
  document.title = `${TEXTS[locale].eyebrow} – ${part('title').textContent}`;
  for (const button of document.querySelectorAll<HTMLElement>('[data-locale]')) {
    button.setAttribute('aria-pressed', String(button.dataset.locale === locale));
  }
}

export function showLoading(locale: Locale): void {
  show('true', locale, cloneTemplate('loading', TEXTS[locale]));
}

export function showFailure(reason: string, locale: Locale): void {
  const panel = cloneTemplate('failure', TEXTS[locale]);
  slot(panel, 'reason').textContent = reason;
  show('false', locale, panel);
}

/** @param previous - what was shown before, to mark what changed; null when nothing was */
export function showFigures(
  answer: ProjectFiguresQuery,
  previous: ProjectFiguresQuery | null,
  locale: Locale,
): void {
  const { project } = answer;
  const texts = TEXTS[locale];
  if (project !== null) showTitle(project.title, locale);
  showState(answer, locale);
  const focused = (document.activeElement?.closest('[data-key]') as HTMLElement | null)?.dataset.key;
  const figures = project?.figures ?? [];
  if (figures.length === 0) show('false', locale, cloneTemplate('empty', texts));
  else show('false', locale, ...groups(figures, locale));
  markChanges(figures, previous?.project?.figures);
  cardOf(focused)?.querySelector('button')?.focus({ preventScroll: true });
}

/** @returns what it says now; nothing when there is a connection */
export function showConnection(lastCheck: Date | null, locale: Locale): string {
  const text = lastCheck === null ? '' : `${TEXTS[locale].stale} ${formatInstant(lastCheck, locale)}.`;
  part('notice').hidden = text === '';
  part('notice').textContent = text;
  return text;
}

export function announce(text: string): void {
  part('announcement').textContent = text;
}

/** The figures' language is that of the answer, which may lag behind the page's. */
function show(busy: 'true' | 'false', locale: Locale, ...nodes: Node[]): void {
  const content = part('content');
  content.setAttribute('aria-busy', busy);
  content.lang = LANGUAGE_TAGS[locale];
  content.replaceChildren(...nodes);
}

function showState({ project, dataVersion }: ProjectFiguresQuery, locale: Locale): void {
  const texts = TEXTS[locale];
  const [figure] = project?.figures ?? [];
  const version = `${texts.dataVersion} ${dataVersion}`;
  part('state').textContent = figure
    ? `${texts.asOf} ${formatInstant(figure.asOf, locale)} · ${version}`
    : version;
}

function showTitle(text: string, locale: Locale): void {
  const title = part('title');
  // From now on the gateway says what stands here.
  delete title.dataset.text;
  // A dash never begins a line.
  title.textContent = text.replaceAll(' – ', '\u00A0– ');
  title.lang = LANGUAGE_TAGS[locale];
  document.title = `${TEXTS[locale].eyebrow} – ${text}`;
}

function groups(figures: readonly FigureFields[], locale: Locale): Node[] {
  const texts = TEXTS[locale];
  const byComponent = new Map<string, FigureFields[]>();
  for (const figure of figures) {
    const component = figure.indicator.component?.name ?? texts.severalComponents;
    byComponent.set(component, [...(byComponent.get(component) ?? []), figure]);
  }
  return [...byComponent].map(([component, members], index) => {
    const section = cloneTemplate('group', texts).firstElementChild as HTMLElement;
    const heading = slot(section, 'component');
    heading.textContent = component;
    heading.id = `component-${index}`;
    section.setAttribute('aria-labelledby', heading.id);
    slot(section, 'cards').append(...members.map((figure) => renderFigure(figure, locale)));
    return section;
  });
}

function markChanges(figures: readonly FigureFields[], previous: readonly FigureFields[] | undefined): void {
  if (previous === undefined) return;
  const known = new Set(previous.map((figure) => `${keyOf(figure)} ${figure.revision}`));
  const changed = figures.filter((figure) => !known.has(`${keyOf(figure)} ${figure.revision}`));
  for (const figure of changed) cardOf(keyOf(figure))?.classList.add('changed');
}

function cardOf(key: string | undefined): HTMLElement | null {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-key]')];
  return cards.find((card) => card.dataset.key === key) ?? null;
}

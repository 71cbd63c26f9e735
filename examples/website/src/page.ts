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
    button.ariaPressed = String(button.dataset['locale'] === locale);
  }
}

export function showLoading(locale: Locale): void {
  part('content').ariaBusy = 'true';
  part('content').replaceChildren(cloneTemplate('loading', TEXTS[locale]));
}

export function showFailure(reason: string, locale: Locale): void {
  const panel = cloneTemplate('failure', TEXTS[locale]);
  slot(panel, 'reason').textContent = reason;
  show(panel);
}

/** @param previous - what was shown before, to mark what changed; null when nothing was */
export function showFigures(
  answer: ProjectFiguresQuery,
  previous: ProjectFiguresQuery | null,
  locale: Locale,
): void {
  const { project, dataVersion } = answer;
  const texts = TEXTS[locale];
  if (project !== null) {
    part('title').textContent = project.title;
    document.title = `${texts.eyebrow} – ${project.title}`;
  }
  part('state').textContent = `${texts.dataVersion} ${dataVersion}`;
  const focused = (document.activeElement?.closest('[data-key]') as HTMLElement | null)?.dataset['key'];
  const figures = project?.figures ?? [];
  if (figures.length === 0) show(cloneTemplate('empty', texts));
  else show(...groups(figures, locale));
  markChanges(figures, previous?.project?.figures);
  cardOf(focused)?.querySelector('button')?.focus({ preventScroll: true });
}

export function showConnection(lastCheck: Date | null, locale: Locale): void {
  const notice = part('notice');
  notice.hidden = lastCheck === null;
  notice.textContent =
    lastCheck === null ? '' : `${TEXTS[locale].stale} ${formatInstant(lastCheck, locale)}.`;
}

export function announce(text: string): void {
  part('announcement').textContent = text;
}

function show(...nodes: Node[]): void {
  part('content').ariaBusy = 'false';
  part('content').replaceChildren(...nodes);
}

function groups(figures: readonly FigureFields[], locale: Locale): Node[] {
  const texts = TEXTS[locale];
  const byComponent = Map.groupBy(
    figures,
    ({ indicator }) => indicator.component?.name ?? texts.severalComponents,
  );
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
  return cards.find((card) => card.dataset['key'] === key) ?? null;
}

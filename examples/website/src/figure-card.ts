import type { Locale } from '@reintegration/sdk';
import type { FigureFields } from '@reintegration/sdk/operations';
import { formatDay, formatShare, formatValue } from './format.ts';
import { cloneTemplate, slot } from './template.ts';
import { TEXTS, type Texts } from './texts.ts';

/** What makes a figure the same one after an update. */
export function keyOf({ indicator, place, period }: FigureFields): string {
  return [indicator.code, place.code, period.start, period.end].join(' ');
}

/** One figure with all that is needed to read it rightly. */
export function renderFigure(figure: FigureFields, locale: Locale): HTMLElement {
  const texts = TEXTS[locale];
  const card = cloneTemplate('figure', texts).firstElementChild as HTMLElement;
  card.dataset.key = keyOf(figure);
  const { indicator, period, place } = figure;
  slot(card, 'name').textContent = indicator.name;
  slot(card, 'qualifier').textContent = qualifierText(figure.qualifier, texts);
  slot(card, 'value').textContent = formatValue(figure.value, locale);
  slot(card, 'period').textContent = period.label;
  slot(card, 'place').textContent = place.__typename === 'Project' ? texts.wholeProject : place.name;
  fillTarget(card, figure, locale);
  fillOrRemove(slot(card, 'note'), figure.note);
  slot(card, 'sources').append(`${texts.source}: `, ...sourceNodes(figure));
  slot(card, 'asOf').textContent =
    `${texts.asOf} ${formatDay(figure.asOf, locale)}, ${texts.revision} ${figure.revision}`;
  slot(card, 'citation').textContent = figure.citation;
  return card;
}

function fillTarget(card: HTMLElement, { target, progress }: FigureFields, locale: Locale): void {
  if (target === null) {
    slot(card, 'target').remove();
    return;
  }
  const texts = TEXTS[locale];
  const value = `${qualifierText(target.qualifier, texts)} ${formatValue(target.value, locale)}`.trim();
  slot(card, 'targetText').textContent = `${texts.target}: ${value}`;
  slot(card, 'targetPeriod').textContent = target.period.label;
  slot(card, 'share').textContent = progress === null ? '' : formatShare(progress, locale);
  const bar = slot(card, 'progress') as HTMLProgressElement;
  if (progress === null) bar.remove();
  bar.value = Number(progress);
  bar.setAttribute('aria-label', `${texts.target}: ${value}, ${target.period.label}`);
}

function fillOrRemove(element: HTMLElement, text: string | null): void {
  if (text === null) element.remove();
  else element.textContent = text;
}

/** A title stays in the language of its document, which a screen reader must know. */
function sourceNodes({ sources }: FigureFields): (Node | string)[] {
  return sources.flatMap(({ title, language, url }, index) => {
    // Only an address on the web becomes a link: "javascript:" is one too.
    const isLink = url !== null && /^https?:\/\//.test(url);
    const element = document.createElement(isLink ? 'a' : 'cite');
    if (isLink) element.setAttribute('href', url);
    element.lang = language;
    element.textContent = title;
    return index === 0 ? [element] : ['; ', element];
  });
}

function qualifierText(qualifier: string, { qualifiers }: Texts): string {
  // One that this page does not know is shown as it is: a value without it would be wrong.
  return qualifiers[qualifier] ?? qualifier;
}

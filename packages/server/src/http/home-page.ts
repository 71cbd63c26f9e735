import { createHash } from 'node:crypto';
import { html, type Markup, verbatim } from './home-page-markup.ts';
import { homePageStyle } from './home-page-style.ts';
import { type HomeLocale, type HomeTexts, homeTexts } from './home-page-texts.ts';

export interface HomeFacts {
  readonly locale: HomeLocale;
  readonly projects: number;
  readonly figures: number;
  readonly sources: number;
  readonly indicators: number;
  readonly cities: number;
  readonly dataVersion: number;
  /** Instant (ISO 8601) of the last published change; null while nothing is published. */
  readonly publishedAt: string | null;
  /** Version of the software. */
  readonly version: string;
  readonly figureHighlights: readonly FigureHighlight[];
  /** Scheme and host under which readers reach the gateway, for the examples. */
  readonly origin?: string;
  /** Whether only documents that are known by their hash are answered: there is no explorer then. */
  readonly onlyPersisted?: boolean;
}

export interface FigureHighlight {
  /** A decimal as the contract writes it, such as `1317`: the page puts in the marks of its language. */
  readonly value: string;
  /** Such as “more than”; empty where the value is exact. */
  readonly qualifierText: string;
  readonly name: string;
  readonly period: string;
  /** Documents that it was read from. */
  readonly sources: readonly { readonly title: string; readonly language: string }[];
  /** What the source adds; null where it adds nothing. */
  readonly note: string | null;
}

const STYLE_HASH = createHash('sha256').update(homePageStyle).digest('base64');

export const homeContentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const EMBLEM =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">' +
  '<rect width="32" height="32" rx="7" fill="#0b5a50"/>' +
  '<path d="M8 22V10M8 16h9a5 5 0 0 1 5 5v1" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>' +
  '<circle cx="8" cy="9" r="2.6" fill="#f2b84b"/><circle cx="22" cy="23" r="2.6" fill="#f2b84b"/></svg>';

const LOCALES: readonly HomeLocale[] = ['EN', 'SR_LATN', 'SR_CYRL'];

/** The gateway's home page: what it serves now, for whom, and how to begin. Plain HTML that runs no script. */
export function renderHomePage(facts: HomeFacts): string {
  const texts = homeTexts[facts.locale];
  const page = html`<!doctype html>
<html lang="${texts.languageTag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${texts.lead}">
<title>${texts.title}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(EMBLEM)}">
${LOCALES.map((locale) => alternateLink(homeTexts[locale]))}
<style>${verbatim(homePageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="wrap top">
<span class="brand">${verbatim(EMBLEM)}</span>
<nav class="languages" aria-label="${texts.languages}"><ul>
${LOCALES.map((locale) => languageLink(homeTexts[locale], locale === facts.locale))}
</ul></nav>
</header>
<main class="wrap" id="content">
<h1>${texts.title}</h1>
<p class="lead">${texts.lead}</p>
<ul class="actions">
${facts.onlyPersisted ? '' : html`<li><a class="button" href="/graphql">${texts.explorer}</a></li>\n`}<li><a href="/schema.graphql">${texts.contract}</a></li>
<li><a href="/health/ready">${texts.health}</a></li>
</ul>
${servedNow(facts, texts)}
${highlights(facts, texts)}
<div class="columns">
<section aria-labelledby="about">
<h2 id="about">${texts.about}</h2>
${texts.aboutText.map((paragraph) => html`<p>${paragraph}</p>\n`)}
</section>
<section aria-labelledby="audience">
<h2 id="audience">${texts.audience}</h2>
<ul class="audience">
${texts.audiences.map(({ who, what }) => html`<li><strong>${who}</strong> ${what}</li>\n`)}
</ul>
</section>
</div>
${examples(facts, texts)}
</main>
<footer><div class="wrap">
<span>${texts.dataVersion} ${formatCount(facts.dataVersion, texts)}</span>
<span>${texts.softwareVersion} ${facts.version}</span>
</div></footer>
</body>
</html>
`;
  return page.markup;
}

function servedNow(facts: HomeFacts, texts: HomeTexts): Markup {
  const counts: readonly (readonly [string, number])[] = [
    [texts.projects, facts.projects],
    [texts.figures, facts.figures],
    [texts.sources, facts.sources],
    [texts.indicators, facts.indicators],
    [texts.cities, facts.cities],
  ];
  return html`<section aria-labelledby="served">
<h2 id="served">${texts.servedNow}</h2>
<dl class="counts">
${counts.map(([label, count]) => html`<div><dt>${label}</dt><dd>${formatCount(count, texts)}</dd></div>\n`)}
</dl>
<p class="current">${currency(facts.publishedAt, texts)}</p>
</section>`;
}

function currency(publishedAt: string | null, texts: HomeTexts): Markup {
  if (publishedAt === null) return html`${texts.notYetPublished}`;
  const format = new Intl.DateTimeFormat(texts.languageTag === 'en' ? 'en-GB' : texts.languageTag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return html`${texts.currentAsOf}: <time datetime="${publishedAt}">${format.format(new Date(publishedAt))} UTC</time>`;
}

function highlights({ figureHighlights }: HomeFacts, texts: HomeTexts): Markup {
  if (figureHighlights.length === 0) return html``;
  const cards = figureHighlights.map(
    ({ value, qualifierText, name, period, sources, note }) => html`<li>
<span class="qualifier">${qualifierText}</span>
<span class="value">${formatDecimal(value, texts)}</span>
<span class="name">${name}</span>
<span class="period">${period}</span>
<span class="source">${texts.source}: ${sources.map(sourceTitle)}</span>
${note === null ? html`` : html`<span class="note">${note}</span>\n`}</li>
`,
  );
  return html`<section aria-labelledby="highlights">
<h2 id="highlights">${texts.highlights}</h2>
<ul class="figures">
${cards}</ul>
</section>`;
}

/** A title stays in the language of its document, which a screen reader must know. */
function sourceTitle({ title, language }: FigureHighlight['sources'][number], index: number): Markup {
  return html`${index === 0 ? '' : '; '}<cite lang="${language}">${title}</cite>`;
}

function examples({ origin = 'http://localhost:4000', onlyPersisted }: HomeFacts, texts: HomeTexts): Markup {
  const query = '{ project(code: "reintegration-ii") { figures { value indicator { name } } } }';
  const commandLine = `curl ${origin}/graphql \\
  --header 'content-type: application/json' \\
  --header 'accept-language: ${texts.languageTag}' \\
  --data '${JSON.stringify({ query })}'`;
  const program = `// npm install @reintegration/sdk
import { createClient } from '@reintegration/sdk';
import { ProjectFigures } from '@reintegration/sdk/operations';

const client = createClient({ url: '${origin}/graphql' });
const { project } = await client.run(ProjectFigures, { project: 'reintegration-ii', during: '2023' });`;
  return html`<section aria-labelledby="use">
<h2 id="use">${texts.use}</h2>
<p>${texts.useText}</p>
${onlyPersisted ? '' : sample('command-line', texts.fromCommandLine, commandLine)}${sample('program', texts.fromProgram, program)}</section>`;
}

function sample(id: string, title: string, code: string): Markup {
  return html`<h3 id="${id}">${title}</h3>
<pre tabindex="0" role="region" aria-labelledby="${id}"><code translate="no">${code}</code></pre>
`;
}

function alternateLink({ languageTag }: HomeTexts): Markup {
  return html`<link rel="alternate" hreflang="${languageTag}" href="/?lang=${languageTag}">\n`;
}

function languageLink({ languageTag, languageName }: HomeTexts, isCurrent: boolean): Markup {
  const current = isCurrent ? html` aria-current="true"` : html``;
  return html`<li><a href="/?lang=${languageTag}" lang="${languageTag}" hreflang="${languageTag}"${current}>${languageName}</a></li>\n`;
}

function formatCount(count: number, { languageTag }: HomeTexts): string {
  return new Intl.NumberFormat(languageTag).format(count);
}

function formatDecimal(value: string, { languageTag }: HomeTexts): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  // As a string it keeps all its digits; a number would not.
  return new Intl.NumberFormat(languageTag, { maximumFractionDigits: 20 }).format(value as `${number}`);
}

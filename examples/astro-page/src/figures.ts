import { createClient } from '@reintegration/sdk';
import { type FigureFields, ProjectFigures } from '@reintegration/sdk/operations';

/** A figure as the page shows it. */
export type Row = {
  readonly name: string;
  readonly amount: string;
  readonly period: string;
  readonly place: string;
  /** A title stays in the language of its document. */
  readonly sources: FigureFields['sources'];
};

/**
 * Asks the gateway for a project's figures. Whatever fails throws: a site that cannot be built stays as it was.
 *
 * @throws ApiError
 */
export async function readFigures(url: string, code: string): Promise<{ title: string; rows: Row[] }> {
  const client = createClient({ url, locale: 'EN' });
  const { project } = await client.run(ProjectFigures, { project: code });
  if (project === null) throw new Error(`The gateway knows no project "${code}".`);
  const rows = project.figures.map((figure) => ({
    name: figure.indicator.name,
    amount: amountOf(figure),
    period: figure.period.label,
    place: placeOf(figure),
    sources: figure.sources,
  }));
  return { title: project.title, rows };
}

/** Where a value was counted: the same words and period may stand for one city and for all of them. */
function placeOf({ place }: FigureFields): string {
  return place.__typename === 'Project' ? 'whole project' : place.name;
}

const WORDS: Readonly<Record<string, string>> = {
  EXACT: '',
  MORE_THAN: 'more than',
  AT_LEAST: 'at least',
  ABOUT: 'about',
};

/** A value never goes without its qualifier; one that this program does not know is shown as it is. */
function amountOf({ value, qualifier }: FigureFields): string {
  const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(value as `${number}`);
  return `${WORDS[qualifier] ?? qualifier} ${digits}`.trim();
}

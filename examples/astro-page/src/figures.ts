import { createClient } from '@reintegration/sdk';
import { type FigureFields, ProjectFigures } from '@reintegration/sdk/operations';

/** A figure as the page shows it. */
export type Row = {
  readonly name: string;
  readonly amount: string;
  readonly period: string;
  readonly citation: string;
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
    citation: figure.citation,
  }));
  return { title: project.title, rows };
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

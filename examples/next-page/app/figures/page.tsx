import { createClient } from '@reintegration/sdk';
import { type FigureFields, ProjectFigures } from '@reintegration/sdk/operations';

/** Seconds until the page is made again, while visitors still get the one before. */
export const revalidate = 300;

const client = createClient({ url: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql' });

// Whatever fails throws: Next.js then goes on showing the page that it has.
export default async function FiguresPage() {
  const { project } = await client.run(ProjectFigures, { project: 'reintegration-ii' });
  if (project === null) throw new Error('The gateway knows no such project.');
  return (
    <main>
      <h1>{project.title}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Period</th>
            <th scope="col">Place</th>
            <th scope="col">Value</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {project.figures.map((figure) => (
            <tr key={figure.citation}>
              <th scope="row">{figure.indicator.name}</th>
              <td>{figure.period.label}</td>
              <td>{placeOf(figure)}</td>
              <td>{amountOf(figure)}</td>
              <td>
                {figure.sources.map(({ code, title, language }) => (
                  // A title stays in the language of its document.
                  <div key={code} lang={language}>
                    <small>{title}</small>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
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

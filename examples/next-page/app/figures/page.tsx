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
        <tbody>
          {project.figures.map((figure) => (
            <tr key={figure.citation} title={figure.citation}>
              <th scope="row">{figure.indicator.name}</th>
              <td>{figure.period.label}</td>
              <td>{amountOf(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
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

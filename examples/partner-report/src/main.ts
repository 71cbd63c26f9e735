import { writeFile } from 'node:fs/promises';
import { createClient, isApiError } from '@reintegration/sdk';
import { ProjectFigures } from '@reintegration/sdk/operations';
import { formatCsv } from './csv.ts';
import { help, type Options, parseOptions, UsageError } from './options.ts';
import { formatTable } from './table.ts';
import { wordsIn } from './words.ts';

async function report({ url, project: code, during, locale, csv, bom, marks }: Options): Promise<void> {
  const client = createClient({ url, locale });
  const { project, dataVersion } = await client.run(ProjectFigures, { project: code, during });
  if (project === null) throw new UsageError(`The gateway knows no project "${code}".`);

  const words = wordsIn(locale);
  console.log(`${project.title}\n`);
  console.log(project.figures.length === 0 ? words.noFigures : formatTable(project.figures, locale));
  console.log(`\n${words.dataVersion} ${dataVersion}`);

  if (csv === undefined) return;
  await writeFile(csv, formatCsv(project.figures, { bom, marks }));
  console.error(`${csv}: ${project.figures.length} figures.`);
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await report(options);
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nSee --help.`);
    process.exitCode = 2;
  } else if (isApiError(error) || isSystemError(error)) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    throw error;
  }
}

/** Such as a folder that does not exist. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

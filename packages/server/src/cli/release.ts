import {
  createReader,
  createRelease,
  createRestricted,
  listReleases,
  OPERATOR,
  type ReleaseRequest,
} from '@reintegration/schema';
import type { Command } from 'commander';
import { CommandError, say } from './command.ts';
import { sayProgress } from './progress.ts';
import { withPool } from './with-pool.ts';

/** Freezes the protected counts of a project and a year, and says under which number. */
async function createAndSay(request: ReleaseRequest): Promise<void> {
  await withPool(async (pool) => {
    const startedAt = Date.now();
    const progress = sayProgress('counting people');
    const outcome = await createRelease(createRestricted(pool), OPERATOR, request, progress);
    if ('refused' in outcome) throw new CommandError(refusal(request, outcome.refused));
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    say(
      `✓ release ${outcome.release.number} of ${request.project} for ${request.period}: ${outcome.cells} cells, frozen in ${seconds} s`,
    );
  });
}

function refusal(
  { project }: ReleaseRequest,
  { path, message }: { readonly path: 'project' | 'period'; readonly message: string },
): string {
  return path === 'project' ? `--project: there is no project "${project}".` : `--period: ${message}`;
}

/** Lists the releases of a project on standard output, the newest first. */
async function listAndSay(project: string): Promise<void> {
  await withPool(async (pool) => {
    const releases = await listReleases(createReader(pool), project);
    if (releases.length === 0) {
      say(
        `✓ ${project} has no release. To make one: reintegration release create --project ${project} --period <year>`,
      );
    }
    for (const { number, periodStart, frozenAt, method, threshold, variance } of releases) {
      process.stdout.write(
        `${number}\t${periodStart}\t${frozenAt.toISOString()}\t${method}, threshold ${threshold}, variance ${Number(variance)}\n`,
      );
    }
  });
}

/** Adds the commands of releases to the program. */
export function addReleaseCommands(program: Command): void {
  const release = program
    .command('release')
    .description('protected counts of people: frozen, numbered, and never computed again');
  release
    .command('create')
    .description('count, protect and publish the people of a project and a year; the server may be running')
    .requiredOption('--project <code>', 'code of the project')
    .requiredOption('--period <year>', 'whole year, such as 2025')
    .action((request: ReleaseRequest) => createAndSay(request));
  release
    .command('list')
    .description('list the releases of a project, the newest first')
    .requiredOption('--project <code>', 'code of the project')
    .action(({ project }: Pick<ReleaseRequest, 'project'>) => listAndSay(project));
}

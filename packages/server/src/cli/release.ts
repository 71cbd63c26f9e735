import {
  createReader,
  createRelease,
  createRestricted,
  listReleases,
  OPERATOR,
  type ReleaseRequest,
} from '@reintegration/schema';
import { CommandError, say } from './command.ts';
import { sayProgress } from './progress.ts';
import { withPool } from './with-pool.ts';

/** Freezes the protected counts of a project and a year, and says under which number. */
export async function createReleaseAndSay(request: ReleaseRequest): Promise<void> {
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
export async function listReleasesAndSay(project: string): Promise<void> {
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

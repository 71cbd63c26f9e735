import { openDatabases } from './gateway/databases.ts';
import type { Run } from './gateway/field.ts';
import { startLoad } from './gateway/load.ts';
import { type Part, readOptions } from './gateway/options.ts';
import { measureCold, type PartReport } from './gateway/parts/cold.ts';
import { measureConnections } from './gateway/parts/connections.ts';
import { measureGrowth } from './gateway/parts/growth.ts';
import { measureInvalidation } from './gateway/parts/invalidation.ts';
import { measureProfile } from './gateway/parts/profile.ts';
import { measurePublications } from './gateway/parts/publications.ts';
import { measureWarm } from './gateway/parts/warm.ts';
import { writeReport } from './gateway/report.ts';

const MEASURE: Readonly<Record<Part, (run: Run) => Promise<PartReport>>> = {
  cold: measureCold,
  warm: measureWarm,
  publications: measurePublications,
  invalidation: measureInvalidation,
  connections: measureConnections,
  growth: measureGrowth,
  profile: measureProfile,
};

const options = readOptions();
const startedAt = performance.now();
const tell = (step: string) => {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stderr.write(`  ${String(seconds).padStart(3)} s  ${step} …\n`);
};
const databases = await openDatabases(tell);
const load = startLoad();
try {
  const reports = new Map<Part, PartReport>();
  for (const part of options.parts) {
    reports.set(part, await MEASURE[part]({ options, databases, load, tell }));
  }
  await writeReport(reports, options, databases.version);
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
} finally {
  load.close();
  await databases.close();
}
process.exit();

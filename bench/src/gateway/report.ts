import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { drawChart } from './chart.ts';
import type { BenchOptions, Part } from './options.ts';
import type { PartReport } from './parts/cold.ts';
import { CONNECTIONS } from './rounds.ts';

const TITLES: Readonly<Record<Part, string>> = {
  cold: 'Nothing kept',
  warm: 'Answers kept',
  publications: 'Answers kept while the data changes',
  invalidation: 'From a commit to the new answer',
  connections: 'More connections',
  growth: 'More rows',
  profile: 'Where the time of a request goes',
};

const PACKAGES = [
  'postgraphile',
  '@apollo/server',
  '@pothos/core',
  '@prisma/client',
  'graphql-yoga',
  'mercurius',
];

type Manifest = { readonly devDependencies: Readonly<Record<string, string>> };

async function writeSetup(options: BenchOptions, postgresVersion: string): Promise<string> {
  const manifest = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const versions = PACKAGES.map((name) => `${name} ${manifest.devDependencies[name]}`).join(', ');
  const cores = os.availableParallelism();
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, PostgreSQL ${postgresVersion},`,
    `${os.type()} ${os.arch()}, ${cores} cores. ${options.projects.toLocaleString('en')} projects,`,
    `${(options.projects * 40).toLocaleString('en')} activities, ${(options.projects * 200).toLocaleString('en')} measurements,`,
    'all made up. Medians of',
    `${options.rounds} rounds of ${options.seconds} s, ${CONNECTIONS} connections where nothing else is said.`,
    `Server, load generator and PostgreSQL share the ${cores} cores: a server that is faster is also held back more by`,
    'the other two. The load average as the measurements ended was',
    `${os.loadavg()[0]?.toFixed(1)}, which tells whether the machine was busy with anything else.`,
    `\n\n${versions}.\n`,
  ]
    .join(' ')
    .replaceAll(' \n', '\n');
}

const chartOf = (reports: ReadonlyMap<Part, PartReport>) =>
  drawChart([
    {
      title: 'Nothing kept: requests a second, SQL by hand behind node:http = 1',
      bars: reports.get('cold')?.bars ?? [],
    },
    {
      title: 'Answers kept: requests a second, a constant buffer behind node:http = 1',
      bars: reports.get('warm')?.bars ?? [],
    },
  ]);

/** Prints what was found out; writes `results` when everything was measured. */
export async function writeReport(
  reports: ReadonlyMap<Part, PartReport>,
  options: BenchOptions,
  postgresVersion: string,
): Promise<void> {
  const setup = await writeSetup(options, postgresVersion);
  const section = (part: Part) => `## ${TITLES[part]}\n\n${reports.get(part)?.text.trim()}\n`;
  const written = [...reports.keys()].map(section).join('\n');
  process.stdout.write(`\n${setup}\n${written}`);
  if (!options.isWhole) return;
  const results = new URL('../../results/', import.meta.url);
  const others = options.parts.filter((part) => part !== 'profile').map(section);
  const chart = '![Requests a second of this gateway and of others, as ratios](gateway.svg)\n';
  await writeFile(new URL('gateway.svg', results), chartOf(reports));
  await writeFile(
    new URL('gateway.md', results),
    ['# The gateway beside other servers\n', setup, chart, ...others].join('\n'),
  );
  await writeFile(
    new URL('profile.md', results),
    ['# Where the time of a request goes\n', setup, reports.get('profile')?.text.trim(), ''].join('\n'),
  );
}

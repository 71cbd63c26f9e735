import { buildSchema, type GraphQLSchema } from 'graphql';
import { type Arguments, HELP, parseArguments } from './arguments.ts';
import { checkDocument } from './check-document.ts';
import { type Curated, checkImports } from './check-imports.ts';
import { joinTexts } from './documents.ts';
import { findFiles } from './files.ts';
import { gather } from './finding.ts';
import { fetchContract } from './gateway.ts';
import { Problem } from './problem.ts';
import { createProgress } from './progress.ts';
import { type Reading, readSource } from './read.ts';
import { isEmpty, jsonOf, type Report, textOfReport } from './report.ts';

/** What the program is given by whoever starts it. */
export type Surroundings = {
  readonly version: string;
  /** The contract of the installed version. */
  readonly contract: string;
  readonly curated: Curated;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Whether somebody watches where complaints go. */
  readonly isWatched: boolean;
  readonly fetch?: typeof globalThis.fetch;
};

/** Runs the program; answers its exit code. */
export async function runDoctor(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { print, complain, version } = surroundings;
  try {
    const wanted = parseArguments(args);
    if (wanted === 'help' || wanted === 'version') {
      print(wanted === 'help' ? HELP : `${version}\n`);
      return 0;
    }
    const report = await examine(wanted, surroundings);
    print(wanted.json ? jsonOf(report) : textOfReport(report));
    if (report.breaking > 0 || (wanted.failOn === 'deprecated' && report.deprecated > 0)) return 1;
    // A wrong folder in CI must not look like a success.
    return isEmpty(report) ? 2 : 0;
  } catch (error) {
    // Whatever it is, nothing was found to break.
    complain(
      error instanceof Problem ? `${error.message}\n` : `The doctor itself failed: ${stackOf(error)}\n`,
    );
    return 2;
  }
}

function stackOf(error: unknown): string {
  return (error as Error | null)?.stack ?? String(error);
}

async function examine(wanted: Arguments, surroundings: Surroundings): Promise<Report> {
  const installed = buildSchema(surroundings.contract);
  const files = await findFiles(wanted.paths);
  const gateway = wanted.url && (await fetchContract(wanted.url, wanted.headers, surroundings.fetch));
  const readings = await readAll(files, surroundings);
  return reportOf(wanted, surroundings, readings, { installed, gateway: gateway || undefined });
}

/** So many files are open at the same time. */
const TOGETHER = 64;

async function readAll(files: readonly string[], { complain, isWatched }: Surroundings): Promise<Reading[]> {
  const progress = createProgress(files.length, isWatched ? complain : () => {});
  const readings: Reading[] = [];
  for (let start = 0; start < files.length; start += TOGETHER) {
    readings.push(...(await Promise.all(files.slice(start, start + TOGETHER).map(readSource))));
    progress.tell(readings.length);
  }
  progress.end();
  return readings;
}

function reportOf(
  { url }: Arguments,
  { version, curated }: Surroundings,
  readings: readonly Reading[],
  contracts: { readonly installed: GraphQLSchema; readonly gateway: GraphQLSchema | undefined },
): Report {
  const joined = joinTexts(readings.flatMap(({ texts }) => texts));
  const imports = readings
    .flatMap((reading) => reading.imports)
    .filter(({ module }) => module === '@reintegration/sdk/operations');
  const findings = gather([
    ...joined.findings,
    ...joined.documents.flatMap((document) => checkDocument(contracts, document)),
    ...checkImports(curated, imports, contracts.installed, contracts.gateway),
  ]);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const places = [...joined.files, ...imports.map(({ file }) => file)];
  return {
    version,
    url: url === undefined ? null : new URL(url).origin + new URL(url).pathname,
    files: readings.length,
    filesWithOperations: new Set(places).size,
    operations: joined.operations,
    fragments: joined.fragments,
    imports: imports.length,
    breaking: count('breaking'),
    deprecated: count('deprecated'),
    findings,
    unchecked: [...readings.flatMap((reading) => reading.unchecked), ...joined.unchecked],
  };
}

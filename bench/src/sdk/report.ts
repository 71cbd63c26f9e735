import type { Size } from './bundle.ts';
import type { Client } from './client.ts';
import type { Installation } from './install.ts';
import type { Leaks } from './leaks.ts';
import type { Requests, Wait } from './requests.ts';
import { table, writeCount, writeWait, writeYes } from './table.ts';

/** All that was measured of a client. */
export type Result = {
  readonly client: Client;
  readonly query: Size;
  readonly list: Size;
  readonly requests: Requests;
  /** Told to wait for one second, and for two. */
  readonly waits: readonly Wait[];
  readonly retryingWaits: readonly Wait[] | null;
  readonly leaks: Leaks;
  readonly installation: Installation | null;
  /** How many times longer than ours it takes to import; null for what imports nothing. */
  readonly importRatio: number | null;
};

const total = ({ first, later }: Size) => first + later;

/** What a page weighs. A part that is loaded later is not loaded for one query. */
function writeSizes(results: readonly Result[]): string {
  const rows = results.map(({ client, query, list }) => [
    client.name,
    writeCount(query.first),
    writeCount(total(list)) + (list.later > 0 ? `, ${writeCount(list.later)} of them when it begins` : ''),
    query.missing.length === 0 ? '' : `asks a browser for Node’s ${query.missing.join(', ')}`,
  ]);
  return table(['client', 'one query', 'a list to its end', ''], rows);
}

function writeRequests(results: readonly Result[]): string {
  const rows = results.map(({ client, requests: { related, atOnce, again, bytesAgain, list } }) => [
    client.name,
    ...[related, atOnce, again, bytesAgain, list].map(writeCount),
    client.turnsPages ? 'the client' : 'the program',
  ]);
  const head = [
    '3 items with 2 relations',
    'asked twice at once',
    'asked again',
    'bytes then',
    '250 in pages of 100',
  ];
  return table(['client', ...head, 'turns the pages'], rows);
}

function writeWaits(results: readonly Result[]): string {
  const rows = results.flatMap(({ client, waits, retryingWaits }) => [
    [client.name, ...waits.map(writeWait)],
    ...(retryingWaits ? [[`${client.name}, ${client.retrying?.name}`, ...retryingWaits.map(writeWait)]] : []),
  ]);
  return table(['client', 'told to wait 1,000 ms', 'told to wait 2,000 ms'], rows);
}

function writeLeaks(results: readonly Result[]): string {
  const rows = results.map(({ client, leaks }) => [
    client.name,
    ...[leaks.tokenPrinted, leaks.callTokenPrinted, leaks.variableInMessage, leaks.variablePrinted].map(
      writeYes,
    ),
  ]);
  const head = ['token printed', 'token of one call printed', 'variable in the message', 'variable printed'];
  return table(['client', ...head], rows);
}

function writeInstallations(results: readonly Result[]): string {
  const rows = results.flatMap(({ client, installation, importRatio }) =>
    installation === null
      ? []
      : [
          [
            client.name,
            installation.version,
            `${importRatio?.toFixed(1)}`,
            writeCount(installation.dependencies),
            `${(installation.bytes / 1e6).toFixed(1)} MB`,
          ],
        ],
  );
  return table(['client', 'version', 'import ÷ ours', 'packages that come along', 'installed'], rows);
}

/** Everything in which ours is not the best. */
function writeWhereOthersAreBetter(results: readonly Result[]): string {
  const measures: [string, (result: Result) => number | null][] = [
    ['bytes of one query', ({ query }) => query.first],
    ['bytes of a list to its end', ({ list }) => total(list)],
    ['requests for relations', ({ requests }) => requests.related],
    ['requests of the same question twice at once', ({ requests }) => requests.atOnce],
    ['requests of the same question again', ({ requests }) => requests.again],
    ['bytes answered to the same question again', ({ requests }) => requests.bytesAgain],
    ['requests for a list', ({ requests }) => requests.list],
    ['time to import', ({ importRatio }) => importRatio],
    ['packages that come along', ({ installation }) => installation?.dependencies ?? null],
    ['size installed', ({ installation }) => installation?.bytes ?? null],
  ];
  const [ours] = results;
  const lines = measures.flatMap(([name, read]) => {
    const own = ours && read(ours);
    const better = results.filter((result) => (read(result) ?? Infinity) < (own ?? 0));
    return better.length === 0 ? [] : [`- ${name}: ${better.map(({ client }) => client.name).join('; ')}\n`];
  });
  return lines.join('');
}

/** The paper that is kept. */
export function writeReport(
  results: readonly Result[],
  { rounds, tries }: { readonly rounds: number; readonly tries: number },
): string {
  return `# Clients side by side

Written by \`npx -y pnpm@12 bench:sdk\`, with Node ${process.versions.node}. [What is measured, and how](../README.md#clients).

## Bytes

Minified and compressed (gzip).

${writeSizes(results)}
## Requests

"Bytes then" are those of the answer when the same is asked again, without headers.

${writeRequests(results)}
## Too many requests

Milliseconds until the client asks again after one answer 429 with \`Retry-After\`, as it comes and with the retries
that it offers: the shortest and the longest of ${tries} tries.

${writeWaits(results)}
## What errors tell

After refusals by status (401, 422) and by an error in the answer: whether the token and the value of a variable are
in what \`console.log\`, the stack or \`JSON.stringify\` show of the error.

${writeLeaks(results)}
## Import and installation

Medians of ${rounds} rounds, each in a fresh process of Node. Required peers count as packages that come along.

${writeInstallations(results)}
## Where others do better than @reintegration/sdk

${writeWhereOthersAreBetter(results)}`;
}

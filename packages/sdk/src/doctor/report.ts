import type { ContractName, Finding, Unchecked } from './finding.ts';
import { placeText } from './finding.ts';

/** What came of a check. */
export type Report = {
  /** Of the SDK whose contract was used. */
  readonly version: string;
  /** The gateway whose contract was used as well. */
  readonly url: string | null;
  /** Files that were looked through. */
  readonly files: number;
  /** Of these, the ones that hold operations, fragments or names of operations. */
  readonly filesWithOperations: number;
  readonly operations: number;
  readonly fragments: number;
  /** Names taken from `@reintegration/sdk/operations`. */
  readonly imports: number;
  readonly breaking: number;
  readonly deprecated: number;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
};

/** Whether there was anything to hold against a contract. */
export function isEmpty({ operations, fragments, imports }: Report): boolean {
  return operations + fragments + imports === 0;
}

/** For programs. */
export function jsonOf(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For people: what was found, file by file, and what was looked at. */
export function textOfReport(report: Report): string {
  const { findings, unchecked, url } = report;
  const lines = findings.flatMap((finding, index) => [
    ...linesOf(finding, url !== null),
    ...(findings[index + 1]?.file === finding.file ? [] : ['']),
  ]);
  const skipped = unchecked.map((one) => `${placeText(one)}  not checked  ${one.why}`);
  return [...lines, ...skipped, ...(skipped.length > 0 ? [''] : []), ...summaryOf(report), ''].join('\n');
}

const CONTRACTS: Readonly<Record<ContractName, string>> = {
  installed: 'in the installed contract',
  gateway: 'at the gateway',
};

function linesOf(finding: Finding, hasGateway: boolean): string[] {
  const { severity, what, replacement, contracts } = finding;
  const [only, other] = contracts;
  const where = hasGateway && only && !other ? ` (${CONTRACTS[only]})` : '';
  const first = `${placeText(finding)}  ${severity}${where}  ${what}`;
  return replacement === null ? [first] : [first, `    ${replacement}`];
}

/** What the doctor takes for an operation, for those in whose files it found none. */
const MARKS = `It finds them in .graphql and .gql files, and in programs where they are marked: gql\`…\`, graphql(\`…\`),
/* GraphQL */ \`…\`, or \`…\` as Operation<…>. Mark yours so, or give the folder that holds them.`;

function summaryOf(report: Report): string[] {
  const { version, url, breaking, deprecated, ...counts } = report;
  const { operations, fragments, imports, files, filesWithOperations } = counts;
  const contracts = `contract of @reintegration/sdk ${version}${url === null ? '' : `, and that of ${url}`}`;
  if (isEmpty(report))
    return [
      `No operations were found in ${several(files, 'file')}, nor names from @reintegration/sdk/operations.`,
      MARKS,
    ];
  const checked = [
    several(operations, 'operation'),
    several(fragments, 'fragment'),
    `${several(imports, 'name')} from @reintegration/sdk/operations`,
  ];
  return [
    `Checked ${checked.slice(0, 2).join(', ')} and ${checked[2]}, in ${filesWithOperations} of ${several(files, 'file')},`,
    `against the ${contracts}.`,
    breaking + deprecated === 0
      ? 'Nothing breaks, and nothing is deprecated.'
      : `${breaking} breaking, ${deprecated} deprecated.`,
  ];
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

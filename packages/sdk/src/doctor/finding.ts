/** A place in a file. Lines and columns count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** The contract of the installed version, or that of the gateway at `--url`. */
export type ContractName = 'installed' | 'gateway';

/** A use that fails, or that will. */
export type Finding = Place & {
  readonly severity: 'breaking' | 'deprecated';
  /** The contracts that it is found against; none, when it fails by itself. */
  readonly contracts: readonly ContractName[];
  /** What is wrong, as a sentence. */
  readonly what: string;
  /** What to use instead, as far as a contract says or suggests; else null. */
  readonly replacement: string | null;
};

/** A text that could not be checked. */
export type Unchecked = Place & { readonly why: string };

/** One finding of each place and sentence, sorted; what breaks hides that it was deprecated. */
export function gather(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${placeText(finding)} ${finding.severity} ${finding.what}`;
    const known = merged.get(key);
    const contracts = [...new Set([...(known?.contracts ?? []), ...finding.contracts])];
    merged.set(key, {
      ...(known ?? finding),
      contracts,
      replacement: known?.replacement ?? finding.replacement,
    });
  }
  const all = [...merged.values()];
  const broken = new Set(all.filter(({ severity }) => severity === 'breaking').map(placeText));
  return all
    .filter((finding) => finding.severity === 'breaking' || !broken.has(placeText(finding)))
    .sort(byPlace);
}

/** A place as editors and terminals understand it. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function byPlace(a: Place, b: Place): number {
  return a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column;
}

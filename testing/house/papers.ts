import path from 'node:path';
import type { HouseFile } from './tree.ts';

/** What of a manifest the guards look at. */
export type Manifest = {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};

/** Everything that is installed along with a package. */
export function runtimeDependencies(manifest: Manifest): readonly string[] {
  const peers = Object.keys(manifest.peerDependencies ?? {});
  return [
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.optionalDependencies ?? {}),
    ...peers.filter((name) => manifest.peerDependenciesMeta?.[name]?.optional !== true),
  ];
}

const ROW = /^\|\s*`([^`]+)`\s*\|\s*(.*?)\s*\|\s*$/;

/** Disagreement between what a package installs and the reasons that its README gives, one row of a table each. */
export function findUnreasoned(manifest: Manifest, readme: string): readonly string[] {
  const rows = section(readme, 'Dependencies').flatMap((line) => {
    const [, name, reason] = ROW.exec(line) ?? [];
    return name === undefined ? [] : [{ name, reason: reason ?? '' }];
  });
  const covers = (row: string, name: string) =>
    row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : row === name;
  const names = runtimeDependencies(manifest);
  const reasoned = rows.filter(({ reason }) => reason.split(/\s+/).length >= 3);
  const unnamed = names.filter((name) => !reasoned.some((row) => covers(row.name, name)));
  const stale = rows.filter((row) => !names.some((name) => covers(row.name, name)));
  return [
    ...unnamed.map((name) => `${name} is installed, and no line says why.`),
    ...stale.map(({ name }) => `${name} has a reason, and is not installed.`),
  ];
}

function section(text: string, heading: string): readonly string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line));
  return end === -1 ? rest : rest.slice(0, end);
}

const ADR = /^docs\/adr\/((\d{4})-[a-z0-9-]+\.md)$/;
const ADR_HEADINGS = ['Context', 'Decision', 'Consequence'];
const ADR_LINES = 40;

/** Decisions that the index leaves out, number twice, or that are not written as agreed. */
export function findUnrecordedDecisions(files: readonly HouseFile[]): readonly string[] {
  const index = files.find((file) => file.path === 'docs/adr/README.md')?.text ?? '';
  const decisions = files.flatMap((file) => {
    const [, name, number] = ADR.exec(file.path) ?? [];
    return name === undefined || number === undefined ? [] : [{ name, number, text: file.text }];
  });
  return decisions.flatMap(({ name, number, text }, position) => {
    const missing = ADR_HEADINGS.filter((heading) => !text.includes(`\n## ${heading}\n`));
    const lines = text.trimEnd().split('\n').length;
    return [
      ...(index.includes(`](${name})`) ? [] : [`${name} is not in the index.`]),
      ...(Number(number) === position + 1
        ? []
        : [`${name} is decision ${position + 1} in the order of the files.`]),
      ...missing.map((heading) => `${name} has no "${heading}".`),
      ...(lines > ADR_LINES ? [`${name} has ${lines} lines. Expected at most ${ADR_LINES}.`] : []),
    ];
  });
}

const LINK = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s*(\S+)/gm;
const ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

/** Links between the project's own papers that lead nowhere: to no file or folder, or to no heading. */
export function findBrokenLinks(files: readonly HouseFile[], paths: readonly string[]): readonly string[] {
  const known = new Set(paths.flatMap(withFolders));
  const papers = new Map(
    files.filter((file) => file.path.endsWith('.md')).map((file) => [file.path, file.text]),
  );
  return [...papers].flatMap(([name, text]) =>
    linksOf(text).flatMap((link) => {
      const [target = '', anchor] = decodeURI(link).split('#');
      const place =
        target === '' ? name : path.posix.join(path.posix.dirname(name), target).replace(/\/$/, '');
      if (!known.has(place)) return [`${name}: ${link} is no file.`];
      const aimed = papers.get(place);
      if (anchor === undefined || aimed === undefined || anchorsOf(aimed).includes(anchor)) return [];
      return [`${name}: ${link} is no heading.`];
    }),
  );
}

const PLACE = /`((?:packages|examples|testing|docs|e2e|bench|\.changeset|\.github)\/[\w./-]*)`/g;

/** Files and folders that the papers name and that are not there. What git ignores is there only once it is built. */
export function findMissingPlaces(
  files: readonly HouseFile[],
  paths: readonly string[],
  ignored: readonly string[],
): readonly string[] {
  const known = new Set(paths.flatMap(withFolders));
  const papers = files.filter((file) => file.path.endsWith('.md') && !file.path.startsWith('.changeset/'));
  return papers.flatMap(({ path: name, text }) =>
    [...text.matchAll(PLACE)]
      .map(([, place = '']) => place.replace(/\/$/, ''))
      .filter((place) => !known.has(place) && !ignored.some((folder) => `${place}/`.startsWith(folder)))
      .map((place) => `${name}: ${place} is not there.`),
  );
}

const COMMAND = /npx -y pnpm@12 (?:run )?([a-z][\w:-]*)/g;
/** What pnpm runs without a script of ours: its own commands, and programs that are installed. */
const PROGRAMS = ['exec', 'pack', 'changeset'];

/** Commands that papers and workflows tell people and machines to run, and that do not exist. */
export function findUnknownCommands(
  files: readonly HouseFile[],
  { scripts = {} }: Manifest,
): readonly string[] {
  const known = [...PROGRAMS, ...Object.keys(scripts)];
  return files
    .filter((file) => /\.(md|ya?ml)$/.test(file.path))
    .flatMap(({ path: name, text }) =>
      [...text.matchAll(COMMAND)]
        .filter(([, command = '']) => !known.includes(command))
        .map(([line]) => `${name}: there is no "${line}".`),
    );
}

function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

/** The text without code, in which brackets mean something else. */
const prose = (text: string) =>
  text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code));

function linksOf(text: string): readonly string[] {
  const links = [...prose(text).matchAll(LINK)].map((match) => match[1] ?? match[2] ?? '');
  return links.filter((link) => !ADDRESS.test(link) && !link.startsWith('//'));
}

function anchorsOf(text: string): readonly string[] {
  const headings = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#+ +(.+?) *#*$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

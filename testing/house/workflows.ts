import { parseDocument } from 'yaml';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
};
type Workflow = { readonly on?: unknown; readonly jobs?: Readonly<Record<string, Job>> };
type RootManifest = {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** What a workflow cannot be run for. GitHub would tell some of it only once the workflow is started, and some never. */
export function findWorkflowMistakes(text: string, manifest: RootManifest): readonly string[] {
  const document = parseDocument(text);
  const [mistake] = document.errors;
  if (mistake) return [`It is no YAML: ${mistake.message}`];
  const { on, jobs = {} } = (document.toJS() ?? {}) as Workflow;
  if (on === undefined) return ['Nothing starts it: there is no "on".'];
  if (Object.keys(jobs).length === 0) return ['It has no job.'];
  return Object.entries(jobs).flatMap(([name, job]) => [
    ...(['runs-on', 'timeout-minutes'] as const)
      .filter((key) => job[key] === undefined)
      .map((key) => `${name} has no "${key}".`),
    ...(job.steps ?? []).flatMap((step, index) =>
      findStepMistakes(step, manifest).map((found) => `${name}, step ${index + 1}: ${found}`),
    ),
  ]);
}

function findStepMistakes({ uses, run, with: inputs = {} }: Step, manifest: RootManifest): readonly string[] {
  if ((uses === undefined) === (run === undefined)) return ['expected either "uses" or "run".'];
  if (uses === undefined) return [];
  const [action, version] = uses.split('@');
  if (version === undefined) return [`${uses} names no version.`];
  return action === 'changesets/action' ? findChangesetsMistakes(version, inputs, manifest) : [];
}

/** Of changesets/action@v2, those in use. An input that it does not know is ignored, and with it a whole release. */
const INPUTS = ['version-script', 'publish-script', 'pr-title', 'commit-message'];

/** The action of one major reads what the program of the next one prints: v1 goes with 2, v2 with 3. */
function findChangesetsMistakes(
  version: string,
  inputs: Readonly<Record<string, unknown>>,
  { scripts, devDependencies }: RootManifest,
): readonly string[] {
  const expected = `v${Number.parseInt(devDependencies['@changesets/cli'] ?? '', 10) - 1}`;
  if (version !== expected)
    return [
      `changesets/action@${version} with @changesets/cli ${devDependencies['@changesets/cli']}; expected ${expected}.`,
    ];
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (!INPUTS.includes(name)) return [`changesets/action@${version} knows no "${name}".`];
    const [, script] = /pnpm@\d+ run (\S+)/.exec(String(value)) ?? [];
    return script === undefined || script in scripts ? [] : [`there is no script "${script}".`];
  });
}

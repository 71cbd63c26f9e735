import type { ContractChange } from './compare.ts';
import type { ChangeLevel } from './level.ts';

/** By how much a version grows. */
export type Bump = 'patch' | 'minor' | 'major';

/** The packages whose users speak the contract. */
const PACKAGES = ['@reintegration/schema', '@reintegration/sdk', '@reintegration/server'] as const;

/** By how much a change of the contract moves a version. Before 1.0.0, minor takes the place of major. */
export function bumpOf(level: ChangeLevel, version: string): Bump {
  if (level === 'wording') return 'patch';
  return level === 'breaking' && !version.startsWith('0.') ? 'major' : 'minor';
}

const EFFECTS: Readonly<Record<ChangeLevel, string>> = {
  breaking:
    'What the contract had deprecated is gone: queries that still ask for it are refused. All other queries go on working.',
  addition: 'The contract knows more. Queries that you have go on working, with the same answers.',
  wording: 'The contract explains itself otherwise. Nothing else is different.',
};

/** The changeset that changes of the contract bring, or null when there are none. `changes` begin with the gravest. */
export function writeChangeset(changes: readonly ContractChange[], version: string): string | null {
  const [gravest] = changes;
  if (gravest === undefined) return null;
  const bump = bumpOf(gravest.level, version);
  const packages = PACKAGES.map((name) => `'${name}': ${bump}`);
  const list = changes.map(({ level, text }) => `- ${level === 'breaking' ? '**Gone.** ' : ''}${text}.`);
  return ['---', ...packages, '---', '', EFFECTS[gravest.level], '', ...list, '']
    .join('\n')
    .replace(/\.\.$/gm, '.');
}

const BUMPS: readonly Bump[] = ['patch', 'minor', 'major'];

/** By how much a changeset moves the packages of the contract: the least of them, or null when one is missing. */
export function readBump(changeset: string): Bump | null {
  const bumps = PACKAGES.map((name) => new RegExp(`^['"]?${name}['"]?: *(\\w+)$`, 'm').exec(changeset)?.[1]);
  return BUMPS.find((bump) => bumps.includes(bump) && bumps.every((one) => one !== undefined)) ?? null;
}

/** Whether one bump is at least another. */
export const isAtLeast = (bump: Bump, least: Bump): boolean => BUMPS.indexOf(bump) >= BUMPS.indexOf(least);
